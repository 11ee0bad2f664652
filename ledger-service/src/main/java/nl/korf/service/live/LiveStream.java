package nl.korf.service.live;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One reader: a cursor, and a connection it writes to. Whatever came since the last flush is
 * written in one, so a slow reader gets larger pieces, and one too far behind is told to look at
 * everything again.
 */
final class LiveStream {

  /** A reader further behind than this is not told every fact. */
  static final int BEHIND_MAX = 5_000;

  /** In the long run news are written this far apart; a few that follow calm go at once. */
  static final int FLUSH_EVERY_MILLIS = 150;

  /** News that go at once after calm. */
  static final int AT_ONCE_MAX = 4;

  /** Events written at a time. */
  private static final int PIECE = 500;

  private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(FLUSH_EVERY_MILLIS);

  static final int HEARTBEAT_MILLIS = 20_000;
  static final int RETRY_MILLIS = 2_000;

  private final LiveWindow window;
  private final LongFunction<List<byte[]>> older;
  private final OutputStream out;
  private final BooleanSupplier mayRead;
  private final int heartbeatMillis;
  private long told;
  private long redrawn;

  /** When the flushes until now, spread evenly, would have ended. */
  private long paidUntil = System.nanoTime() - AT_ONCE_MAX * EVERY_NANOS;

  /**
   * A stream that has not begun.
   *
   * @param older events after a position that the window no longer keeps; at least one
   * @param after the position up to which its reader knows everything; null: up to now
   * @param mayRead asked at every heartbeat; the stream ends when it says no
   */
  LiveStream(
      LiveWindow window,
      LongFunction<List<byte[]>> older,
      @Nullable Long after,
      OutputStream out,
      BooleanSupplier mayRead,
      int heartbeatMillis) {
    this.window = window;
    this.older = older;
    this.out = out;
    this.mayRead = mayRead;
    this.heartbeatMillis = heartbeatMillis;
    this.redrawn = window.redraw();
    this.told = after == null ? window.upTo() : after;
  }

  /** Writes until the application stops, the reader may not read any more, or is gone. */
  void run() throws IOException, InterruptedException {
    out.write(LiveEvents.hello(told, RETRY_MILLIS));
    writeNews();
    out.flush();
    while (window.isOpen()) {
      if (window.awaitNews(told, redrawn, heartbeatMillis)) {
        pauseAfterMany();
        writeNews();
        out.flush();
      } else if (window.isOpen()) {
        if (!mayRead.getAsBoolean()) {
          return;
        }
        out.write(LiveEvents.HEARTBEAT);
        out.flush();
      }
    }
  }

  /** Lets facts that come close together travel together, once there are many. */
  private void pauseAfterMany() throws InterruptedException {
    long now = System.nanoTime();
    paidUntil = Math.max(paidUntil + EVERY_NANOS, now - (AT_ONCE_MAX - 1) * EVERY_NANOS);
    if (paidUntil > now) {
      long millis = TimeUnit.NANOSECONDS.toMillis(paidUntil - now);
      window.awaitNews(Long.MAX_VALUE, Long.MAX_VALUE, millis);
    }
  }

  private void writeNews() throws IOException {
    long last = window.upTo();
    if (told < 0 || last - told > BEHIND_MAX || told > last) {
      told = last;
      out.write(LiveEvents.resync(told));
    }
    while (told < last) {
      List<byte[]> kept = window.after(told, PIECE);
      List<byte[]> events = kept == null ? older.apply(told) : kept;
      for (byte[] event : events) {
        out.write(event);
      }
      told += events.size();
    }
    long redraw = window.redraw();
    if (redraw > redrawn && redraw <= told) {
      redrawn = redraw;
      out.write(LiveEvents.redraw(told, redraw));
    }
  }
}
