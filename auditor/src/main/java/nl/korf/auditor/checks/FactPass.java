package nl.korf.auditor.checks;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import nl.korf.auditor.exports.ExportFiles;
import nl.korf.auditor.exports.FactLine;
import nl.korf.auditor.exports.FactLines;
import nl.korf.auditor.exports.Lines;
import nl.korf.auditor.note.Malformed;
import nl.korf.auditor.tree.TreeHasher;

/** Reads all facts of an export once, checks each, and shows it to those who follow. */
public final class FactPass {

  private static final String FOLDER = "facts/";

  /** Facts of one file, at most. */
  private static final int FILE_FACTS_MAX = 10_000;

  private final ExportFiles files;
  private final long size;
  private final Findings findings;
  private final Progress progress;
  private final FactCheck check;
  private final TreeHasher hasher;
  private final List<FactVisitor> visitors;
  private final FactLines reader = new FactLines();
  private final FactLine line = new FactLine();
  private final byte[] leafHash = new byte[TreeHasher.HASH_BYTES];
  private final Set<String> reached = new HashSet<>();
  private long expected = 1;
  private long count;

  /**
   * Prepares a reading.
   *
   * @param size how many facts there have to be
   */
  public FactPass(
      ExportFiles files,
      long size,
      Findings findings,
      Progress progress,
      TreeHasher hasher,
      FactCheck check,
      List<? extends FactVisitor> visitors) {
    this.files = files;
    this.size = size;
    this.findings = findings;
    this.progress = progress;
    this.hasher = hasher;
    this.check = check;
    this.visitors = List.copyOf(visitors);
  }

  /** How many facts were read. */
  public long count() {
    return count;
  }

  /**
   * Reads them.
   *
   * @throws IOException when the export cannot be read
   */
  public void run() throws IOException {
    visitors.forEach(FactVisitor::begin);
    String file = name(expected);
    InputStream in = files.open(file);
    while (in != null) {
      long before = count;
      reached.add(file);
      read(file, in);
      if (count == before || count > size) {
        break;
      }
      file = name(expected);
      in = files.open(file);
    }
    if (count != size) {
      findings.disproved(
          file, count < size ? count + 1 : size + 1, "the number of facts differs", size, count);
    }
    strangers();
    visitors.forEach(FactVisitor::end);
    progress.done();
  }

  private static String name(long first) {
    return FOLDER + "%09d.ndjson".formatted(first);
  }

  private void read(String file, InputStream in) throws IOException {
    long first = count;
    try (Lines lines = new Lines(in)) {
      while (lines.next() && count <= size) {
        count++;
        fact(file, lines);
        progress.at(count);
      }
    }
    if (count - first > FILE_FACTS_MAX) {
      findings.disproved(file, null, "too many facts in one file", FILE_FACTS_MAX, count - first);
    }
  }

  private void fact(String file, Lines lines) {
    if (!readable(file, lines)) {
      visitors.forEach(FactVisitor::unreadable);
      expected++;
      return;
    }
    if (line.position() != expected) {
      findings.disproved(
          file, line.position(), "a gap in the positions", expected, line.position());
    }
    expected = line.position() + 1;
    boolean known = check.check(line, file);
    hasher.leaf(line.header().octets(), 0, line.header().length(), leafHash, 0);
    for (FactVisitor visitor : visitors) {
      if (known) {
        visitor.fact(line, check.header(), leafHash);
      } else {
        visitor.unreadable();
      }
    }
  }

  private boolean readable(String file, Lines lines) {
    if (lines.tooLong()) {
      findings.unchecked(
          file, expected, "a line of more than %d octets".formatted(Lines.LINE_BYTES_MAX));
      return false;
    }
    try {
      reader.read(lines.buffer(), lines.start(), lines.end(), line);
      return true;
    } catch (Malformed e) {
      findings.unchecked(file, expected, "a line that is no fact: " + e.problem());
      return false;
    }
  }

  /** Files of facts that no position leads to. */
  private void strangers() throws IOException {
    Optional<NavigableSet<String>> paths = files.paths();
    if (paths.isEmpty()) {
      return;
    }
    for (String path : paths.get().tailSet(FOLDER)) {
      if (!path.startsWith(FOLDER)) {
        return;
      }
      if (!reached.contains(path)) {
        findings.disproved(path, null, "a file of facts that does not follow on the others");
      }
    }
  }
}
