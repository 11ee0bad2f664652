package nl.korf.eventstore;

import java.time.Duration;
import java.time.Instant;

/**
 * The newest fact was recorded later than the database's clock says it is now, by more than the
 * tolerance. Recording times never decrease, so every fact from here on would carry that instant.
 * Reading goes on; appending does once the clock has come there, or where more is tolerated.
 */
public final class LedgerAhead extends AppendRefused {

  LedgerAhead(Instant newest, Instant database, Duration tolerance) {
    super(
        "The newest fact was recorded at %s; the database's clock says %s, and at most %s is tolerated"
                .formatted(newest, database, tolerance)
            + ". Every later fact would carry that instant. Set the database's clock right if it is"
            + " behind; else a clock was ahead when that fact was recorded: wait until then,"
            + " restore a backup from before it, or tolerate more and say so in the register");
  }
}
