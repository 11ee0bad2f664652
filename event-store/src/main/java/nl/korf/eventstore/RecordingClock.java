package nl.korf.eventstore;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Gives the moment of recording: this node's time, held against the database's and the past. */
final class RecordingClock {

  private final Clock clock;
  private final Duration tolerance;

  RecordingClock(Clock clock, Duration tolerance) {
    this.clock = clock;
    this.tolerance = tolerance;
  }

  Instant now() {
    return clock.instant();
  }

  /**
   * The moment for a batch: microseconds, and never before the fact before.
   *
   * @param asked when the database was asked for its time; it may have waited for the lock since
   * @param previous the moment of the newest fact, null for an empty ledger
   * @throws ClocksApart when the database's time is not between asked and now, with the tolerance
   */
  Instant moment(Instant asked, Instant database, @Nullable Instant previous) {
    Instant now = now();
    if (database.isBefore(asked.minus(tolerance)) || database.isAfter(now.plus(tolerance))) {
      throw new ClocksApart(now, database, tolerance);
    }
    Instant moment = LedgerTime.truncated(now);
    return previous != null && previous.isAfter(moment) ? previous : moment;
  }
}
