package nl.korf.service.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The folder a ledger lives in, held by one process at a time until it is closed.
 *
 * <p>{@code korf.properties} says what kind of ledger it is and stays for ever; {@code lock} names
 * the process that holds the folder. The lock is the operating system's and ends with the process,
 * however that ends; the text in the file is only for whoever finds it taken.
 */
public final class DataFolder implements AutoCloseable {

  /** The layout of the folder; a later one is refused. */
  static final int FORMAT = 1;

  private static final String MARKER = "korf.properties";
  private static final int HOLDER_BYTES_MAX = 1_024;

  private final Path path;
  private final boolean example;
  private final FileChannel channel;
  private final FileLock lock;

  private DataFolder(Path path, boolean example, FileChannel channel, FileLock lock) {
    this.path = path;
    this.example = example;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Opens the folder, making it where it is not there.
   *
   * @param example whether an example ledger is asked for; a folder of the other kind is refused
   * @throws CannotStart when it is in use, of the other kind, of a later format or not writable
   */
  public static DataFolder open(Path folder, boolean example) {
    Path path = folder.toAbsolutePath().normalize();
    FileChannel channel = null;
    try {
      OwnerOnly.folder(path);
      channel =
          FileChannel.open(
              path.resolve("lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      FileLock lock = take(channel, path);
      requireKind(path, example);
      say(channel, "process %d since %s".formatted(ProcessHandle.current().pid(), now()));
      return new DataFolder(path, example, channel, lock);
    } catch (IOException failure) {
      closeQuietly(channel, failure);
      throw new CannotStart(
          "The folder %s cannot be used: %s. Name another with --data, or make it writable."
              .formatted(path, failure),
          failure);
    } catch (CannotStart refused) {
      closeQuietly(channel, refused);
      throw refused;
    }
  }

  /**
   * Whether the ledger in a folder is an example.
   *
   * @throws CannotStart when there is no ledger in it
   */
  public static boolean holdsExample(Path folder) {
    Path marker = folder.toAbsolutePath().normalize().resolve(MARKER);
    try {
      return Boolean.parseBoolean(read(marker).getProperty("example"));
    } catch (IOException unreadable) {
      throw new CannotStart(
          "There is no ledger in %s (%s): name the folder of one with --data."
              .formatted(folder, unreadable),
          unreadable);
    }
  }

  private static Properties read(Path marker) throws IOException {
    Properties known = new Properties();
    try (var in = Files.newInputStream(marker)) {
      known.load(in);
    }
    return known;
  }

  public Path path() {
    return path;
  }

  /** Whether the ledger in it is an example. */
  public boolean example() {
    return example;
  }

  /** Tells whoever finds the folder taken where its ledger answers. */
  public void answersAt(String address) {
    try {
      say(
          channel,
          "process %d since %s, answering at %s"
              .formatted(ProcessHandle.current().pid(), now(), address));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static FileLock take(FileChannel channel, Path path) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      lock = null;
    }
    if (lock == null) {
      throw new CannotStart(
          "The folder %s is in use by %s. Stop that one first, or name another folder with --data."
              .formatted(path, holder(channel)));
    }
    return lock;
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(HOLDER_BYTES_MAX);
    channel.read(text, 0);
    String holder = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
    return holder.isEmpty() ? "another process" : holder;
  }

  private static void say(FileChannel channel, String holder) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap((holder + "\n").getBytes(StandardCharsets.UTF_8)), 0);
  }

  private static void requireKind(Path path, boolean example) throws IOException {
    Path marker = path.resolve(MARKER);
    if (!Files.exists(marker)) {
      Properties born = new Properties();
      born.setProperty("format", String.valueOf(FORMAT));
      born.setProperty("example", String.valueOf(example));
      born.setProperty("created", now().toString());
      OwnerOnly.write(marker, born, "A ledger of Korf. Do not edit.");
      return;
    }
    Properties known = read(marker);
    requireFormat(path, known.getProperty("format", "0"));
    if (Boolean.parseBoolean(known.getProperty("example")) != example) {
      throw new CannotStart(
          example
              ? "The folder %s holds a ledger that is no example: use './korf start' for it, or name another folder with --data."
                  .formatted(path)
              : "The folder %s holds an example ledger: use './korf demo' for it, or name another folder with --data."
                  .formatted(path));
    }
  }

  private static void requireFormat(Path path, String format) {
    if (!format.equals(String.valueOf(FORMAT))) {
      throw new CannotStart(
          "The folder %s has format %s and this Korf knows %d: use the Korf that wrote it."
              .formatted(path, format, FORMAT));
    }
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  private static void closeQuietly(@Nullable FileChannel channel, Exception because) {
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException failure) {
      because.addSuppressed(failure);
    }
  }

  @Override
  public void close() {
    try {
      channel.truncate(0);
      lock.release();
      channel.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
