package nl.korf.auditor.exports;

import java.io.IOException;
import java.io.InputStream;
import java.util.NavigableSet;
import java.util.Optional;
import nl.korf.auditor.note.Malformed;

/** Finds one line of facts in an export. */
public final class FactFinder {

  private static final String FOLDER = "facts/";
  private static final int FILE_FACTS = 10_000;

  private FactFinder() {}

  /**
   * The line of a fact; empty where the export has none.
   *
   * @throws Malformed when a line before it is no fact
   * @throws IOException when the export cannot be read
   */
  public static Optional<byte[]> find(ExportFiles files, long position)
      throws Malformed, IOException {
    InputStream in = files.open(file(files, position));
    if (in == null) {
      return Optional.empty();
    }
    FactLines reader = new FactLines();
    FactLine fact = new FactLine();
    try (Lines lines = new Lines(in)) {
      while (lines.next()) {
        reader.read(lines.buffer(), lines.start(), lines.end(), fact);
        if (fact.position() == position) {
          return Optional.of(lines.copy());
        }
      }
    }
    return Optional.empty();
  }

  private static String file(ExportFiles files, long position) throws IOException {
    String usual = name((position - 1) / FILE_FACTS * FILE_FACTS + 1);
    Optional<NavigableSet<String>> paths = files.paths();
    if (paths.isEmpty()) {
      return usual;
    }
    String path = paths.get().floor(name(position));
    return path == null || !path.startsWith(FOLDER) ? usual : path;
  }

  private static String name(long first) {
    return FOLDER + "%09d.ndjson".formatted(first);
  }
}
