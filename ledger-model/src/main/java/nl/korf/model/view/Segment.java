package nl.korf.model.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row with the time it is in force: {@code [from, until)}, open-ended when {@code until} is null.
 */
public record Segment(Row row, Instant from, @Nullable Instant until) {

  /** Whether the row is in force at the instant. */
  public boolean covers(Instant instant) {
    return !instant.isBefore(from) && (until == null || instant.isBefore(until));
  }
}
