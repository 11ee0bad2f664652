package nl.korf.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What a directive is aimed at: an initiative, a round, a decision or a group. Written {@code
 * initiative:i-7} in JSON, tags and addresses.
 */
public record Subject(Kind kind, String id) {

  /** What sort of thing. */
  public enum Kind {
    INITIATIVE,
    ROUND,
    DECISION,
    GROUP;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Subject {
    Identifier.require(kind.word(), id);
  }

  public static Subject of(InitiativeId initiative) {
    return new Subject(Kind.INITIATIVE, initiative.value());
  }

  public static Subject of(RoundId round) {
    return new Subject(Kind.ROUND, round.value());
  }

  public static Subject of(DecisionId decision) {
    return new Subject(Kind.DECISION, decision.value());
  }

  public static Subject of(GroupId group) {
    return new Subject(Kind.GROUP, group.value());
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException when it is not {@code initiative:…}, {@code round:…}, {@code
   *     decision:…} or {@code group:…}
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Subject parse(String written) {
    int colon = written.indexOf(':');
    for (Kind kind : Kind.values()) {
      if (colon > 0 && written.substring(0, colon).equals(kind.word())) {
        return new Subject(kind, written.substring(colon + 1));
      }
    }
    throw new IllegalArgumentException(
        "'%s' names no subject: write initiative:ID, round:ID, decision:ID or group:ID"
            .formatted(written));
  }

  @JsonValue
  @Override
  public String toString() {
    return kind.word() + ":" + id;
  }
}
