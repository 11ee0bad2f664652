package nl.korf.eventstore;

import java.time.Duration;

/** The bounded queue in front of the appender is full; nothing was queued. Try again later. */
public final class AppendQueueFull extends AppendRefused {

  private final transient Duration retryAfter;

  AppendQueueFull(int queued, Duration retryAfter) {
    super("The ledger has %d appends waiting and takes no more meanwhile".formatted(queued));
    this.retryAfter = retryAfter;
  }

  /** How long the caller should wait before it tries again. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
