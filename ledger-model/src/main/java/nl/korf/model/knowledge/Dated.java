package nl.korf.model.knowledge;

import java.time.Instant;
import nl.korf.model.view.Row;
import org.jspecify.annotations.Nullable;

/**
 * A row with the time for which it stands so: {@code [from, until)}, open-ended when {@code until}
 * is null.
 */
public record Dated<R extends Row>(R row, Instant from, @Nullable Instant until) {

  /** Whether it stands so at the instant. */
  public boolean covers(Instant instant) {
    return !instant.isBefore(from) && (until == null || instant.isBefore(until));
  }
}
