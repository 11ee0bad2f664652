package nl.korf.auditor.exports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An export as a folder. */
final class Folder implements ExportFiles {

  private static final int DEPTH_MAX = 16;

  private final Path folder;

  Folder(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public @Nullable InputStream open(String path) throws IOException {
    Path file = folder.resolve(path);
    return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
  }

  @Override
  public Optional<NavigableSet<String>> paths() throws IOException {
    try (Stream<Path> files = Files.walk(folder, DEPTH_MAX)) {
      NavigableSet<String> paths = new TreeSet<>();
      files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .forEach(paths::add);
      return Optional.of(paths);
    }
  }

  @Override
  public void close() {}
}
