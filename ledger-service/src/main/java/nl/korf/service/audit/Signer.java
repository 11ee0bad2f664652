package nl.korf.service.audit;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs checkpoints: at most one an interval, only when the tree has grown, and only what the fork
 * guard finds consistent with the last one. A checkpoint is with the guard before it is in the
 * database: after a crash in between, the same one is signed again. For one thread.
 */
final class Signer {

  private static final Logger LOG = LoggerFactory.getLogger(Signer.class);

  private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(2);

  private final SigningKey key;
  private final ForkGuard guard;
  private final Duration interval;
  private final Clock clock;
  private Instant next = Instant.MIN;
  private @Nullable String refused;

  Signer(SigningKey key, ForkGuard guard, Duration interval, Clock clock) {
    this.key = key;
    this.guard = guard;
    this.interval = interval;
    this.clock = clock;
  }

  /**
   * Signs the tree as it is now, if that is due.
   *
   * @param head of the ledger: with fewer facts than that, the tree may still grow
   * @return whether a checkpoint was published
   */
  boolean sign(JdbcClient database, TransactionTemplate transaction, TreeBuilder tree, long head) {
    Instant now = clock.instant();
    Checkpoints checkpoints = new Checkpoints(database);
    long published = checkpoints.size();
    if (tree.size() <= published || now.isBefore(next)) {
      return false;
    }
    Checkpoint checkpoint = new Checkpoint(key.verifier().name(), tree.size(), tree.root());
    Note note = checkpoint.signed(key);
    try {
      requirePresent(database);
      guard.advance(note, new Tree(new TileNodes(new TileTable(database))), published > 0);
    } catch (ForkGuard.Refusal refusal) {
      if (!refusal.behind() || tree.size() >= head) {
        refuse(database, String.valueOf(refusal.getMessage()));
      }
      next = now.plus(TRY_AGAIN_AFTER);
      return false;
    } catch (IOException failure) {
      refuse(
          database, "The fork guard in %s cannot be used: %s".formatted(guard.folder(), failure));
      next = now.plus(TRY_AGAIN_AFTER);
      return false;
    }
    publish(database, transaction, checkpoint, note, now);
    next = now.plus(interval);
    return true;
  }

  private void publish(
      JdbcClient database,
      TransactionTemplate transaction,
      Checkpoint checkpoint,
      Note note,
      Instant now) {
    transaction.executeWithoutResult(_ -> {
      database.sql("set local synchronous_commit = on").update();
      new Checkpoints(database).add(checkpoint, note, now);
      Progress.refuse(database, null);
    });
    refused = null;
  }

  /** Another process may have been told to sign with a new key. */
  private void requirePresent(JdbcClient database) {
    List<VerifierKey> keys = Keys.all(database);
    if (keys.isEmpty() || !keys.getLast().equals(key.verifier())) {
      throw new ForkGuard.Refusal(
          "This process signs with %s, and the keys of the ledger are by now %s: start it again with the last of them."
              .formatted(key.verifier(), keys),
          false);
    }
  }

  private void refuse(JdbcClient database, String why) {
    if (!why.equals(refused)) {
      LOG.error("Nothing is signed. {}", why);
      refused = why;
    }
    Progress.refuse(database, why);
  }
}
