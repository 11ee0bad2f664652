package nl.korf.eventstore;

import java.time.Duration;
import java.time.Instant;

/**
 * The clocks of this node and of the database differ by more than the tolerance, so a moment of
 * recording would not be worth its name. Reading goes on; appending does too once they agree.
 */
public final class ClocksApart extends AppendRefused {

  ClocksApart(Instant here, Instant database, Duration tolerance) {
    super(
        "The clock of this node says %s, the database's %s: more than %s apart. Set the clocks right"
            .formatted(here, database, tolerance));
  }
}
