package nl.korf.projections;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import nl.korf.projections.RowWriter.Interruption;

/**
 * Lets appends go first while a generation is built beside the one that answers. Nobody waits for
 * such a build, while somebody waits for every append; and both want the same processors and the
 * same disk. So as long as appends come, the build goes in small pieces and rests after each for as
 * long as it took, before the next statement, within a transaction too. It keeps half its pace at
 * least; on a quiet ledger it keeps all of it. A build that falls further behind in spite of that
 * gives way no more until it has caught up: it ends wherever it would have. Used by the thread of
 * one follower alone.
 */
final class GivingWay implements Interruption {

  /** Most facts folded at once while appends come. */
  static final int FACTS_MAX = 250;

  /** Longest rest after a piece, however long that took. */
  static final Duration REST_MAX = Duration.ofSeconds(1);

  /** Appends are taken to come until this long after the last one. */
  static final Duration BUSY_FOR = Duration.ofMillis(500);

  private final LongSupplier head;
  private final LongSupplier nanos;
  private final Consumer<Duration> rest;
  private boolean beside;
  private long begun;
  private long seen;
  private long busyUntil;
  private long lag = Long.MAX_VALUE;
  private boolean losing;

  /**
   * Gives way to appends.
   *
   * @param head last position that is recorded
   * @param nanos as {@link System#nanoTime}
   * @param rest waits so long, or less where there is a reason to
   */
  GivingWay(LongSupplier head, LongSupplier nanos, Consumer<Duration> rest) {
    this.head = head;
    this.nanos = nanos;
    this.rest = rest;
    this.seen = head.getAsLong();
    this.begun = nanos.getAsLong();
    this.busyUntil = begun;
  }

  /** Whether the generation is built beside another; one that answers gives way to nobody. */
  void beside(boolean now) {
    beside = now;
  }

  /** A piece of work begins; what was before it was none. */
  void begin() {
    begun = nanos.getAsLong();
    look();
  }

  /** How many positions the build is behind now; 0: it has caught up. */
  void behind(long positions) {
    losing = positions > 0 && (losing || positions > lag);
    lag = positions == 0 ? Long.MAX_VALUE : positions;
  }

  /** Most facts to fold in the next piece. */
  int factsMax() {
    return givesWay() ? FACTS_MAX : Integer.MAX_VALUE;
  }

  /** A piece has ended and the next statement follows: the place to rest. */
  @Override
  public void before(String statement) {
    long took = nanos.getAsLong() - begun;
    look();
    if (givesWay()) {
      Duration piece = Duration.ofNanos(took);
      rest.accept(piece.compareTo(REST_MAX) > 0 ? REST_MAX : piece);
    }
    begin();
  }

  private boolean givesWay() {
    return beside && !losing && busyUntil - nanos.getAsLong() > 0;
  }

  private void look() {
    long now = head.getAsLong();
    if (now > seen) {
      busyUntil = nanos.getAsLong() + BUSY_FOR.toNanos();
    }
    seen = now;
  }
}
