package nl.korf.model.rounds;

import java.time.Instant;
import nl.korf.model.facts.RoundEvent.ObjectionRaised;
import org.jspecify.annotations.Nullable;

/**
 * An objection and what became of it.
 *
 * @param raisedAt when it was recorded
 * @param settledAt when it got its present state, or null: it is as it was raised
 */
public record Objection(
    ObjectionRaised raised, Instant raisedAt, State state, @Nullable Instant settledAt) {

  /** Where an objection stands. */
  public enum State {
    RAISED,
    SUSTAINED,
    DISMISSED,
    INTEGRATED,
    WITHDRAWN;

    /** Whether it still stands in the way: raised and not tested yet, or sustained. */
    public boolean stands() {
      return this == RAISED || this == SUSTAINED;
    }
  }

  /** As it stood just before an instant: what was settled at or after it was not settled then. */
  boolean standsBefore(Instant instant) {
    Instant settled = settledAt;
    return raisedAt.isBefore(instant)
        && (state.stands() || (settled != null && !settled.isBefore(instant)));
  }

  Objection in(State next, Instant at) {
    return new Objection(raised, raisedAt, next, at);
  }
}
