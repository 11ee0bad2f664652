package nl.korf.service.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import nl.korf.service.host.OwnerOnly;

/**
 * The last checkpoint a ledger signed, kept where neither a backup of its database nor one of its
 * folder reaches. Nothing is signed that is not consistent with it: a database that was put back
 * from an older backup would else tell another history under the same name.
 *
 * <p>Durable when {@link #advance} returns, and before anything is published. Several processes of
 * one machine may use it; each holds the file while it compares and replaces.
 */
final class ForkGuard {

  private static final String FILE = "checkpoint";

  /** A lock on a file is the process's: within it, this one. */
  private static final ReentrantLock WITHIN = new ReentrantLock();

  private final Path folder;

  /**
   * The guard of one ledger.
   *
   * @param folder of its own
   */
  ForkGuard(Path folder) {
    this.folder = folder;
  }

  /** Says why nothing may be signed. */
  static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whether more facts could still make the tree as large as the guard saw it. */
    private final boolean behind;

    Refusal(String message, boolean behind) {
      super(message, null, false, false);
      this.behind = behind;
    }

    boolean behind() {
      return behind;
    }
  }

  Path folder() {
    return folder;
  }

  /** The note that was kept last; empty: none ever. */
  Optional<Note> last() throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Note.parse(Files.readString(file)));
    } catch (IllegalArgumentException damaged) {
      throw new Refusal(
          "The fork guard in %s cannot be read (%s): put the file back, or accept the ledger as it is (./korf audit-guard accept)."
              .formatted(file, damaged.getMessage()),
          false);
    }
  }

  /**
   * Compares with what was kept last and keeps the next checkpoint.
   *
   * @param tree of the ledger, at least of the next size
   * @param published whether the ledger published a checkpoint before
   * @throws Refusal when the next one is not consistent with the last, or it is not known which was
   *     the last
   */
  void advance(Note next, Tree tree, boolean published) throws IOException {
    OwnerOnly.folder(folder);
    WITHIN.lock();
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      Checkpoint ahead = Checkpoint.parse(next.text());
      Optional<Note> last = last();
      if (last.isPresent()) {
        requireConsistent(Checkpoint.parse(last.get().text()), ahead, tree);
      } else if (published) {
        throw new Refusal(
            "This ledger published checkpoints before, and the fork guard in %s knows none: bring that folder along from where the ledger ran, or accept the ledger as it is (./korf audit-guard accept)."
                .formatted(folder),
            false);
      }
      write(next.toString());
    } finally {
      WITHIN.unlock();
    }
  }

  /** Puts what was kept aside, so that the ledger can go on from another state. */
  Optional<Note> forget(String suffix) throws IOException {
    Optional<Note> last = readable();
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      Files.move(file, folder.resolve(FILE + "." + suffix), StandardCopyOption.ATOMIC_MOVE);
    }
    return last;
  }

  private Optional<Note> readable() throws IOException {
    try {
      return last();
    } catch (Refusal damaged) {
      return Optional.empty();
    }
  }

  /** Keeps a checkpoint that was published, as what the ledger goes on from. */
  void keep(Note note) throws IOException {
    OwnerOnly.folder(folder);
    write(note.toString());
  }

  private void requireConsistent(Checkpoint last, Checkpoint ahead, Tree tree) {
    if (last.size() > ahead.size()) {
      throw new Refusal(
          "The fork guard in %s has seen this ledger with %d facts, and the database holds %d: an older backup was put back. Put back a newer one, or accept the ledger as it is (./korf audit-guard accept)."
              .formatted(folder, last.size(), ahead.size()),
          true);
    }
    boolean consistent =
        Proofs.consistent(
            last.size(),
            last.root(),
            ahead.size(),
            ahead.root(),
            tree.consistency(last.size(), ahead.size()));
    if (!consistent) {
      throw new Refusal(
          "The fork guard in %s has seen other facts at positions up to %d than the database holds: it is another history. Put back the right database, or accept the ledger as it is (./korf audit-guard accept)."
              .formatted(folder, last.size()),
          false);
    }
  }

  private void write(String note) throws IOException {
    Path draft = folder.resolve(FILE + ".draft");
    OwnerOnly.write(draft, "");
    try (FileChannel file = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
    }
    Files.move(
        draft,
        folder.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      // the move is durable only with the folder itself
      entries.force(true);
    }
  }
}
