package nl.korf.service.decisions;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.competence.AuthorityCheck;
import nl.korf.model.decisions.DecisionLife;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.service.authority.Competence;
import nl.korf.service.authority.PastDecision;
import nl.korf.service.entities.DecisionEntities;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import org.jspecify.annotations.Nullable;

/**
 * A decision taken earlier that a command is about, as sourced.
 *
 * @param row as it is by itself now, or will be first
 * @param taking the fact by which it was taken
 */
record Earlier(DecisionLife life, DecisionRow row, RecordedFact taking, Entities entities) {

  /** The decision; one that is not there is refused at once. */
  static Earlier subject(DecisionId id, Entities entities) {
    DecisionEntities decisions = DecisionEntities.in(entities);
    DecisionLife life = Reasons.subject(decisions.life(id), id);
    Optional<DecisionRow> row = life.on(entities.now()).or(life::atLast);
    return new Earlier(
        life, Reasons.subject(row, id), Reasons.subject(decisions.taking(id), id), entities);
  }

  DecisionId id() {
    return life.decision();
  }

  /** Null where the source tells neither who took it nor by which power. */
  @Nullable PastDecision past() {
    return PastDecision.of(row, taking.envelope());
  }

  /** Who proposed what it was about. */
  @Nullable PersonId proposer() {
    return row.initiative() == null ? null : entities.proposerOf(row.initiative()).orElse(null);
  }

  /**
   * Whether the person is competent for its power now; why not becomes a reason. Null where its
   * power is not known.
   */
  @Nullable CompetenceProof competent(
      PersonId person, Competence competence, Reasons reasons, String gate, String part) {
    PastDecision past = past();
    if (past == null) {
      reasons.add(Refusal.DECISION_POWER_UNKNOWN, "decision", id());
      return null;
    }
    CompetenceProof proof = competence.forEarlier(past, person, proposer(), entities, gate, part);
    if (proof.verdict() != Verdict.COMPETENT) {
      reasons.add(
          Refusal.NOT_COMPETENT_FOR_EARLIER,
          "decision",
          id(),
          "power",
          past.act().power(),
          "person",
          person);
      reasons.addAll(AuthorityCheck.reasons(id(), person, past.act(), proof));
    }
    return proof;
  }

  /** The proof, where nothing was refused. */
  static CompetenceProof found(@Nullable CompetenceProof proof) {
    return Objects.requireNonNull(proof);
  }

  /** The mandates a proof rests on. */
  static List<MandateId> mandates(CompetenceProof proof) {
    return proof.path().stream().map(CompetenceProof.Step::mandate).distinct().toList();
  }

  /** In whose name its decider acted. */
  @Nullable String principal() {
    BodyId principal = row.principal();
    return principal == null ? null : "body:" + principal;
  }
}
