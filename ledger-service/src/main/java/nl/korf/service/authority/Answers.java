package nl.korf.service.authority;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.competence.ProofDifferences;
import nl.korf.model.competence.ProofDifferences.Difference;
import nl.korf.service.kernel.Actor;
import nl.korf.service.web.Positions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers questions of authority from the read models, and records that it did. */
@Component
class Answers {

  private final ReadModels readModels;
  private final CheckLog log;
  private final Positions positions;
  private final Clock clock;

  Answers(ReadModels readModels, CheckLog log, Positions positions, Clock clock) {
    this.readModels = readModels;
    this.log = log;
    this.positions = positions;
    this.clock = clock;
  }

  /** The present moment, as the ledger keeps time. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** The last position that is projected or, where another is asked for, that one. */
  long position(@Nullable Long at) {
    if (at == null) {
      return readModels.position();
    }
    positions.requireShown("/at", at);
    return at;
  }

  /** Checks, and records it under the id; the one that is recorded where another was first. */
  RecordedCheck check(
      UUID id, Asking asking, Question question, long position, Instant on, Actor actor) {
    RecordedCheck check =
        new RecordedCheck(
            id,
            asking.key(),
            now(),
            actor.toString(),
            null,
            question,
            question.answer(readModels.asOf(position, on)));
    if (log.record(check, asking)) {
      return check;
    }
    log.requireUnusedOrSame(asking);
    return log.find(id).orElseThrow();
  }

  /**
   * A check made anew from its references alone.
   *
   * @param same whether verdict and failed predicate are those that were recorded
   */
  record Reproduction(
      UUID check,
      boolean same,
      CompetenceProof recorded,
      CompetenceProof again,
      List<Difference> differences) {}

  /** Makes a check again, as known at its position about its instant. Records nothing. */
  Reproduction reproduce(RecordedCheck check) {
    CompetenceProof recorded = check.proof();
    Instant on = recorded.on() == null ? check.checkedAt() : recorded.on();
    CompetenceProof again =
        check.question().answer(readModels.asOf(position(recorded.asKnownAt()), on));
    List<Difference> differences = ProofDifferences.between(recorded, again);
    boolean same =
        differences.stream()
            .noneMatch(one -> one.about().equals("verdict") || one.about().equals("failed"));
    return new Reproduction(check.id(), same, recorded, again, differences);
  }
}
