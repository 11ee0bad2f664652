package nl.korf.auditor.exports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.NavigableSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of one export, wherever they are. */
public interface ExportFiles extends Closeable {

  /** What it is called in messages. */
  String name();

  /**
   * The file at a path as of the export's folder, or null where there is none.
   *
   * @throws IOException when it is there and cannot be read
   */
  @Nullable InputStream open(String path) throws IOException;

  /**
   * The paths of all files; empty where they cannot be listed, as at an address.
   *
   * @throws IOException when they cannot be read
   */
  Optional<NavigableSet<String>> paths() throws IOException;

  /**
   * A whole file, or null where there is none.
   *
   * @throws IOException when it cannot be read, or has more than {@code octetsMax} octets
   */
  default byte @Nullable [] read(String path, int octetsMax) throws IOException {
    try (InputStream in = open(path)) {
      if (in == null) {
        return null;
      }
      byte[] octets = in.readNBytes(octetsMax + 1);
      if (octets.length > octetsMax) {
        throw new IOException("%s has more than %d octets".formatted(path, octetsMax));
      }
      return octets;
    }
  }
}
