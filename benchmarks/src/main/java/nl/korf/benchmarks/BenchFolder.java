package nl.korf.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;

/**
 * The folder the measured databases lie in: made by us, marked as ours, and removed with all that
 * is in it when it is closed, unless it is to be kept. A folder that holds anything and is not
 * marked is not touched.
 */
final class BenchFolder implements AutoCloseable {

  private static final String MARKER = "korf-bench.txt";
  private static final String TEXT =
      "Databases of './korf bench'. Nothing here is anybody's data: remove the folder when no bench runs.\n";

  private final Path path;
  private final boolean keep;
  private final FileChannel held;

  private BenchFolder(Path path, boolean keep, FileChannel held) {
    this.path = path;
    this.keep = keep;
    this.held = held;
  }

  /**
   * Makes the folder, or takes over what an earlier run left: to go on with it where {@code keep},
   * else to remove it first.
   *
   * @throws IOException when it holds something else, or another run uses it
   */
  static BenchFolder open(Path folder, boolean keep) throws IOException {
    Path path = folder.toAbsolutePath().normalize();
    if (Files.exists(path) && !isOurs(path)) {
      throw new IOException(
          "The folder %s holds something that no bench has put there: name another with --folder."
              .formatted(path));
    }
    Files.createDirectories(path);
    FileChannel held = hold(path);
    if (!keep) {
      empty(path);
    }
    // through the channel: closing another one of the same file would let go of the lock
    held.truncate(0).write(ByteBuffer.wrap(TEXT.getBytes(StandardCharsets.UTF_8)), 0);
    return new BenchFolder(path, keep, held);
  }

  Path path() {
    return path;
  }

  @Override
  public synchronized void close() throws IOException {
    if (!held.isOpen()) {
      return;
    }
    if (!keep) {
      empty(path);
      Files.deleteIfExists(path.resolve(MARKER));
      Files.deleteIfExists(path);
    }
    held.close();
  }

  /** The lock ends with the process, however that ends. */
  private static FileChannel hold(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path.resolve(MARKER), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isFree(channel)) {
      channel.close();
      throw new IOException(
          "Another bench uses the folder %s: wait for it, or name another with --folder."
              .formatted(path));
    }
    return channel;
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  private static boolean isOurs(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (var files = Files.list(path)) {
      return Files.exists(path.resolve(MARKER)) || files.findAny().isEmpty();
    }
  }

  /** Removes all but the marker. */
  private static void empty(Path path) throws IOException {
    List<Path> deepestFirst;
    try (var files = Files.walk(path)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      if (!file.equals(path) && !file.equals(path.resolve(MARKER))) {
        Files.deleteIfExists(file);
      }
    }
  }
}
