package nl.korf.service.decisions;

import java.util.Objects;
import java.util.Optional;
import nl.korf.model.Refusal;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoundEvent.RoundOpened;
import nl.korf.model.facts.RoundEvent.RoundOutcome;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.RoundEntities;
import nl.korf.service.entities.SourcedRound;
import org.jspecify.annotations.Nullable;

/** The round that a decision carries out, where the group itself was not competent. */
final class CarriedOut {

  private CarriedOut() {}

  /** The round a command names: adopted, not carried out yet, and about the same. */
  static Optional<SourcedRound> round(TakeDecision command, Entities entities, Reasons reasons) {
    if (command.round() == null) {
      return Optional.empty();
    }
    RoundEntities rounds = RoundEntities.in(entities);
    SourcedRound round = Reasons.subject(rounds.round(command.round()), command.round());
    adopted(round, reasons);
    rounds.decisionOf(round.id()).ifPresent(decision -> already(round, decision, reasons));
    RoundOpened opened = round.opened();
    same("initiative", opened.initiative(), command.initiative(), round, reasons);
    same("act", opened.act(), command.act().act(), round, reasons);
    if (command.stage() != null) {
      same("stage", opened.stage(), command.stage(), round, reasons);
    }
    return Optional.of(round);
  }

  /** The command with the stage the round was opened for, where it names none. */
  static TakeDecision completed(TakeDecision asked, SourcedRound round) {
    return new TakeDecision(
        asked.decision(),
        asked.initiative(),
        asked.title(),
        asked.act(),
        asked.decidedFor(),
        asked.mandate(),
        asked.stage() == null ? round.opened().stage() : asked.stage(),
        asked.effectiveFrom(),
        asked.motivation(),
        asked.by(),
        asked.round(),
        asked.expiresAt(),
        asked.reviewAt(),
        asked.supersedes());
  }

  private static void adopted(SourcedRound round, Reasons reasons) {
    SourcedRound.@Nullable Ended end = round.ended();
    if (end == null) {
      reasons.add(Refusal.ROUND_STILL_OPEN, "round", round.id(), "from", round.deadline());
    } else if (end.outcome() != RoundOutcome.ADOPTED) {
      reasons.add(Refusal.ROUND_NOT_ADOPTED, "round", round.id(), "outcome", end.outcome());
    }
  }

  private static void already(SourcedRound round, RecordedFact decision, Reasons reasons) {
    if (decision.fact() instanceof DecisionTaken taken) {
      reasons.add(
          Refusal.ROUND_CARRIED_OUT,
          "decision",
          taken.decision(),
          "round",
          round.id(),
          "position",
          decision.position());
    }
  }

  private static void same(
      String field,
      @Nullable Object decided,
      @Nullable Object asked,
      SourcedRound round,
      Reasons reasons) {
    reasons.when(
        !Objects.equals(decided, asked),
        Refusal.ROUND_DECIDED_OTHERWISE,
        "round",
        round.id(),
        "field",
        field,
        "decided",
        String.valueOf(decided),
        "asked",
        String.valueOf(asked));
  }
}
