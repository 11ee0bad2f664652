package nl.korf.projections;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import nl.korf.eventstore.FactLog;
import org.jspecify.annotations.Nullable;

/**
 * Turns what somebody asks for into an {@link AsOf}. A moment of knowledge is the last position
 * recorded at or before it; an instant in the world, where none is given, is the recording time of
 * the position, or now at head. Safe from any thread.
 */
public final class Moments {

  private final FactLog log;
  private final LongSupplier projected;
  private final InstantSource clock;

  /**
   * Moments of a ledger.
   *
   * @param projected the last position every read model has: {@link Projections#position()}
   */
  public Moments(FactLog log, LongSupplier projected, InstantSource clock) {
    this.log = log;
    this.projected = projected;
    this.clock = clock;
  }

  /** All that is projected, about an instant; null is now. */
  public AsOf head(@Nullable Instant on) {
    return new AsOf(projected.getAsLong(), on == null ? now() : micros(on));
  }

  /**
   * What was known after a position.
   *
   * @throws IllegalArgumentException when the position is not projected (yet)
   */
  public AsOf at(long position, @Nullable Instant on) {
    long head = projected.getAsLong();
    if (position > head) {
      throw new IllegalArgumentException(
          "position %d lies beyond %d, the last one projected".formatted(position, head));
    }
    return new AsOf(position, on == null ? recordedAt(position) : micros(on));
  }

  /** What was known at an instant; from the future, what is known now. */
  public AsOf at(Instant known, @Nullable Instant on) {
    long position = Math.min(log.positionAt(known), projected.getAsLong());
    return new AsOf(position, on == null ? recordedAt(position) : micros(on));
  }

  private Instant recordedAt(long position) {
    return log.recordedAt(position).orElse(Instant.EPOCH);
  }

  private Instant now() {
    return micros(clock.instant());
  }

  private static Instant micros(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }
}
