package nl.korf.eventstore;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Finds out what became of a batch whose connection was lost around its commit, by asking the
 * database for its event ids on a fresh connection. The question is asked under the ledger lock:
 * the lost transaction held it, so once we have it, that transaction has ended one way or the
 * other.
 */
final class UnknownOutcome {

  private static final Duration ASK_AGAIN_AFTER = Duration.ofMillis(100);

  enum Verdict {
    STORED,
    NOT_STORED,
    STILL_UNKNOWN
  }

  private final DataSource dataSource;
  private final Duration patience;

  UnknownOutcome(DataSource dataSource, Duration patience) {
    this.dataSource = dataSource;
    this.patience = patience;
  }

  /**
   * Asks until the database answers or the patience ends.
   *
   * @param backend the server process of the lost connection
   * @throws LedgerCorrupt when part of the batch is stored: a transaction is whole or nothing
   */
  Verdict of(List<Batch.Accepted> batch, int backend) {
    long deadline = System.nanoTime() + patience.toNanos();
    do {
      try (LedgerSession session = LedgerSession.connect(dataSource, TagIndex.B_TREE)) {
        endLostTransaction(session, backend);
        return verdict(batch, session.positions(eventIds(batch)));
      } catch (SQLException notYet) {
        LockSupport.parkNanos(ASK_AGAIN_AFTER.toNanos());
      }
    } while (System.nanoTime() - deadline < 0);
    return Verdict.STILL_UNKNOWN;
  }

  private static void endLostTransaction(LedgerSession session, int backend) throws SQLException {
    try {
      session.endHolder(backend);
    } catch (SQLException notAllowed) {
      // then we wait for the lock until the server notices by itself
      session.rollback();
    }
  }

  private static List<UUID> eventIds(List<Batch.Accepted> batch) {
    return batch.stream().map(UnknownOutcome::firstEventId).toList();
  }

  private static Verdict verdict(List<Batch.Accepted> batch, Map<UUID, Long> stored) {
    long first = batch.getFirst().receipt().firstPosition();
    Map<UUID, Long> found = new HashMap<>(stored);
    // an event of this batch may have been stored long before: that is the next attempt's to refuse
    found.values().removeIf(position -> position < first);
    if (found.isEmpty()) {
      return Verdict.NOT_STORED;
    }
    Map<UUID, Long> expected = new HashMap<>();
    batch.forEach(one -> expected.put(firstEventId(one), one.receipt().firstPosition()));
    if (found.equals(expected)) {
      return Verdict.STORED;
    }
    throw new LedgerCorrupt(
        "A batch is stored in part: expected its appends at %s, found %s"
            .formatted(expected.values(), found.values()));
  }

  private static UUID firstEventId(Batch.Accepted one) {
    return one.append().facts().getFirst().eventId();
  }
}
