package nl.korf.eventstore;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of this node: one thread, one connection, one durable transaction per batch. While
 * a batch is being made durable the next one collects, and who comes while that one waits for the
 * ledger lock still joins it.
 *
 * <p>An append is answered after its commit, never on this thread. Several nodes may append to one
 * database: the ledger lock orders them. The only retry is that of a batch which is known not to be
 * stored; a changed boundary is the caller's to decide anew.
 */
final class Appender implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Appender.class);

  /** How long a batch is tried again whose connection was lost and which is surely not stored. */
  private static final Duration TRY_FOR = Duration.ofSeconds(5);

  private static final Duration TRY_AGAIN_AFTER = Duration.ofMillis(100);

  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(30);

  private final DataSource dataSource;
  private final EventStoreConfig config;
  private final HeadSignal head;
  private final boolean checkConditions;
  private final AppendQueue queue;
  private final RecordingClock clock;
  private final LedgerEnd end;
  private final UnknownOutcome unknownOutcome;
  private final Thread thread;

  private final AppendCounters counters = new AppendCounters();
  private @Nullable LedgerSession session;

  Appender(
      DataSource dataSource, EventStoreConfig config, HeadSignal head, boolean checkConditions) {
    this.dataSource = dataSource;
    this.config = config;
    this.head = head;
    this.checkConditions = checkConditions;
    this.queue = new AppendQueue(config.queueAppendsMax(), config.queueBytesMax());
    this.clock = new RecordingClock(config);
    this.end = new LedgerEnd(config.windowFacts());
    this.unknownOutcome = new UnknownOutcome(dataSource, config.outcomePatience());
    this.thread = Thread.ofPlatform().daemon().name("ledger-appender").start(this::run);
  }

  /** Queues an append; a full or closed queue is reported in the future. */
  CompletableFuture<AppendReceipt> submit(Append append) {
    try {
      queue.offer(append);
      return append.done();
    } catch (AppendRefused refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  AppendStatistics statistics() {
    return counters.statistics(queue.size());
  }

  /** Finishes what was queued, then stops. What cannot be finished in time is refused. */
  @Override
  public void close() {
    queue.close();
    try {
      thread.join(CLOSE_PATIENCE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    abandonQueue();
  }

  private void abandonQueue() {
    queue.abandon().forEach(append -> append.refuse(new StoreClosed()));
  }

  private void run() {
    try {
      List<Append> batch = take();
      while (!batch.isEmpty()) {
        processSafely(batch, true);
        batch = take();
      }
    } catch (InterruptedException nobodyDoesThat) {
      LOG.error("The appender was interrupted and stops", nobodyDoesThat);
    } finally {
      // however it came to this: nobody waits for a thread that is gone
      queue.close();
      abandonQueue();
      dropSession();
    }
  }

  private List<Append> take() throws InterruptedException {
    return queue.take(config.batchAppendsMax(), config.batchBytesMax());
  }

  /** Whatever goes wrong, every append is answered and the appender lives on. */
  private void processSafely(List<Append> appends, boolean joined) {
    try {
      process(appends, joined, giveUpAt());
    } catch (RuntimeException | Error failure) {
      LOG.error("A batch of {} appends failed", appends.size(), failure);
      appends.forEach(append -> append.refuse(failure));
      dropSession();
      end.takeBack();
    }
  }

  /**
   * @param joined whether others may still join; then the list grows by them
   */
  private void process(List<Append> appends, boolean joined, long giveUpAt) {
    @Nullable Batch batch = null;
    boolean committing = false;
    int backend = 0;
    try {
      LedgerSession open = session();
      backend = open.backend();
      batch = decide(open, appends, joined);
      committing = !batch.accepted().isEmpty();
      finish(open, batch);
    } catch (SQLException failure) {
      recover(
          appends, committing ? Objects.requireNonNull(batch) : null, failure, backend, giveUpAt);
      return;
    } catch (ClocksApart | LedgerAhead wrongTime) {
      end.takeBack();
      dropSession();
      refuseAll(appends, wrongTime);
      return;
    } catch (RuntimeException | Error failure) {
      if (!committing) {
        throw failure;
      }
      // what the database did with what it got nobody has seen
      throw new OutcomeUnknown(failure);
    }
    settle(batch);
  }

  /** The commit point: when this returns, what the batch accepted is durable. */
  private static void finish(LedgerSession open, Batch batch) throws SQLException {
    if (batch.accepted().isEmpty()) {
      open.rollback();
    } else {
      open.commit(batch.rows());
    }
  }

  private Batch decide(LedgerSession open, List<Append> appends, boolean joined)
      throws SQLException {
    Instant asked = clock.now();
    LedgerSession.Opened opened = open.open(end.committed(), end.tailLimit(), commandIds(appends));
    end.follow(opened.tail());
    Map<UUID, LedgerSession.Repeated> commands = new HashMap<>(opened.commands());
    if (joined) {
      commands.putAll(join(open, appends));
    }
    Instant moment = clock.moment(asked, opened.databaseNow(), opened.newest());
    Batch batch = new Batch(end.recent(), open, moment, commands, checkConditions);
    for (Append append : appends) {
      batch.decide(append);
    }
    return batch;
  }

  /** Callers come back at once after an answer: without this they would fill every other batch. */
  private Map<UUID, LedgerSession.Repeated> join(LedgerSession open, List<Append> appends)
      throws SQLException {
    List<Append> late = queue.join(appends, config.batchAppendsMax(), config.batchBytesMax());
    Set<UUID> commandIds = commandIds(late);
    return commandIds.isEmpty() ? Map.of() : open.recorded(commandIds);
  }

  private void settle(Batch batch) {
    end.commit();
    head.advance(end.committed());
    counters.add(batch);
    batch.answer();
  }

  /**
   * @param committing the batch whose commit was under way, null when it had not come to that
   */
  private void recover(
      List<Append> appends,
      @Nullable Batch committing,
      SQLException failure,
      int backend,
      long giveUpAt) {
    switch (WriteFailure.of(failure)) {
      case LOST -> {
        dropSession();
        resolve(appends, committing, failure, backend, giveUpAt);
      }
      case UNWRITABLE -> {
        end.takeBack();
        dropSession();
        refuseAll(appends, new LedgerUnwritable(reason(failure), failure));
      }
      case OBJECTION -> {
        end.takeBack();
        dropSession();
        oneByOne(appends, failure);
      }
    }
  }

  private void resolve(
      List<Append> appends,
      @Nullable Batch committing,
      SQLException failure,
      int backend,
      long giveUpAt) {
    UnknownOutcome.Verdict verdict =
        committing == null
            ? UnknownOutcome.Verdict.NOT_STORED
            : unknownOutcome.of(committing.accepted(), backend);
    switch (verdict) {
      case STORED -> settle(Objects.requireNonNull(committing));
      case NOT_STORED -> {
        end.takeBack();
        if (System.nanoTime() - giveUpAt < 0) {
          LockSupport.parkNanos(TRY_AGAIN_AFTER.toNanos());
          process(appends, false, giveUpAt);
        } else {
          refuseAll(appends, new LedgerUnwritable("no connection to the database", failure));
        }
      }
      case STILL_UNKNOWN -> {
        end.takeBack();
        refuseAll(appends, new OutcomeUnknown(config.outcomePatience(), failure));
      }
    }
  }

  /** Finds the one that is to blame, so that the others do not suffer for it. */
  private void oneByOne(List<Append> appends, SQLException failure) {
    if (appends.size() == 1) {
      refuseAll(appends, new EventStoreException("The database refused the append", failure));
      return;
    }
    appends.forEach(append -> processSafely(List.of(append), false));
  }

  private static void refuseAll(List<Append> appends, RuntimeException reason) {
    LOG.warn("{} appends refused: {}", appends.size(), reason.getMessage());
    appends.forEach(append -> append.refuse(reason));
  }

  private static long giveUpAt() {
    return System.nanoTime() + TRY_FOR.toNanos();
  }

  private static String reason(SQLException failure) {
    return failure.getMessage() + " (" + failure.getSQLState() + ")";
  }

  private static Set<UUID> commandIds(List<Append> appends) {
    return appends.stream()
        .map(append -> append.options().commandId())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private LedgerSession session() throws SQLException {
    if (session == null) {
      session = LedgerSession.connect(dataSource, config.tagIndex());
    }
    return session;
  }

  private void dropSession() {
    if (session != null) {
      session.close();
      session = null;
    }
  }
}
