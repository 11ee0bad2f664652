package nl.korf.auditor.exports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** An export as a zip file; nothing of it is unpacked to a disk. */
final class Zip implements ExportFiles {

  private static final String HEAD = "export.json";

  private final String name;
  private final ZipFile zip;
  private final String below;
  private final @Nullable Path temporary;

  private Zip(String name, ZipFile zip, String below, @Nullable Path temporary) {
    this.name = name;
    this.zip = zip;
    this.below = below;
    this.temporary = temporary;
  }

  /**
   * Opens a zip file; the export may stand in a folder in it.
   *
   * @param temporary whether the file goes when this is closed
   * @throws IOException when it is none, or has a path twice
   */
  static Zip open(String name, Path file, boolean temporary) throws IOException {
    ZipFile zip = new ZipFile(file.toFile());
    try {
      List<String> names = new ArrayList<>();
      zip.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).forEach(names::add);
      if (new TreeSet<>(names).size() < names.size()) {
        throw new IOException("the zip file has two files of one path");
      }
      String head =
          names.stream()
              .filter(path -> path.equals(HEAD) || path.endsWith("/" + HEAD))
              .min(Comparator.comparingInt(String::length))
              .orElse(HEAD);
      String below = head.substring(0, head.length() - HEAD.length());
      return new Zip(name, zip, below, temporary ? file : null);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public @Nullable InputStream open(String path) throws IOException {
    ZipEntry entry = zip.getEntry(below + path);
    return entry == null || entry.isDirectory() ? null : zip.getInputStream(entry);
  }

  @Override
  public Optional<NavigableSet<String>> paths() {
    NavigableSet<String> paths = new TreeSet<>();
    zip.stream()
        .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(below))
        .forEach(entry -> paths.add(entry.getName().substring(below.length())));
    return Optional.of(paths);
  }

  @Override
  public void close() throws IOException {
    zip.close();
    if (temporary != null) {
      Files.deleteIfExists(temporary);
    }
  }
}
