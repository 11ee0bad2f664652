package nl.korf.service.imports;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * Tells how far an import is: on a terminal a bar with rate and time left, elsewhere a plain line
 * every {@value #LINE_SECONDS} seconds.
 */
final class ProgressLine implements Progress {

  /** Seconds between two plain lines. */
  private static final int LINE_SECONDS = 5;

  private static final long REDRAW_NANOS = 100_000_000L;
  private static final int BAR_WIDTH = 30;

  private final PrintWriter out;
  private final boolean terminal;
  private long total;
  private long done;
  private long started;
  private long shown;

  ProgressLine(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public void phase(String what) {
    out.println(what + " …");
    out.flush();
  }

  @Override
  public synchronized void begin(long facts) {
    total = facts;
    done = 0;
    started = System.nanoTime();
    shown = started;
  }

  @Override
  public synchronized void advance(long facts, ImportReport.Tally tally) {
    done += facts;
    long now = System.nanoTime();
    long pause = terminal ? REDRAW_NANOS : LINE_SECONDS * 1_000_000_000L;
    if (now - shown >= pause) {
      shown = now;
      show(now);
    }
  }

  @Override
  public synchronized void end() {
    if (terminal && total > 0) {
      show(System.nanoTime());
      out.println();
    }
  }

  private void show(long now) {
    double seconds = Math.max((now - started) / 1e9, 0.001);
    double rate = done / seconds;
    long left = rate > 0 ? Math.round((total - done) / rate) : 0;
    String figures =
        String.format(
            Locale.ROOT,
            "%,d of %,d facts, %,.0f a second, %d:%02d left",
            done,
            total,
            rate,
            left / 60,
            left % 60);
    if (terminal) {
      int full = total == 0 ? BAR_WIDTH : (int) (BAR_WIDTH * done / total);
      out.print("\r[" + "#".repeat(full) + ".".repeat(BAR_WIDTH - full) + "] " + figures + "  ");
      out.flush();
    } else {
      out.println(figures);
      out.flush();
    }
  }
}
