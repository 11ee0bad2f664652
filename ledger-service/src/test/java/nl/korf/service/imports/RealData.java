package nl.korf.service.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/** The public data sets, where they are there; read here without the code under test. */
public final class RealData {

  private static final List<String> SETS = List.of("kubernetes", "bzk-mandates", "rust-teams");

  private RealData() {}

  /** The folder of a set; without it the test is skipped, and says so. */
  public static Path folder(String set) {
    Path all = Path.of(System.getProperty("korf.real-data", "absent"));
    long there = SETS.stream().filter(name -> Files.isDirectory(all.resolve(name))).count();
    System.out.println(there == 0 ? "real data: absent" : "real data: %d sets".formatted(there));
    Assumptions.assumeTrue(Files.isDirectory(all.resolve(set)), "real data: " + set + " is absent");
    return all.resolve(set);
  }

  /** Imports a set whole, for tests of other packages. */
  public static void importInto(ImportLab lab, String set) {
    imported(set, lab);
  }

  /** Imports a set whole and tells how that went. */
  static ImportReport imported(String set, ImportLab lab) {
    ImportReport report = lab.run(folder(set));
    report.lines().forEach(System.out::println);
    return report;
  }

  /** How long building every read model anew takes, told too. */
  static Duration rebuilt(String set, ImportLab lab) {
    Duration took = lab.rebuild();
    System.out.println(
        String.format(
            Locale.ROOT, "%s: all read models rebuilt in %.1f s", set, took.toMillis() / 1e3));
    return took;
  }

  /** The rows of a CSV file, by column. A reader of its own: quotes, commas, line breaks. */
  public static List<Map<String, String>> rows(Path file) {
    List<List<String>> records = records(text(file));
    List<String> header = records.getFirst();
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> fields : records.subList(1, records.size())) {
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), fields.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  /** Whether a half-open period of a row covers an instant; an empty side is open. */
  public static boolean covers(Map<String, String> row, Instant instant) {
    String from = row.getOrDefault("from", "");
    String to = row.getOrDefault("to", "");
    return (from.isEmpty() || !instant.isBefore(Instant.parse(from)))
        && (to.isEmpty() || instant.isBefore(Instant.parse(to)));
  }

  private static List<List<String>> records(String text) {
    List<List<String>> records = new ArrayList<>();
    List<String> record = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        record.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          records.add(record);
          record = new ArrayList<>();
        }
      } else if (quoted || c != '\r') {
        field.append(c);
      }
    }
    return records;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a row says in a column that every row of its file has. */
  public static String cell(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }
}
