package nl.korf.eventstore;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Gives the moment of recording: this node's time, held against the database's and the past. */
final class RecordingClock {

  private final Clock clock;
  private final Duration tolerance;
  private final Duration ahead;

  RecordingClock(EventStoreConfig config) {
    this.clock = config.clock();
    this.tolerance = config.clockTolerance();
    this.ahead = config.aheadTolerated();
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
   * @throws LedgerAhead when the newest fact lies further ahead of the database's time than is
   *     tolerated: all that follows would carry its moment
   */
  Instant moment(Instant asked, Instant database, @Nullable Instant previous) {
    Instant now = now();
    if (database.isBefore(asked.minus(tolerance)) || database.isAfter(now.plus(tolerance))) {
      throw new ClocksApart(now, database, tolerance);
    }
    requireNotAhead(previous, database, ahead);
    Instant moment = LedgerTime.truncated(now);
    return previous != null && previous.isAfter(moment) ? previous : moment;
  }

  /** Refuses where the newest fact lies further ahead of the database's time than is tolerated. */
  static void requireNotAhead(@Nullable Instant newest, Instant database, Duration tolerated) {
    if (newest != null && newest.isAfter(database.plus(tolerated))) {
      throw new LedgerAhead(newest, database, tolerated);
    }
  }
}
