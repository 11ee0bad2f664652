package nl.korf.service.rounds;

import java.util.Objects;
import nl.korf.model.Refusal;
import nl.korf.model.RoundId;
import nl.korf.model.facts.RoundEvent.Call;
import nl.korf.model.facts.RoundEvent.RoundOutcome;
import nl.korf.model.rules.RuleRef;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.RoundEntities;
import nl.korf.service.entities.SourcedRound;
import org.jspecify.annotations.Nullable;

/** When a round may follow another one: once, after the outcome for which that was declared. */
final class Calls {

  private Calls() {}

  static void check(OpenRound command, RoundEntities rounds, Reasons reasons) {
    @Nullable RoundId follows = command.follows();
    @Nullable Call call = command.call();
    if (follows == null && call == null) {
      return;
    }
    reasons.when(follows == null, Refusal.VALUE_MISSING, "field", "follows");
    reasons.when(call == null, Refusal.VALUE_MISSING, "field", "call");
    if (follows == null || call == null) {
      return;
    }
    reasons
        .need(rounds.round(follows), follows)
        .ifPresent(earlier -> {
          sameQuestion(command, earlier, reasons);
          ended(call, earlier, reasons);
          declared(call, command.rule(), earlier, reasons);
          once(call, earlier, rounds, reasons);
        });
  }

  private static void sameQuestion(OpenRound command, SourcedRound earlier, Reasons reasons) {
    reasons.when(
        !command.group().equals(earlier.opened().group()),
        Refusal.ROUND_DECIDED_OTHERWISE,
        "round",
        earlier.id(),
        "field",
        "group",
        "decided",
        earlier.opened().group(),
        "asked",
        command.group());
    reasons.when(
        !Objects.equals(command.initiative(), earlier.opened().initiative()),
        Refusal.ROUND_DECIDED_OTHERWISE,
        "round",
        earlier.id(),
        "field",
        "initiative",
        "decided",
        String.valueOf(earlier.opened().initiative()),
        "asked",
        String.valueOf(command.initiative()));
  }

  private static void ended(Call call, SourcedRound earlier, Reasons reasons) {
    SourcedRound.@Nullable Ended end = earlier.ended();
    if (end == null) {
      reasons.add(Refusal.ROUND_STILL_OPEN, "round", earlier.id(), "from", earlier.deadline());
      return;
    }
    RoundOutcome needed =
        switch (call) {
          case SECOND_CALL -> RoundOutcome.NO_QUORUM;
          case FALLBACK -> RoundOutcome.BLOCKED;
        };
    reasons.when(
        end.outcome() != needed,
        Refusal.CALL_OUTCOME_DIFFERS,
        "round",
        earlier.id(),
        "outcome",
        end.outcome(),
        "call",
        call,
        "needed",
        needed);
  }

  private static void declared(Call call, RuleRef rule, SourcedRound earlier, Reasons reasons) {
    boolean declared =
        switch (call) {
          case SECOND_CALL -> earlier.spec().secondCall() && rule.equals(earlier.opened().rule());
          case FALLBACK -> rule.equals(earlier.spec().fallback());
        };
    reasons.when(
        !declared,
        Refusal.CALL_NOT_DECLARED,
        "round",
        earlier.id(),
        "call",
        call,
        "rule",
        rule.rule(),
        "version",
        rule.version());
  }

  private static void once(Call call, SourcedRound earlier, RoundEntities rounds, Reasons reasons) {
    @Nullable RoundId first = earlier.opened().follows();
    if (call == Call.SECOND_CALL && earlier.opened().call() == call && first != null) {
      already(first, earlier, reasons);
    }
    rounds.following(earlier.id()).ifPresent(next -> already(earlier.id(), next, reasons));
  }

  private static void already(RoundId round, SourcedRound follower, Reasons reasons) {
    reasons.add(
        Refusal.CALL_ALREADY_MADE,
        "round",
        round,
        "follower",
        follower.id(),
        "position",
        follower.position());
  }
}
