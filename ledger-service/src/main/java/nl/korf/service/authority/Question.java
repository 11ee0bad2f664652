package nl.korf.service.authority;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import nl.korf.model.DecisionId;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.competence.AuthorityCheck;
import nl.korf.model.knowledge.Knowledge;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the authority check.
 *
 * @param decider a person, or a group that decides as one
 * @param proposer who proposed what is decided, for powers under separation of duties (rule M16)
 * @param mandate the one mandate to use; null: any the decider holds
 * @param earlier the decision taken earlier that it is asked about again, or null
 */
public record Question(
    Party decider,
    Act act,
    @Nullable PersonId proposer,
    @Nullable MandateId mandate,
    @Nullable Earlier earlier) {

  /**
   * A decision that is asked about again: what it spends itself does not count a second time.
   *
   * @param spentFrom when its obligation began to count against caps
   */
  public record Earlier(DecisionId decision, Instant spentFrom) {}

  /** A question about something new. */
  public Question(
      Party decider, Act act, @Nullable PersonId proposer, @Nullable MandateId mandate) {
    this(decider, act, proposer, mandate, null);
  }

  /** A question about a person. */
  public static Question about(
      PersonId person, Act act, @Nullable PersonId proposer, @Nullable MandateId mandate) {
    return new Question(Party.of(person), act, proposer, mandate);
  }

  /** Reads a question; rows of before groups decided name a {@code person}. */
  @JsonCreator
  static Question read(
      @JsonProperty("decider") @Nullable Party decider,
      @JsonProperty("person") @Nullable PersonId person,
      @JsonProperty("act") Act act,
      @JsonProperty("proposer") @Nullable PersonId proposer,
      @JsonProperty("mandate") @Nullable MandateId mandate,
      @JsonProperty("earlier") @Nullable Earlier earlier) {
    @Nullable Party about = decider == null && person != null ? Party.of(person) : decider;
    if (about == null) {
      throw new IllegalArgumentException("a question about nobody");
    }
    return new Question(about, act, proposer, mandate, earlier);
  }

  /** The verdict, in a world. */
  public CompetenceProof answer(Knowledge knowledge) {
    Knowledge unspent = unspent(knowledge);
    Knowledge seen = mandate == null ? unspent : new OneMandate(unspent, mandate);
    return AuthorityCheck.check(decider, act, proposer, seen);
  }

  private Knowledge unspent(Knowledge knowledge) {
    if (earlier == null) {
      return knowledge;
    }
    return knowledge
        .decision(earlier.decision())
        .<Knowledge>map(row -> new Unspent(knowledge, row, earlier.spentFrom()))
        .orElse(knowledge);
  }

  /** Whether the question is about this person. */
  boolean about(PersonId person) {
    return decider.equals(Party.of(person));
  }
}
