package nl.korf.service.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import nl.korf.service.imports.UploadRefused.Why;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a browser sends into one flat folder: CSV files and a mapping, loose or in a ZIP.
 * Nothing that is sent chooses a place outside that folder, and sizes are those of the bytes that
 * come out, whatever an archive says of itself.
 */
final class Unpacking {

  /** Files that are read, and entries of an archive that are looked at. */
  static final int FILES_MAX = 200;

  /** Bytes of all files together, unpacked; more is for {@code ./korf import}. */
  static final long UNPACKED_BYTES_MAX = 64L << 20;

  private static final int NAME_CHARACTERS_MAX = 100;
  private static final int PIECE_BYTES = 64 << 10;
  private static final String ARCHIVE = ".zip";

  private final Path folder;
  private final Set<String> folders = new LinkedHashSet<>();
  private final Map<String, Path> files = new TreeMap<>();
  private final Set<String> leftAside = new TreeSet<>();
  private int entries;
  private long bytes;

  Unpacking(Path folder) {
    this.folder = folder;
  }

  static boolean isArchive(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).endsWith(ARCHIVE);
  }

  /** The files that are read, by name. */
  Map<String, Path> files() {
    return files;
  }

  Set<String> leftAside() {
    return leftAside;
  }

  /** The folder they came from, as the sender names it; null where nobody says. */
  @Nullable String folderName() {
    return folders.isEmpty() || folders.contains("") ? null : folders.iterator().next();
  }

  /** Takes one file. */
  void file(String sentName, InputStream content) throws IOException {
    entries++;
    if (entries > FILES_MAX) {
      throw new UploadRefused(Why.TOO_MANY_FILES, FILES_MAX);
    }
    String path = inside(sentName);
    int slash = path.lastIndexOf('/');
    String name = path.substring(slash + 1);
    if (!isRead(name) || path.startsWith("__MACOSX/")) {
      leftAside.add(path);
      return;
    }
    if (name.length() > NAME_CHARACTERS_MAX || name.chars().anyMatch(Character::isISOControl)) {
      throw new UploadRefused(Why.NAME_UNFIT, name, NAME_CHARACTERS_MAX);
    }
    folders.add(slash < 0 ? "" : lastOf(path.substring(0, slash)));
    if (folders.size() > 1) {
      throw new UploadRefused(Why.SEVERAL_FOLDERS, path);
    }
    if (files.containsKey(name)) {
      throw new UploadRefused(Why.NAME_TWICE, name);
    }
    Path target = folder.resolve(name);
    files.put(name, target);
    write(content, target);
  }

  /** Takes every file of an archive. */
  void archive(String sentName, InputStream content) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(content, StandardCharsets.UTF_8)) {
      ZipEntry entry = zip.getNextEntry();
      if (entry == null) {
        throw new UploadRefused(Why.NO_ARCHIVE, sentName);
      }
      while (entry != null) {
        if (!entry.isDirectory()) {
          file(entry.getName(), zip);
        }
        entry = zip.getNextEntry();
      }
    } catch (ZipException | IllegalArgumentException broken) {
      throw new UploadRefused(Why.NO_ARCHIVE, sentName);
    }
  }

  private static boolean isRead(String name) {
    return !name.startsWith(".") && (name.endsWith(".csv") || name.equals(Mappings.IN_FOLDER));
  }

  /** The path with slashes; refused where it leads out of its folder. */
  private static String inside(String sentName) {
    String path = sentName.replace('\\', '/');
    boolean leadsOut =
        path.startsWith("/")
            || path.matches("(?s)[A-Za-z]:.*")
            || path.indexOf('\0') >= 0
            || List.of(path.split("/", -1)).contains("..");
    if (leadsOut) {
      throw new UploadRefused(Why.OUTSIDE_THE_FOLDER, sentName.replace("\0", "␀"));
    }
    return path;
  }

  private static String lastOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private void write(InputStream content, Path target) throws IOException {
    byte[] piece = new byte[PIECE_BYTES];
    try (OutputStream out = Files.newOutputStream(target)) {
      int read = content.read(piece);
      while (read >= 0) {
        bytes += read;
        if (bytes > UNPACKED_BYTES_MAX) {
          throw new UploadRefused(Why.TOO_LARGE, UNPACKED_BYTES_MAX >> 20);
        }
        out.write(piece, 0, read);
        read = content.read(piece);
      }
    }
  }
}
