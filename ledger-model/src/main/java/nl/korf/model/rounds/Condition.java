package nl.korf.model.rounds;

import java.util.Map;
import java.util.Optional;
import nl.korf.model.facts.RoundEvent.RoundOutcome;
import nl.korf.model.facts.RoundEvent.Tally;

/**
 * One thing that must hold for a round to be adopted, as a value: an outcome names the first that
 * does not.
 *
 * @param name as outcomes carry it; stable
 */
record Condition(String name, Test test) {

  /** What is asked of. */
  record Asked(RoundState state, Tally tally) {}

  /** Why it does not hold: the outcome that makes, and what was compared. */
  record Fails(RoundOutcome outcome, Map<String, String> values) {}

  /** Empty where it holds. */
  @FunctionalInterface
  interface Test {
    Optional<Fails> of(Asked asked);
  }
}
