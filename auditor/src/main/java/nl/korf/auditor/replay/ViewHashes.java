package nl.korf.auditor.replay;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import nl.korf.auditor.checks.Findings;
import nl.korf.auditor.exports.ExportFiles;
import nl.korf.auditor.exports.Lines;
import nl.korf.model.ModelJson;
import nl.korf.model.view.ViewHash;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The hashes of the view that the ledger says it had: {@code view-hashes.ndjson}, a line for every
 * position that changed it.
 */
public final class ViewHashes {

  /** The name of the file. */
  public static final String FILE = "view-hashes.ndjson";

  private static final int HASH_BYTES = 32;

  private record Line(@Nullable Long position, @Nullable String hash, @Nullable Integer version) {}

  private final TreeMap<Long, byte[]> hashes = new TreeMap<>();

  private final boolean given;

  private ViewHashes(boolean given) {
    this.given = given;
  }

  /**
   * Reads them.
   *
   * @param size facts of the export
   * @throws IOException when the file cannot be read
   */
  public static ViewHashes read(ExportFiles files, long size, Findings findings)
      throws IOException {
    InputStream in = files.open(FILE);
    ViewHashes all = new ViewHashes(in != null);
    if (in == null) {
      findings.unchecked(FILE, null, "there are no view hashes to compare with");
      return all;
    }
    try (Lines lines = new Lines(in)) {
      for (long number = 1; lines.next(); number++) {
        all.add(lines, FILE + " line " + number, size, findings);
      }
    }
    return all;
  }

  private void add(Lines lines, String where, long size, Findings findings) {
    try {
      if (lines.tooLong()) {
        findings.unchecked(where, null, "a line that is too long");
        return;
      }
      Line line = ModelJson.mapper().readValue(lines.copy(), Line.class);
      byte[] hash =
          line == null || line.hash() == null ? null : HexFormat.of().parseHex(line.hash());
      if (line == null || line.position() == null || hash == null || hash.length != HASH_BYTES) {
        findings.unchecked(where, null, "a line without a position and a hash of 64 digits");
      } else if (line.position() > size
          || line.position() < 1
          || (!hashes.isEmpty() && line.position() <= hashes.lastKey())) {
        findings.disproved(
            where, line.position(), "positions of view hashes rise, and none is beyond the facts");
      } else {
        hashes.put(line.position(), hash);
      }
    } catch (JacksonException e) {
      findings.unchecked(where, null, "a line that is no view hash: " + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      findings.unchecked(where, null, "a hash that is not hexadecimal: " + e.getMessage());
    }
  }

  /** What the ledger says its hash was at the position; before the first line, of no rows. */
  byte[] at(long position) {
    Map.Entry<Long, byte[]> line = hashes.floorEntry(position);
    return line == null ? ViewHash.of(Map.of()) : line.getValue();
  }

  /** Whether the export says anything about its view. */
  boolean given() {
    return given;
  }

  /** How many there are. */
  public int count() {
    return hashes.size();
  }
}
