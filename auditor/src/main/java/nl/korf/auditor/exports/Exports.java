package nl.korf.auditor.exports;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Finds the files of an export. */
public final class Exports {

  private Exports() {}

  /**
   * Opens an export.
   *
   * @param where a folder, a zip file, or an address that serves either
   * @throws IOException when there is nothing that can be read, with a sentence for people
   */
  public static Counted open(String where) throws IOException {
    return new Counted(files(where));
  }

  private static ExportFiles files(String where) throws IOException {
    if (where.startsWith("http://") || where.startsWith("https://")) {
      try {
        URI.create(where);
      } catch (IllegalArgumentException e) {
        throw new IOException("'" + where + "' is no address: " + e.getMessage(), e);
      }
      return Address.at(where);
    }
    try {
      Path path = Path.of(where);
      if (Files.isDirectory(path)) {
        return new Folder(path);
      }
      if (Files.isRegularFile(path)) {
        return Zip.open(where, path, false);
      }
    } catch (InvalidPathException e) {
      throw new IOException("'" + where + "' is no path: " + e.getMessage(), e);
    }
    throw new IOException("'" + where + "' is neither a folder, nor a file, nor an address");
  }
}
