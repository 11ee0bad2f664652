package nl.korf.service.decisions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.korf.model.DecisionId;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.decisions.DecisionLife;
import nl.korf.model.decisions.DecisionRules;
import nl.korf.model.facts.DecisionEvent.DecisionSuperseded;
import nl.korf.service.authority.Competence;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import org.jspecify.annotations.Nullable;

/**
 * One decision takes the place of others.
 *
 * @param by the decision that takes their place
 * @param from from when
 * @param person who decides so, competent for the power of each of them
 */
record Replacing(
    DecisionId by, Instant from, PersonId person, Competence competence, Entities entities) {

  /** Most decisions one decision replaces. */
  static final int REPLACED_MAX = 16;

  /** What becomes of the decisions that are replaced together. */
  record Replaced(List<DecisionSuperseded> facts, List<DecisionLife> lives) {

    Set<DecisionId> decisions() {
      return lives.stream().map(DecisionLife::decision).collect(Collectors.toUnmodifiableSet());
    }
  }

  /** The decisions a new one replaces; what stands in the way becomes reasons. */
  Replaced all(
      List<TakeDecision.Supersedes> asked, @Nullable Instant from, String gate, Reasons reasons) {
    reasons.when(
        asked.size() > REPLACED_MAX,
        Refusal.VALUE_MALFORMED,
        "field",
        "supersedes",
        "value",
        asked.size(),
        "problem",
        "at most " + REPLACED_MAX);
    List<DecisionSuperseded> facts = new ArrayList<>();
    List<DecisionLife> lives = new ArrayList<>();
    Set<DecisionId> seen = new HashSet<>();
    for (TakeDecision.Supersedes one : asked.subList(0, Math.min(asked.size(), REPLACED_MAX))) {
      if (!seen.add(one.decision())) {
        reasons.add(
            Refusal.VALUE_MALFORMED,
            "field",
            "supersedes",
            "value",
            one.decision(),
            "problem",
            "named twice");
        continue;
      }
      if (one.decision().equals(by)) {
        reasons.add(Refusal.SUPERSEDES_ITSELF, "decision", by);
        continue;
      }
      Earlier old = Earlier.subject(one.decision(), entities);
      lives.add(old.life());
      DecisionSuperseded fact =
          place(
              old,
              from,
              Boolean.TRUE.equals(one.revives()),
              List.of(),
              gate,
              "supersedes/" + old.id(),
              reasons);
      if (fact != null) {
        facts.add(fact);
      }
    }
    return new Replaced(List.copyOf(facts), List.copyOf(lives));
  }

  /**
   * The decision takes the place of one other.
   *
   * @param later decisions that stand in the place of this one already
   */
  @Nullable DecisionSuperseded place(
      Earlier old,
      @Nullable Instant start,
      boolean revives,
      List<DecisionId> later,
      String gate,
      String part,
      Reasons reasons) {
    reasons.addAll(DecisionRules.supersede(old.life(), by, from, later));
    CompetenceProof proof = old.competent(person, competence, reasons, gate, part);
    return proof == null
        ? null
        : new DecisionSuperseded(
            old.id(), old.row().initiative(), by, start, revives, proof, Earlier.mandates(proof));
  }

  static DecisionSuperseded found(@Nullable DecisionSuperseded fact) {
    return Objects.requireNonNull(fact);
  }
}
