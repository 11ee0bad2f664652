package nl.korf.model.competence;

import java.util.List;
import java.util.Map;
import nl.korf.model.PersonId;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.knowledge.Knowledge;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person is competent for an act, at the position and instant of the {@link Knowledge}.
 */
public final class AuthorityCheck {

  private AuthorityCheck() {}

  /**
   * The verdict and its proof. {@code COMPETENT} where one path passes every predicate: the
   * shortest such path, then the one with the lowest mandate id. Otherwise the nearest path, the
   * predicate that did not hold there and what it compared.
   */
  public static CompetenceProof check(PersonId person, Act act, Knowledge knowledge) {
    return check(person, act, null, knowledge);
  }

  /**
   * As {@link #check(PersonId, Act, Knowledge)}, where it is known who proposed: for powers under
   * separation of duties (rule M16).
   */
  public static CompetenceProof check(
      PersonId person, Act act, @Nullable PersonId proposer, Knowledge knowledge) {
    return new CompetenceProof(
        Verdict.UNKNOWN,
        knowledge.position(),
        knowledge.on(),
        List.of(),
        "checked",
        Map.of("missing", "the check itself"));
  }
}
