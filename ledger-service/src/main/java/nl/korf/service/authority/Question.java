package nl.korf.service.authority;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
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
 */
public record Question(
    Party decider, Act act, @Nullable PersonId proposer, @Nullable MandateId mandate) {

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
      @JsonProperty("mandate") @Nullable MandateId mandate) {
    @Nullable Party about = decider == null && person != null ? Party.of(person) : decider;
    if (about == null) {
      throw new IllegalArgumentException("a question about nobody");
    }
    return new Question(about, act, proposer, mandate);
  }

  /** The verdict, in a world. */
  public CompetenceProof answer(Knowledge knowledge) {
    Knowledge seen = mandate == null ? knowledge : new OneMandate(knowledge, mandate);
    return AuthorityCheck.check(decider, act, proposer, seen);
  }

  /** Whether the question is about this person. */
  boolean about(PersonId person) {
    return decider.equals(Party.of(person));
  }
}
