package nl.korf.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./korf bench}: measures side by side and prints one table of ratios. */
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

  @Option(names = "--rounds", description = "rounds, taken in turn", defaultValue = "5")
  private int rounds;

  @Option(names = "--seconds", description = "of each contender in a round", defaultValue = "10")
  private int seconds;

  @Option(names = "--only", split = ",", description = "some of: append, scale, reads; default all")
  private List<String> only = new ArrayList<>();

  @Option(names = "--folder", description = "for the database, on a real disk")
  private Path folder = Path.of("korf-bench-data");

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    List<Figure> figures = new ArrayList<>();
    try (Server server = Server.start(folder.toAbsolutePath())) {
      for (Part part : Part.values()) {
        if (only.isEmpty() || only.contains(part.word())) {
          System.err.println("measuring: " + part.word());
          figures.addAll(part.figures(server, this));
        }
      }
    } finally {
      delete(folder);
    }
    print(figures);
    return figures.stream().allMatch(Figure::reached) ? 0 : 1;
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

  private static void print(List<Figure> figures) {
    System.out.println("| figure | ratio, median (range) | bar | | absolute, for orientation |");
    System.out.println("| --- | --- | --- | --- | --- |");
    figures.forEach(figure -> System.out.println(figure.line()));
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** What can be measured on its own. */
  private enum Part {
    APPEND {
      @Override
      List<Figure> figures(Server server, Bench options) throws Exception {
        return new AppendFigures(server, options).measure();
      }
    },
    SCALE {
      @Override
      List<Figure> figures(Server server, Bench options) throws Exception {
        return new ScaleFigures(server, options).measure();
      }
    },
    READS {
      @Override
      List<Figure> figures(Server server, Bench options) throws Exception {
        return new ReadFigures(server, options).measure();
      }
    };

    abstract List<Figure> figures(Server server, Bench options) throws Exception;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
