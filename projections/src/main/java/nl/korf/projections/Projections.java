package nl.korf.projections;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.HeadSignal;
import nl.korf.eventstore.StoreUnreachable;
import nl.korf.model.view.ReadModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The read models of a ledger on this node: follows the log for those no other node follows, and
 * knows how far each has come. Safe from any thread.
 */
public final class Projections implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Projections.class);

  /** How often a reader who waits looks at what other nodes have written. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final Standings standings = new Standings();
  private final Supervisor supervisor;
  private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
  private final Thread announcer =
      Thread.ofVirtual().name("projections-news").unstarted(this::announce);
  private volatile boolean open = true;

  /**
   * Followers over a ledger.
   *
   * @param dataSource connections in the role of the application; one is held for every read model
   *     followed here, one more for every rebuild
   */
  public Projections(
      DataSource dataSource, FactLog log, HeadSignal head, ProjectionsConfig config) {
    this(dataSource, log, head, config, RowFold::of);
  }

  Projections(
      DataSource dataSource,
      FactLog log,
      HeadSignal head,
      ProjectionsConfig config,
      Function<ReadModel, RowFold> folds) {
    this.supervisor = new Supervisor(dataSource, log, head, config, folds, standings);
  }

  /**
   * Makes the tables that say where every read model stands. Safe at every start, from several
   * nodes at once.
   *
   * @param owner connections of the owner of the database, after the event store's migration
   */
  public static void install(DataSource owner) {
    try (Connection connection = owner.getConnection()) {
      Control.<Boolean>atomically(
          connection,
          in -> {
            Generations.lock(in);
            try (Statement statement = in.createStatement()) {
              return statement.execute(Generation.resource("control.sql"));
            }
          });
    } catch (SQLException failure) {
      throw new StoreUnreachable("prepare the tables of the read models", failure);
    }
  }

  /** Begins to follow; the first generation of every read model is made where there is none. */
  public void start() {
    supervisor.start();
    announcer.start();
  }

  /**
   * Instead of {@link #start}: follows nothing, and knows within a second how far other nodes have
   * come. Reads answer from what they write; {@link #awaitPosition} looks more often.
   */
  public void watch() {
    supervisor.watch();
    announcer.start();
  }

  /** Every generation there is, in order of read model and generation, as the database says. */
  public List<ProjectionStatus> status() {
    return supervisor.work(Control::all);
  }

  /**
   * The last position every read model that answers has folded in, as known on this node; 0 while
   * none answers. Goes back where one begins to answer that is behind, and where the database lost
   * in a crash what the read models had last.
   */
  public long position() {
    return standings.position();
  }

  /** The last position one read model has folded in, as known on this node. */
  public long position(ReadModel model) {
    return standings.position(model);
  }

  /**
   * Waits until every read model that answers has folded in a position; false when the time is up.
   */
  public boolean awaitPosition(long position, Duration patience) throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    while (true) {
      long rings = standings.bell().rings();
      if (standings.position() >= position) {
        return true;
      }
      long left = until - System.nanoTime();
      if (left <= 0 || !open) {
        return false;
      }
      Duration wait = Duration.ofNanos(Math.min(left, LOOK_EVERY.toNanos()));
      if (!standings.bell().awaitAfter(rings, wait)) {
        supervisor.refresh();
      }
    }
  }

  /**
   * Calls {@code action} with {@link #position()} whenever it has advanced, on one thread that
   * serves all listeners; advances close together may be told as one. Closing ends it.
   */
  public Subscription onProjected(LongConsumer action) {
    listeners.add(action);
    return () -> listeners.remove(action);
  }

  /**
   * The schema that answers reads of a model now, {@code view_groups_g1}. Ask for every query: it
   * changes after a rebuild, and stays readable for {@link ProjectionsConfig#grace()} after that.
   */
  public String schema(ReadModel model) {
    return live(model).schema();
  }

  /**
   * Builds a read model anew beside the one that answers, and puts it in its place if both have the
   * same hash. Completes when it answers, or when it differs; then {@link #accept} or {@link
   * #discard} decides. Where a rebuild is under way, this is that one. Cancelled when it is given
   * up.
   */
  public CompletableFuture<RebuildReport> rebuild(ReadModel model) {
    Generation rebuilt =
        supervisor.work(connection -> Generations.rebuild(connection, model, false));
    return supervisor.await(rebuilt);
  }

  /** Puts a generation that differs in the place of the one that answers, as soon as it may. */
  public CompletableFuture<RebuildReport> accept(ReadModel model, int generation) {
    Generation rebuilt = new Generation(model, generation);
    return supervisor.await(supervisor.work(connection -> Generations.accept(connection, rebuilt)));
  }

  /** Gives up a generation that does not answer. */
  public void discard(ReadModel model, int generation) {
    Generation unwanted = new Generation(model, generation);
    supervisor.forget(supervisor.work(connection -> Generations.discard(connection, unwanted)));
  }

  @Override
  public void close() {
    open = false;
    standings.bell().ring();
    supervisor.close();
    try {
      announcer.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** A listener's registration. */
  @FunctionalInterface
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /** The generation that answers reads of a model now. */
  Generation live(ReadModel model) {
    return standings.live(model);
  }

  private void announce() {
    long told = 0;
    try {
      while (open) {
        long rings = standings.bell().rings();
        long position = standings.position();
        if (position > told) {
          told = position;
          tell(position);
        } else {
          standings.bell().awaitAfter(rings, Duration.ofSeconds(1));
        }
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(long position) {
    for (LongConsumer action : listeners) {
      try {
        action.accept(position);
      } catch (RuntimeException failure) {
        LOG.error("A listener failed at position {}", position, failure);
      }
    }
  }
}
