package nl.korf.service.notices;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.StoreUnreachable;
import nl.korf.model.notices.RecipientRules;
import nl.korf.projections.Projections;
import nl.korf.projections.Reads;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the ledger behind the read models and stores what is told of every fact, once. Of several
 * nodes one does it, for as long as its session with the database lasts; another takes over within
 * a second. A fact nothing can be told of stops the telling there, visibly; it is tried again with
 * growing pauses and never passed over.
 */
public final class NoticeFollower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NoticeFollower.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration RETRY_MAX = Duration.ofMinutes(1);

  private final DataSource dataSource;
  private final Projections projections;
  private final NoticeStep step;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread = Thread.ofVirtual().name("follow-notices").unstarted(this::run);
  private long told;
  private int failures;
  private volatile boolean open = true;

  /**
   * A follower at rest.
   *
   * @param dataSource connections in the role of the application; one is held while this node tells
   * @param couriers the channels beside the inbox
   */
  public NoticeFollower(
      DataSource dataSource,
      FactLog log,
      Projections projections,
      Reads reads,
      RecipientRules rules,
      List<? extends Courier> couriers,
      Clock clock) {
    this.dataSource = dataSource;
    this.projections = projections;
    this.step =
        new NoticeStep(
            log, new Telling(reads, log, rules), List.copyOf(couriers), clock, projections);
  }

  public void start() {
    thread.start();
  }

  /**
   * Waits until this node has told a position; false when the time is up, or another node tells.
   */
  public boolean awaitTold(long position, Duration patience) throws InterruptedException {
    long nanosLeft = patience.toNanos();
    lock.lock();
    try {
      while (told < position && open && nanosLeft > 0) {
        nanosLeft = changed.awaitNanos(nanosLeft);
      }
      return told >= position;
    } finally {
      lock.unlock();
    }
  }

  /** Ends after the batch under way. */
  @Override
  public void close() {
    open = false;
    wake(0);
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (open) {
        attempt();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void attempt() throws InterruptedException {
    try (Connection connection = dataSource.getConnection()) {
      if (FollowerRow.lease(connection)) {
        lead(connection);
      } else {
        pause(POLL);
      }
    } catch (SQLException | StoreUnreachable failure) {
      if (open) {
        LOG.warn("The notices wait for the database: {}", failure.getMessage());
        pause(POLL);
      }
    } catch (RuntimeException | Error failure) {
      LOG.error("The notices stopped", failure);
      pause(backOff());
    }
  }

  private void lead(Connection connection) throws SQLException, InterruptedException {
    step.begin();
    try {
      while (open) {
        NoticeStep.Outcome outcome = step.take(connection);
        wake(outcome.position());
        if (outcome.failed() != null) {
          hold(connection, outcome.failed());
        } else {
          failures = 0;
          if (outcome.idle()) {
            projections.awaitPosition(outcome.position() + 1, POLL);
          }
        }
      }
    } finally {
      if (!connection.isClosed()) {
        FollowerRow.release(connection);
      }
    }
  }

  private void hold(Connection connection, Telling.@Nullable Failed failed)
      throws SQLException, InterruptedException {
    if (failures == 0 && failed != null) {
      LOG.error("The notices stopped at {}", failed, failed.cause());
    }
    Duration retryIn = backOff();
    FollowerRow.stop(connection, String.valueOf(failed), retryIn);
    pause(retryIn);
  }

  private Duration backOff() {
    Duration next = POLL.multipliedBy(1L << Math.min(failures++, 10));
    return next.compareTo(RETRY_MAX) > 0 ? RETRY_MAX : next;
  }

  private void wake(long position) {
    lock.lock();
    try {
      told = Math.max(told, position);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits, unless closed meanwhile. */
  private void pause(Duration duration) throws InterruptedException {
    long nanosLeft = duration.toNanos();
    lock.lock();
    try {
      while (open && nanosLeft > 0) {
        nanosLeft = changed.awaitNanos(nanosLeft);
      }
    } finally {
      lock.unlock();
    }
  }
}
