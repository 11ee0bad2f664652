package nl.korf.auditor;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import nl.korf.auditor.checks.Progress;

/** A bar on the terminal, for whoever waits. Nothing where errors go to a file or a pipe. */
final class Bar implements Progress {

  private static final int WIDTH = 40;
  private static final int FACTS_A_LOOK = 4_096;
  private static final long NANOS_A_LINE = 200_000_000;

  private final PrintStream terminal;
  private final long facts;
  private long shownAt = System.nanoTime();
  private boolean shown;

  private Bar(PrintStream terminal, long facts) {
    this.terminal = terminal;
    this.facts = facts;
  }

  /** The bar of a work of so many facts. */
  static Progress on(long facts) {
    return facts > 0 && terminal() ? new Bar(System.err, facts) : NONE;
  }

  /** Where the system tells what standard error is, that counts; elsewhere what the console is. */
  private static boolean terminal() {
    Path errors = Path.of("/proc/self/fd/2");
    try {
      if (Files.isSymbolicLink(errors)) {
        String to = Files.readSymbolicLink(errors).toString();
        return to.startsWith("/dev/pts/") || to.startsWith("/dev/tty");
      }
    } catch (IOException e) {
      return false;
    }
    return Objects.requireNonNull(System.console()).isTerminal();
  }

  @Override
  public void at(long done) {
    if (done % FACTS_A_LOOK != 0) {
      return;
    }
    long now = System.nanoTime();
    if (now - shownAt >= NANOS_A_LINE) {
      shownAt = now;
      shown = true;
      int filled = (int) (WIDTH * Math.min(done, facts) / facts);
      terminal.print(
          "\r[%s%s] %,d of %,d facts"
              .formatted("#".repeat(filled), ".".repeat(WIDTH - filled), done, facts));
      terminal.flush();
    }
  }

  @Override
  public void done() {
    if (shown) {
      terminal.print("\r" + " ".repeat(WIDTH + 50) + "\r");
      terminal.flush();
    }
  }
}
