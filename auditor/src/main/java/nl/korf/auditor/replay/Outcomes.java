package nl.korf.auditor.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.korf.model.RoundId;
import nl.korf.model.competence.ProofDifferences.Difference;
import nl.korf.model.facts.FactTypes;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoundEvent;
import nl.korf.model.facts.RoundEvent.OutcomeComputed;
import nl.korf.model.rounds.Computed;
import nl.korf.model.rounds.RoundState;

/** Computes the outcome of every round again, from the facts it says it was counted from. */
final class Outcomes {

  private final Map<RoundId, List<RecordedFact>> rounds = new HashMap<>();

  void add(RecordedFact fact) {
    if (fact.fact() instanceof RoundEvent event) {
      rounds.computeIfAbsent(RoundState.of(event), _ -> new ArrayList<>()).add(fact);
    }
  }

  /** The outcome again; the facts before it were added, it itself was not. */
  Rerun rerun(RecordedFact fact, OutcomeComputed recorded) {
    List<RecordedFact> facts =
        rounds.getOrDefault(recorded.round(), List.of()).stream()
            .filter(one -> one.position() <= recorded.asKnownAt())
            .toList();
    RoundState state = RoundState.of(facts);
    Computed computed = nl.korf.model.rounds.Outcomes.of(state);
    List<Difference> differences = new ArrayList<>();
    differs(differences, "outcome", recorded.outcome(), computed.outcome());
    differs(differences, "tally", recorded.tally(), computed.tally());
    differs(differences, "failed", recorded.failed(), computed.failed());
    differs(differences, "values", recorded.values(), computed.values());
    differs(differences, "deadline", recorded.deadline(), state.deadline());
    return new Rerun(
        fact.position(),
        FactTypes.nameOf(recorded),
        "round " + recorded.round(),
        recorded.outcome().name(),
        differences.isEmpty() ? Rerun.Result.SAME : Rerun.Result.DIFFERENT,
        null,
        differences);
  }

  private static void differs(
      List<Difference> all,
      String about,
      @org.jspecify.annotations.Nullable Object then,
      @org.jspecify.annotations.Nullable Object now) {
    if (!Objects.equals(then, now)) {
      all.add(Rerun.outcome(about, then, now));
    }
  }
}
