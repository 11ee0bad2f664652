package nl.korf.projections;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.HeadSignal;
import nl.korf.eventstore.StoreUnreachable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread behind one generation on this node: waits for its lease, follows the log while it has
 * it, holds at a fact that fails and tries again, and ends when the generation is no longer used.
 */
final class Following implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Following.class);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);

  /** What all the followers of a node share. */
  record Surroundings(
      DataSource dataSource,
      FactLog log,
      HeadSignal head,
      ProjectionsConfig config,
      Standings standings,
      Runnable afterSwap) {}

  private final Surroundings node;
  private final Generation generation;
  private final RowFold fold;
  private final Bell bell = new Bell();
  private final HeadSignal.Subscription subscription;
  private final Thread thread;
  private final GivingWay givingWay;
  private volatile boolean open = true;
  private volatile boolean leading;
  private int failures;
  private boolean readable;

  private Following(Surroundings node, Generation generation, RowFold fold) {
    this.node = node;
    this.generation = generation;
    this.fold = fold;
    this.subscription = node.head().onAdvance(_ -> bell.ring());
    this.thread = Thread.ofVirtual().name("follow-" + generation.schema()).unstarted(this::run);
    this.givingWay = new GivingWay(node.head()::head, System::nanoTime, this::rest);
  }

  static Following start(Surroundings node, Generation generation, RowFold fold) {
    Following following = new Following(node, generation, fold);
    following.thread.start();
    return following;
  }

  /** Whether this node writes the generation now. */
  boolean isLeading() {
    return leading;
  }

  boolean isOver() {
    return !thread.isAlive();
  }

  /** Asks the thread to end after its batch. */
  void stop() {
    open = false;
    bell.ring();
  }

  /** Waits until the batch is done and the lease given back. */
  @Override
  public void close() {
    stop();
    try {
      thread.join(CLOSE_PATIENCE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (open) {
        attempt();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      subscription.close();
    }
  }

  private void attempt() throws InterruptedException {
    try {
      lead();
    } catch (Superseded superseded) {
      // written by somebody else, or out of use: what the database says decides
      open = open && isInUse();
    } catch (SQLException | StoreUnreachable failure) {
      LOG.warn("{} waits for the database: {}", generation.schema(), failure.getMessage());
      pause(node.config().leaseRetry());
    } catch (RuntimeException | Error failure) {
      LOG.error("{} stopped", generation.schema(), failure);
      Duration retryIn = nextRetry();
      report(failure.toString(), retryIn);
      pause(retryIn);
    } finally {
      leading = false;
    }
  }

  private void lead() throws SQLException, InterruptedException {
    Optional<Follower> follower =
        Follower.lead(
            node.dataSource().getConnection(),
            generation,
            fold,
            node.log(),
            node.config(),
            givingWay);
    if (follower.isEmpty()) {
      pause(node.config().leaseRetry());
      if (!isInUse()) {
        open = false;
      }
      return;
    }
    try (Follower leader = follower.get()) {
      leading = true;
      givingWay.beside(!leader.inUse().live());
      node.standings().lead(generation, leader.position());
      while (open) {
        follow(leader);
      }
    }
  }

  private void follow(Follower leader) throws SQLException, InterruptedException {
    long rings = bell.rings();
    givingWay.begin();
    givingWay.behind(Math.max(0, node.head().head() - leader.position()));
    leader.atMost(givingWay.factsMax());
    Follower.Step step = leader.step(node.head().head());
    givingWay.before("next batch");
    node.standings().advance(generation, step.position());
    if (step.failed() != null) {
      hold(leader, step.failed());
    } else {
      failures = 0;
      if (step.position() >= node.head().head()) {
        swapIfRebuilt(leader);
        bell.awaitAfter(rings, node.config().poll());
      }
    }
  }

  /** The fact is tried again, later and later; nothing after it is looked at. */
  private void hold(Follower leader, FactFailed failed) throws SQLException, InterruptedException {
    if (failures == 0) {
      LOG.error("{} stopped at {}", generation.schema(), failed, failed.cause());
    }
    Duration retryIn = nextRetry();
    leader.hold(failed, retryIn);
    pause(retryIn);
    leader.inUse();
  }

  private void swapIfRebuilt(Follower leader) throws SQLException {
    ProjectionStatus status = leader.inUse();
    givingWay.beside(!status.live());
    if (status.live()) {
      return;
    }
    if (!readable) {
      makeReadable(leader.connection());
    }
    Swap.attempt(leader.connection(), generation)
        .ifPresent(report -> {
          LOG.info("{} rebuilt: {}", generation.schema(), report);
          node.afterSwap().run();
        });
  }

  private void makeReadable(Connection connection) throws SQLException {
    Control.<Boolean>atomically(
        connection,
        in -> {
          generation.index(in, givingWay);
          return true;
        });
    readable = true;
  }

  private Duration nextRetry() {
    Duration first = node.config().retryFirst();
    Duration max = node.config().retryMax();
    Duration next = first.multipliedBy(1L << Math.min(failures++, 16));
    return next.compareTo(max) > 0 ? max : next;
  }

  private void report(String error, Duration retryIn) {
    try (Connection connection = node.dataSource().getConnection()) {
      Control.stop(connection, generation, error, retryIn);
    } catch (SQLException unreachable) {
      LOG.warn("{} cannot say so: {}", generation.schema(), unreachable.getMessage());
    }
  }

  private boolean isInUse() {
    try (Connection connection = node.dataSource().getConnection()) {
      return Control.find(connection, generation)
          .filter(status -> status.state() != ProjectionState.RETIRED)
          .isPresent();
    } catch (SQLException unreachable) {
      return true;
    }
  }

  private void rest(Duration duration) {
    try {
      pause(duration);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sleeps, unless closed meanwhile. */
  private void pause(Duration duration) throws InterruptedException {
    long until = System.nanoTime() + duration.toNanos();
    while (open && System.nanoTime() - until < 0) {
      long rings = bell.rings();
      if (open) {
        bell.awaitAfter(rings, Duration.ofNanos(until - System.nanoTime()));
      }
    }
  }
}
