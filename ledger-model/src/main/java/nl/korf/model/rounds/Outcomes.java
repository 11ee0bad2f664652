package nl.korf.model.rounds;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.korf.model.facts.RoundEvent.RoundOutcome;
import nl.korf.model.facts.RoundEvent.Tally;
import nl.korf.model.rounds.Condition.Asked;
import nl.korf.model.rounds.Condition.Fails;
import nl.korf.model.rules.Rule;
import nl.korf.model.rules.RuleSpec;

/**
 * The outcome of a round: a pure function of rule, electorate, answers, objections and deadline.
 * The instant at which a fact was recorded decides whether it was in time; when the outcome is
 * computed decides nothing, so a timer that is late changes nothing.
 */
public final class Outcomes {

  private Outcomes() {}

  /**
   * The outcome by the facts that are there. Before {@link #closableFrom} it is what the outcome
   * would be if nothing more were said.
   */
  public static Computed of(RoundState state) {
    Tally tally = Count.of(state);
    Asked asked = new Asked(state, tally);
    for (Condition condition : Conditions.of(state.spec().rule())) {
      Optional<Fails> fails = condition.test().of(asked);
      if (fails.isPresent()) {
        return new Computed(fails.get().outcome(), tally, condition.name(), fails.get().values());
      }
    }
    return new Computed(RoundOutcome.ADOPTED, tally, null, Map.of());
  }

  /**
   * From when on the round can be closed. Never before the deadline while others may still answer,
   * even where they cannot change the result: an elector may change a ballot, and everybody was
   * told the same time. Only where one person decides does their answer end the round.
   */
  public static Instant closableFrom(RoundState state) {
    RuleSpec spec = state.spec();
    boolean alone = spec.rule() == Rule.MANDATED || spec.rule() == Rule.ADVICE;
    if (alone && spec.mustAgree().isEmpty() && spec.vetoers().isEmpty()) {
      return DecidingConditions.deciding(state).map(Said::recordedAt).orElse(state.deadline());
    }
    Instant from = state.deadline();
    if (!spec.vetoers().isEmpty()) {
      from = from.plus(RoundState.orZero(spec.vetoWindow()));
    }
    if (awaitsCastingVote(state)) {
      Instant until = state.deadline().plus(RoundState.orZero(spec.castingVoteWindow()));
      from = until.isAfter(from) ? until : from;
    }
    return from;
  }

  /** Whether the deadline is put to the test by a tie that somebody named may still break. */
  private static boolean awaitsCastingVote(RoundState state) {
    return state.spec().rule() == Rule.MAJORITY
        && state.opened().castingVote() != null
        && state.castingVote().isEmpty()
        && Count.tied(Count.of(state))
        && Count.quorum(state.spec(), Count.of(state));
  }
}
