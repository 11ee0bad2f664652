package nl.korf.auditor.replay;

import java.util.List;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.competence.ProofDifferences.Difference;
import nl.korf.model.rounds.Computed;
import org.jspecify.annotations.Nullable;

/**
 * A verdict or an outcome that stands in a fact, and what the rules say now.
 *
 * @param position of the fact
 * @param fact its stored name
 * @param about the decision, directive or round
 * @param says what it says in one word: a verdict or an outcome
 * @param result what came of it
 * @param why it could not be run again; else null
 * @param differences between what is recorded and what the rules say
 */
public record Rerun(
    long position,
    String fact,
    String about,
    String says,
    Result result,
    @Nullable String why,
    List<Difference> differences) {

  /** What came of it. */
  public enum Result {
    /** The rules say the same. */
    SAME,
    /** The rules say something else. */
    DIFFERENT,
    /** The fact itself says that nothing is known, and nothing more follows from it. */
    UNKNOWN,
    /** The fact does not say all that was asked. */
    NOT_ASKED
  }

  public Rerun {
    differences = List.copyOf(differences);
  }

  static Difference outcome(String about, @Nullable Object then, @Nullable Object now) {
    return new Difference(
        about, then == null ? null : then.toString(), now == null ? null : now.toString());
  }

  static String says(CompetenceProof proof) {
    return proof.verdict().name();
  }

  static String says(Computed computed) {
    return computed.outcome().name();
  }
}
