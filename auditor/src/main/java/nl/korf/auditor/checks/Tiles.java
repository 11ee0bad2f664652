package nl.korf.auditor.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import nl.korf.auditor.exports.ExportFiles;
import nl.korf.auditor.tree.TileReader;
import nl.korf.auditor.tree.TreeHasher;

/** The tiles of an export, for making proofs. */
public final class Tiles {

  private static final int BYTES_MAX = 256 * TreeHasher.HASH_BYTES;

  private Tiles() {}

  public static TileReader.Tiles of(ExportFiles files) {
    return path -> {
      try {
        return files.read(path, BYTES_MAX);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
