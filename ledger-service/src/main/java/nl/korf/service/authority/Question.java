package nl.korf.service.authority;

import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.competence.AuthorityCheck;
import nl.korf.model.knowledge.Knowledge;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the authority check.
 *
 * @param proposer who proposed what is decided, for powers under separation of duties (rule M16)
 * @param mandate the one mandate to use; null: any the person holds
 */
public record Question(
    PersonId person, Act act, @Nullable PersonId proposer, @Nullable MandateId mandate) {

  /** The verdict, in a world. */
  public CompetenceProof answer(Knowledge knowledge) {
    Knowledge seen = mandate == null ? knowledge : new OneMandate(knowledge, mandate);
    return AuthorityCheck.check(person, act, proposer, seen);
  }
}
