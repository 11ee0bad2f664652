package nl.korf.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * A fresh JVM that opens a ledger, works on it for a while and says what memory it took: in this
 * one, everything measured before would count as well.
 */
final class MemoryNode {

  private static final Duration WORK = Duration.ofSeconds(5);
  private static final int IN_FLIGHT = 64;

  private MemoryNode() {}

  /**
   * What it took, in bytes.
   *
   * @param heap in use after the work and a collection
   * @param resident of the whole process, at most
   */
  record Taken(double heap, double resident) {

    private static final String WORD = "TAKEN";

    String line() {
      return "%s %.0f %.0f".formatted(WORD, heap, resident);
    }

    static Taken in(String said) {
      String line =
          said.lines()
              .filter(one -> one.startsWith(WORD))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("it took nothing: " + said));
      String[] words = line.split(" ");
      return new Taken(Double.parseDouble(words[1]), Double.parseDouble(words[2]));
    }
  }

  /** Runs it on a database whose tags are where {@code Store} looks for them by default. */
  static Taken on(Server.Database database) throws IOException, InterruptedException {
    List<String> command = ChildJvm.command(MemoryNode.class.getName());
    command.addAll(List.of(database.name(), String.valueOf(database.port()), database.url()));
    Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("it ended with %d: %s".formatted(process.exitValue(), said));
    }
    return Taken.in(said);
  }

  /** Arguments: name, port and JDBC address of the database. */
  public static void main(String[] arguments) throws Exception {
    Server.Database database =
        Server.Database.at(arguments[0], Integer.parseInt(arguments[1]), arguments[2]);
    try (Store store = Store.open(database)) {
      Load.run(IN_FLIGHT, WORK, _ -> store.append());
      Load.run(4, WORK, _ -> ScaleFigures.source(store));
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      double heap = runtime.totalMemory() - runtime.freeMemory();
      double resident = ResidentSet.of(ProcessHandle.current().pid()).peak();
      System.out.println(new Taken(heap, resident).line());
    }
    System.exit(0);
  }
}
