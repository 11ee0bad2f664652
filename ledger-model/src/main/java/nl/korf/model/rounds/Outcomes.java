package nl.korf.model.rounds;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.korf.model.facts.RoundEvent.BallotCast;
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
   * The answer of a sole decider that ended the round; empty where there is none, and where others
   * have a say after it.
   */
  public static Optional<Said<BallotCast>> endedBy(RoundState state) {
    return DecidingConditions.ending(state);
  }

  /**
   * From when on the round can be closed. Never before the deadline while others may still answer,
   * even where they cannot change the result: an elector may change a ballot, and everybody was
   * told the same time. Only where one person decides does their answer end the round, unless
   * others must agree or may veto; what follows that answer, or a casting vote after the deadline,
   * does not count.
   */
  public static Instant closableFrom(RoundState state) {
    Optional<Instant> ended = DecidingConditions.ending(state).map(Said::recordedAt);
    if (ended.isPresent()) {
      return ended.get();
    }
    RuleSpec spec = state.spec();
    Instant from = state.deadline();
    if (!spec.vetoers().isEmpty()) {
      from = from.plus(RoundState.orZero(spec.vetoWindow()));
    }
    if (castingVoteMatters(state)) {
      Instant until = state.deadline().plus(RoundState.orZero(spec.castingVoteWindow()));
      Instant broken = state.castingVote().map(Said::recordedAt).orElse(until);
      from = broken.isAfter(from) ? broken : from;
    }
    return from;
  }

  /** Whether there is a tie that somebody was named to break. */
  private static boolean castingVoteMatters(RoundState state) {
    return state.spec().rule() == Rule.MAJORITY
        && state.tieBreaker().isPresent()
        && Count.tied(Count.of(state))
        && Count.quorum(state.spec(), Count.of(state));
  }
}
