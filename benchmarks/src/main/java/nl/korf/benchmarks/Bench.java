package nl.korf.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code ./korf bench}: measures side by side and prints one table of ratios. Ends with 1 where a
 * bar was missed or, with {@code --faults}, a promise was broken.
 */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures Korf against what stands beside it in the same run; prints ratios.")
final class Bench implements Callable<Integer> {

  @Option(
      names = "--facts",
      description = "size of the large ledger (default ${DEFAULT-VALUE})",
      defaultValue = "10000000")
  private long facts;

  @Option(
      names = "--rounds",
      description = "rounds, taken in turn (default ${DEFAULT-VALUE})",
      defaultValue = "5")
  private int rounds;

  @Option(
      names = "--seconds",
      description = "of each contender in a round (default ${DEFAULT-VALUE})",
      defaultValue = "10")
  private int seconds;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PART",
      description = "some of " + Part.WORDS + "; default all but fill")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--folder",
      description = "for the database, on a real disk (default ${DEFAULT-VALUE})",
      defaultValue = "korf-bench-data")
  private Path folder = Path.of("korf-bench-data");

  @Option(
      names = "--keep",
      description = "keep the folder, and use the large ledgers an earlier run kept in it")
  private boolean keep;

  @Option(
      names = "--faults",
      description = "no figures: kill -9 of the JVM and of PostgreSQL in turn, in mid-batch")
  private boolean faults;

  @Option(
      names = "--kills",
      description = "of --faults (default ${DEFAULT-VALUE})",
      defaultValue = "50")
  private int kills;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** What it would be told on the command line. */
  static Bench of(long facts, int rounds) {
    Bench bench = new Bench();
    new CommandLine(bench).parseArgs("--facts=" + facts, "--rounds=" + rounds);
    return bench;
  }

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    requirePositive();
    List<Part> parts = parts();
    try (BenchFolder opened = BenchFolder.open(folder, keep)) {
      return faults ? killAgainAndAgain(opened) : measure(parts, opened);
    }
  }

  long facts() {
    return facts;
  }

  int rounds() {
    return rounds;
  }

  Duration time() {
    return Duration.ofSeconds(seconds);
  }

  private int killAgainAndAgain(BenchFolder opened) {
    List<String> report = new ArrayList<>();
    boolean kept = Faults.run(kills, opened.path(), System.err::println, report::add);
    report.forEach(System.out::println);
    return kept ? 0 : 1;
  }

  private int measure(List<Part> parts, BenchFolder opened) throws Exception {
    List<Figure> figures = new ArrayList<>();
    try (Server server = Server.start(opened)) {
      for (Part part : parts) {
        System.err.println("measuring: " + part.word());
        figures.addAll(part.figures(server, this));
      }
    }
    Figure.table(figures).forEach(System.out::println);
    return figures.stream().allMatch(Figure::reached) ? 0 : 1;
  }

  private List<Part> parts() {
    try {
      return Part.named(only);
    } catch (IllegalArgumentException unknown) {
      throw new ParameterException(spec.commandLine(), unknown.getMessage(), unknown);
    }
  }

  private void requirePositive() {
    if (facts < 1 || rounds < 1 || seconds < 1 || kills < 2) {
      throw new ParameterException(
          spec.commandLine(),
          "--facts, --rounds and --seconds are at least 1, --kills at least 2 (one of each kind)");
    }
  }
}
