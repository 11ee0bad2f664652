package nl.korf.service.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import nl.korf.service.host.CannotStart;
import nl.korf.service.host.OwnerOnly;

/** A file with a key to sign with, which only its owner may read. */
record KeyFile(Path path) {

  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  boolean exists() {
    return Files.exists(path);
  }

  /** Another file beside it, where a new key waits to take its place. */
  KeyFile next() {
    return new KeyFile(path.resolveSibling(path.getFileName() + ".next"));
  }

  /**
   * The key in it.
   *
   * @throws CannotStart when it cannot be read, is no key, or others may read it
   */
  SigningKey read() {
    try {
      requireOwnerOnly();
      return SigningKey.parse(Files.readString(path));
    } catch (IOException unreadable) {
      throw new CannotStart(
          "The signing key in %s cannot be read: %s. Make it readable, or name another with korf.audit.key-file."
              .formatted(path, unreadable),
          unreadable);
    } catch (IllegalArgumentException unfit) {
      throw new CannotStart(
          "The file %s holds no signing key: %s. Put the key back from where you keep it."
              .formatted(path, unfit.getMessage()),
          unfit);
    }
  }

  /** Writes a key, so that it is there whole or not at all. */
  void write(SigningKey key) {
    Path draft = path.resolveSibling(path.getFileName() + ".draft");
    try {
      OwnerOnly.folder(draft.toAbsolutePath().resolve("..").normalize());
      OwnerOnly.write(draft, key.secret() + "\n");
      force(draft);
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new CannotStart(
          "The signing key cannot be written to %s: %s. Name another file with korf.audit.key-file."
              .formatted(path, failure),
          failure);
    }
  }

  /** Takes the place of another file. */
  void replace(KeyFile other) {
    try {
      Files.move(
          path, other.path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void requireOwnerOnly() throws IOException {
    if (!Files.getFileStore(path).supportsFileAttributeView("posix")) {
      return;
    }
    Set<PosixFilePermission> rights = EnumSet.noneOf(PosixFilePermission.class);
    rights.addAll(Files.getPosixFilePermissions(path));
    rights.retainAll(OTHERS);
    if (!rights.isEmpty()) {
      throw new CannotStart(
          "Others than its owner may read the signing key in %s: run chmod 600 on it, or sign with a new one (./korf audit-key rotate) if somebody may have seen it."
              .formatted(path));
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
