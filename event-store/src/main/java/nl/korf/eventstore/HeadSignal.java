package nl.korf.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the ledger has come, as this node knows it, and a way to wait for more.
 *
 * <p>Woken by {@code NOTIFY} from any node and by a poll in case a notification was lost. The known
 * head never goes back and never runs ahead of what is committed, so whoever reads up to it finds
 * every fact. Holds one connection of its own. Safe from any thread.
 */
public final class HeadSignal implements AutoCloseable {

  /** The PostgreSQL channel. */
  static final String CHANNEL = "korf_ledger_head";

  private static final Logger LOG = LoggerFactory.getLogger(HeadSignal.class);
  private static final Duration RECONNECT_AFTER = Duration.ofMillis(500);
  private static final int ANSWER_MILLIS_MAX = 30_000;
  private static final Duration WAIT_SLICE_MAX = Duration.ofMillis(250);

  private final DataSource dataSource;
  private final FactLog log;
  private final Duration poll;
  private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile long head;
  private volatile boolean open = true;
  private volatile boolean listening;
  private final Thread listener;
  private final Thread announcer;

  /** Reads the head once, then listens until closed. Looks by itself every {@code poll}. */
  public HeadSignal(DataSource dataSource, Duration poll) {
    this.dataSource = dataSource;
    this.log = new FactLog(dataSource);
    this.poll = poll;
    this.head = log.head();
    this.listener = Thread.ofPlatform().daemon().name("ledger-head").start(this::listenForEver);
    long known = head;
    this.announcer = Thread.ofVirtual().name("ledger-head-news").start(() -> announce(known));
  }

  /** The last position this node knows to be committed; 0 for an empty ledger. */
  public long head() {
    return head;
  }

  /** Whether notifications reach this node: it listens, and has looked once since it began to. */
  boolean listening() {
    return listening;
  }

  /** Reads the head from the database, makes it known and returns what is known then. */
  public long refresh() {
    advance(log.head());
    return head;
  }

  /** Waits until the head is beyond a position; false when the time is up or the signal closed. */
  public boolean awaitBeyond(long position, Duration patience) throws InterruptedException {
    long nanosLeft = patience.toNanos();
    lock.lock();
    try {
      while (head <= position && open && nanosLeft > 0) {
        nanosLeft = changed.awaitNanos(nanosLeft);
      }
      return head > position;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Calls {@code action} with the head after it has advanced, on one thread that serves all
   * listeners, never on the appender's. Advances that come close together may be told as one.
   */
  public Subscription onAdvance(LongConsumer action) {
    listeners.add(action);
    return () -> listeners.remove(action);
  }

  /** A listener's registration; closing ends it. */
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  @Override
  public void close() {
    open = false;
    wakeAll();
    listener.interrupt();
    try {
      listener.join(Duration.ofSeconds(2));
      announcer.join(Duration.ofSeconds(2));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** What was committed up to {@code position} is now known here. */
  void advance(long position) {
    lock.lock();
    try {
      if (position > head) {
        head = position;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void wakeAll() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void announce(long known) {
    long told = known;
    try {
      while (open) {
        if (awaitBeyond(told, poll)) {
          told = head;
          tell(told);
        }
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(long news) {
    for (LongConsumer action : listeners) {
      try {
        action.accept(news);
      } catch (RuntimeException failure) {
        LOG.error("A listener failed at head {}", news, failure);
      }
    }
  }

  private void listenForEver() {
    while (open) {
      try (Connection connection = dataSource.getConnection()) {
        listen(connection);
      } catch (SQLException | RuntimeException failure) {
        listening = false;
        if (open) {
          LOG.warn("Lost the head signal, connecting anew: {}", failure.getMessage());
          pause();
        }
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS_MAX);
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen " + CHANNEL);
      PGConnection postgres = connection.unwrap(PGConnection.class);
      long lookAt = System.nanoTime();
      while (open) {
        if (System.nanoTime() - lookAt >= 0) {
          advance(FactLog.headOf(connection));
          lookAt = System.nanoTime() + poll.toNanos();
          listening = true;
        }
        // anybody may notify, with any words: a notification only says when to look
        if (postgres.getNotifications(waitMillis(lookAt)).length > 0) {
          advance(FactLog.headOf(connection));
        }
      }
      statement.execute("unlisten *");
    }
  }

  private static int waitMillis(long lookAt) {
    long millis = TimeUnit.NANOSECONDS.toMillis(lookAt - System.nanoTime());
    return (int) Math.clamp(millis, 1, WAIT_SLICE_MAX.toMillis());
  }

  private void pause() {
    try {
      awaitBeyond(Long.MAX_VALUE - 1, RECONNECT_AFTER);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }
}
