package nl.korf.eventstore;

import java.time.Duration;

/**
 * The connection was lost around the commit and the database could not be asked for {@code
 * patience} whether the facts are stored; or this process failed in the middle of it. Repeat with
 * the same command id: that is safe either way.
 */
public final class OutcomeUnknown extends AppendRefused {

  OutcomeUnknown(Duration patience, Throwable cause) {
    super(
        "The connection was lost at the commit and the database did not answer for " + patience,
        cause);
  }

  OutcomeUnknown(Throwable cause) {
    super("The commit failed in this process, and nobody looked whether it was done", cause);
  }
}
