package nl.korf.model.notices;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody is told of a fact.
 *
 * @param subject what the reason names, {@code mandate:m-7}
 * @param via the party by which they stand in that relation ({@code role:f-sg}), the identifier of
 *     the subscription where they follow it, or null where it is themselves
 */
public record Reason(Kind kind, String subject, @Nullable String via)
    implements Comparable<Reason> {

  /** The reasons there are, the nearest to the person first. */
  public enum Kind {
    /** The fact names the person. */
    NAMED,
    /** It was recorded as the person's act, by somebody else. */
    RECORDED_AS_YOURS,
    /** The mandate waits, or waited, for their consent (Awb 10:4). */
    CONSENT_ASKED,
    /** They hold the mandate. */
    HOLDS,
    /** They hold a sub-mandate of it, at whatever depth (rule M8). */
    HOLDS_BELOW,
    /** They hold a mandate it hangs from. */
    HOLDS_ABOVE,
    /** They granted it, or one it hangs from. */
    GRANTED,
    /** They act as the body in whose name it is. */
    PRINCIPAL,
    /** They hold the role. */
    HOLDS_ROLE,
    /** They hold a role the role reports to. */
    ROLE_ABOVE,
    /** They act as the body. */
    EMBODIES,
    /** They took the decision, or are to take it. */
    DECIDED,
    /** They are in the electorate of the round. */
    VOTER,
    /** They are to be heard in the round: advice, agreement, veto, casting vote. */
    HEARD,
    /** They test the objections of the round. */
    FACILITATES,
    /** They objected in the round. */
    OBJECTED,
    /** Their differing view stands beside the decision. */
    DISSENTED,
    /** They proposed the initiative. */
    PROPOSED,
    /** They have a part in the initiative. */
    STAKEHOLDER,
    /** They are a member of the group. */
    MEMBER,
    /** They are a member of the group above it. */
    MEMBER_ABOVE,
    /** They are a member of a group it owes an account to. */
    ANSWERED_TO,
    /** Their group owns the initiative. */
    GROUP_OWNS,
    /** Their group takes part in the initiative. */
    GROUP_TAKES_PART,
    /** Their group keeps the programme. */
    KEEPS_PROGRAMME,
    /** They act for whoever issued the directive. */
    ISSUED,
    /** They hold a role that audits: it hears what changes who may decide (EZ 2015 art. 19(2)). */
    AUDITOR,
    /** They follow it. */
    FOLLOWS
  }

  private static final Comparator<Reason> ORDER =
      Comparator.comparing(Reason::kind)
          .thenComparing(Reason::subject)
          .thenComparing(Reason::via, Comparator.nullsFirst(Comparator.naturalOrder()));

  /** As it is stored: three words, the last one {@code -} where there is none. */
  public String written() {
    return kind + " " + subject + " " + (via == null ? "-" : via);
  }

  /**
   * Reads the stored form.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Reason parse(String written) {
    String[] words = written.split(" ", -1);
    if (words.length != 3) {
      throw new IllegalArgumentException("'%s' is no reason".formatted(written));
    }
    return new Reason(Kind.valueOf(words[0]), words[1], words[2].equals("-") ? null : words[2]);
  }

  @Override
  public int compareTo(Reason other) {
    return ORDER.compare(this, other);
  }
}
