package nl.korf.service.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is set: for the founding of an example ledger, and tests. */
public final class StoryClock extends Clock {

  private final AtomicReference<Instant> now;

  public StoryClock(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  /** Goes to an instant; never back. */
  public void set(Instant instant) {
    now.updateAndGet(known -> instant.isBefore(known) ? known : instant);
  }

  public void advance(Duration by) {
    now.updateAndGet(known -> known.plus(by));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
