package nl.korf.service.audit;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import nl.korf.service.host.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which key this process signs with: of the setting itself, or of a file. Whatever is set halfway
 * stops the start, because a ledger that suddenly signs with another key looks like a forged one.
 */
final class KeyChoice {

  private final JdbcClient database;
  private final AuditSettings settings;
  private final Origin origin;

  KeyChoice(JdbcClient database, AuditSettings settings, Origin origin) {
    this.database = database;
    this.settings = settings;
    this.origin = origin;
  }

  /**
   * The key to sign with, made where this ledger never signed before.
   *
   * @throws CannotStart saying what is missing or contradicts itself, and what to do
   */
  SigningKey open(Instant now) {
    List<VerifierKey> known = Keys.all(database);
    KeyFile file = file();
    SigningKey key = file == null ? given() : ofFile(file, known);
    requireName(key);
    if (known.isEmpty()) {
      Keys.add(database, key.verifier(), now);
    } else if (!known.getLast().equals(key.verifier())) {
      throw new CannotStart(
          "This ledger signs with %s; the key given to this process is %s. Give it the right one, or let the ledger sign with a new one: ./korf audit-key rotate"
              .formatted(known.getLast(), key.verifier()));
    }
    return key;
  }

  /**
   * Lets the ledger sign with a new key from now on; old notes stay verifiable, because all keys
   * stay known. A crash in between is finished or undone by the next {@link #open}.
   */
  SigningKey rotate(Instant now) {
    KeyFile file = file();
    SigningKey next = SigningKey.make(origin.name());
    if (file != null) {
      file.next().write(next);
    }
    Keys.add(database, next.verifier(), now);
    if (file != null) {
      file.next().replace(file);
    }
    return next;
  }

  /** The file the key is kept in; null where it is given itself. */
  @Nullable KeyFile file() {
    boolean given = settings.key() != null && !settings.key().isBlank();
    if (given && settings.keyFile() != null) {
      throw new CannotStart(
          "The signing key is given twice, as KORF_AUDIT_KEY and in %s: leave one of them out."
              .formatted(settings.keyFile()));
    }
    if (given) {
      return null;
    }
    Path path = settings.keyFile() == null ? settings.defaultKeyFile() : settings.keyFile();
    if (path == null) {
      throw new CannotStart(
          "There is no signing key: name its file with korf.audit.key-file, or give it as KORF_AUDIT_KEY.");
    }
    return new KeyFile(path.toAbsolutePath());
  }

  private SigningKey given() {
    try {
      return SigningKey.parse(String.valueOf(settings.key()));
    } catch (IllegalArgumentException unfit) {
      throw new CannotStart("KORF_AUDIT_KEY is no signing key: " + unfit.getMessage() + ".", unfit);
    }
  }

  private SigningKey ofFile(KeyFile file, List<VerifierKey> known) {
    finishRotation(file, known);
    if (file.exists()) {
      return file.read();
    }
    if (!known.isEmpty()) {
      throw new CannotStart(
          "This ledger signs with %s, and its key is not in %s: put the file back, name where it is with korf.audit.key-file, or sign with a new one: ./korf audit-key rotate"
              .formatted(known.getLast(), file));
    }
    SigningKey made = SigningKey.make(origin.name());
    file.write(made);
    return made;
  }

  /** A new key that is registered takes its place; one that is not was never used. */
  private static void finishRotation(KeyFile file, List<VerifierKey> known) {
    KeyFile next = file.next();
    if (!next.exists()) {
      return;
    }
    if (!known.isEmpty() && known.getLast().equals(next.read().verifier())) {
      next.replace(file);
    } else {
      next.delete();
    }
  }

  private void requireName(SigningKey key) {
    if (!key.verifier().name().equals(origin.name())) {
      throw new CannotStart(
          "The signing key is called %s and the ledger %s (korf.audit.origin): set the name back, or sign with a new key: ./korf audit-key rotate"
              .formatted(key.verifier().name(), origin));
    }
  }
}
