package nl.korf.service.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The project's folder and the files in it that people write. */
public final class House {

  /** Folders that hold what was built, stored or fetched, never what somebody wrote. */
  private static final Set<String> NOT_WRITTEN =
      Set.of("target", "korf-data", "korf-demo-data", "node_modules");

  private House() {}

  /** The project's folder: Surefire runs in a module's own, so the build names it. */
  static Path root() {
    return Path.of(Objects.requireNonNull(System.getProperty("korf.root"), "korf.root is not set"))
        .toAbsolutePath()
        .normalize();
  }

  static Path file(String name) {
    return root().resolve(name);
  }

  public static String text(String name) {
    return text(file(name));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Java sources of every module, tests included, in the order of their names. */
  static List<Path> javaSources() {
    return written(".java").stream().filter(file -> file.toString().contains("/src/")).toList();
  }

  /** Every file somebody wrote whose name ends in one of these. */
  static List<Path> written(String... endings) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(root(), new Collector(found, List.of(endings)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.stream().sorted().toList();
  }

  private static final class Collector extends SimpleFileVisitor<Path> {
    private final List<Path> found;
    private final List<String> endings;

    Collector(List<Path> found, List<String> endings) {
      this.found = found;
      this.endings = endings;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = Objects.requireNonNull(folder.getFileName()).toString();
      boolean hidden = name.startsWith(".") && !name.equals(".ci");
      boolean skip = !folder.equals(root()) && (hidden || NOT_WRITTEN.contains(name));
      return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (endings.stream().anyMatch(file.toString()::endsWith)) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
