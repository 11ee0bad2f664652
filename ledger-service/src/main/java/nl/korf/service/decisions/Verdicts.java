package nl.korf.service.decisions;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.korf.eventstore.FactLog;
import nl.korf.model.PersonId;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.decisions.VerdictDifference;
import nl.korf.model.facts.Envelope;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.service.authority.Checks;
import nl.korf.service.authority.PastDecision;
import nl.korf.service.authority.ReadModels;
import nl.korf.service.kernel.LedgerFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what is known now of the competence with which a decision was taken. */
@Component
final class Verdicts {

  /** How a decision stands by what is known of the competence for it. */
  enum CompetenceStatus {
    COMPETENT,
    /** Whoever took it was not competent, by what is known. */
    DEFECTIVE,
    /** Somebody competent took it for the account of the principal afterwards (rule M19). */
    RATIFIED,
    /** The source does not tell. */
    UNKNOWN
  }

  /**
   * Both verdicts about the moment a decision was taken.
   *
   * @param then as it was known then; stays as it is
   * @param asKnown by all that is known at the position of the answer; absent where the source
   *     tells neither who decided nor by which power
   * @param differences between the two
   */
  record Both(
      CompetenceStatus status,
      CompetenceProof then,
      @Nullable CompetenceProof asKnown,
      List<VerdictDifference> differences) {}

  private final ReadModels readModels;
  private final Checks checks;
  private final FactLog log;

  Verdicts(ReadModels readModels, Checks checks, FactLog log) {
    this.readModels = readModels;
    this.checks = checks;
    this.log = log;
  }

  /**
   * The verdicts on a decision.
   *
   * @param position what is known at it counts
   */
  Both of(DecisionRow row, long position) {
    CompetenceProof known =
        log.at(row.takenAt())
            .map(stored -> LedgerFacts.recorded(stored).envelope())
            .flatMap(taken -> known(row, taken, position))
            .orElse(null);
    return new Both(
        status(row, known),
        row.competence(),
        known,
        known == null ? List.of() : VerdictDifference.between(row.competence(), known));
  }

  private Optional<CompetenceProof> known(DecisionRow row, Envelope taken, long position) {
    return Optional.ofNullable(PastDecision.of(row, taken))
        .map(past -> past.asKnownIn(readModels.asOf(position, past.on()), proposer(taken)));
  }

  /** As it was named at the gate the decision passed. */
  private @Nullable PersonId proposer(Envelope taken) {
    String command = taken.commandId();
    return command == null
        ? null
        : checks
            .find(UUID.fromString(command))
            .map(check -> check.question().proposer())
            .orElse(null);
  }

  private static CompetenceStatus status(DecisionRow row, @Nullable CompetenceProof known) {
    if (row.ratification() != null) {
      return CompetenceStatus.RATIFIED;
    }
    if (known == null || known.verdict() == Verdict.UNKNOWN) {
      return CompetenceStatus.UNKNOWN;
    }
    return known.verdict() == Verdict.COMPETENT
        ? CompetenceStatus.COMPETENT
        : CompetenceStatus.DEFECTIVE;
  }
}
