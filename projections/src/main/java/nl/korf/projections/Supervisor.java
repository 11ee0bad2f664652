package nl.korf.projections;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.HeadSignal;
import nl.korf.eventstore.StoreUnreachable;
import nl.korf.model.view.ReadModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks, every second, at what the database says about all generations: follows those in use, tells
 * whoever awaits a rebuild how it ended, lets go of those retired long ago.
 */
final class Supervisor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

  private final DataSource dataSource;
  private final ProjectionsConfig config;
  private final Function<ReadModel, RowFold> folds;
  private final Standings standings;
  private final Following.Surroundings node;
  private final Map<Generation, Following> followings = new HashMap<>();
  private final Map<Generation, CompletableFuture<RebuildReport>> awaited =
      new ConcurrentHashMap<>();
  private final Bell bell = new Bell();
  private final Thread thread = Thread.ofVirtual().name("projections").unstarted(this::run);
  private volatile boolean open = true;
  private volatile boolean follows;

  Supervisor(
      DataSource dataSource,
      FactLog log,
      HeadSignal head,
      ProjectionsConfig config,
      Function<ReadModel, RowFold> folds,
      Standings standings) {
    this.dataSource = dataSource;
    this.config = config;
    this.folds = folds;
    this.standings = standings;
    this.node =
        new Following.Surroundings(dataSource, log, head, config, standings, this::afterSwap);
  }

  void start() {
    work(connection -> {
      Generations.ensure(connection);
      return true;
    });
    follows = true;
    watch();
  }

  /** Looks, and follows nothing unless {@link #start} has said so. */
  void watch() {
    refresh();
    thread.start();
  }

  /** Asks the database where all generations stand. */
  void refresh() {
    Standings.Known before = standings.known();
    standings.adopt(before, work(Control::all));
  }

  /** Runs work in one transaction on a connection of its own. */
  <T> T work(Control.Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      return Control.atomically(connection, work);
    } catch (SQLException failure) {
      throw new StoreUnreachable("ask for the state of the read models", failure);
    }
  }

  /** How the rebuild of a generation ends, once it has; cancelled when it is given up. */
  CompletableFuture<RebuildReport> await(Generation rebuilt) {
    CompletableFuture<RebuildReport> report =
        awaited.computeIfAbsent(rebuilt, _ -> new CompletableFuture<>());
    bell.ring();
    return report;
  }

  /** Nobody need wait for this generation any more. */
  void forget(Generation unwanted) {
    CompletableFuture<RebuildReport> report = awaited.remove(unwanted);
    if (report != null) {
      report.cancel(false);
    }
  }

  @Override
  public void close() {
    open = false;
    bell.ring();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    followings.values().forEach(Following::stop);
    followings.values().forEach(Following::close);
  }

  /** A swap on this node counts here at once, before anybody reads. */
  private void afterSwap() {
    refresh();
    bell.ring();
  }

  private void run() {
    try {
      while (open) {
        long rings = bell.rings();
        look();
        bell.awaitAfter(rings, config.leaseRetry());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try (Connection connection = dataSource.getConnection()) {
      Standings.Known before = standings.known();
      List<ProjectionStatus> all = Control.all(connection);
      standings.adopt(before, all);
      if (follows) {
        all.stream().filter(Supervisor::isOurs).forEach(this::follow);
      }
      followings.values().removeIf(Following::isOver);
      answer(connection);
      if (follows) {
        Generations.dropExpired(connection, config);
      }
    } catch (SQLException | StoreUnreachable failure) {
      LOG.warn("The read models are not looked after: {}", failure.getMessage());
    } catch (RuntimeException failure) {
      LOG.error("The read models are not looked after", failure);
    }
  }

  /** Another version of this program follows what another version of the view has made. */
  private static boolean isOurs(ProjectionStatus status) {
    return status.state() != ProjectionState.RETIRED && status.isOfThisProgram();
  }

  private void follow(ProjectionStatus status) {
    Generation generation = new Generation(status.model(), status.generation());
    followings.computeIfAbsent(
        generation, _ -> Following.start(node, generation, folds.apply(status.model())));
  }

  private void answer(Connection connection) throws SQLException {
    for (Generation generation : List.copyOf(awaited.keySet())) {
      Optional<RebuildReport> report = Swap.report(connection, generation);
      if (report.isPresent()) {
        tell(generation, report.get());
      } else if (!isInUse(connection, generation)) {
        // given up, here or on another node
        forget(generation);
      }
    }
  }

  private static boolean isInUse(Connection connection, Generation generation) throws SQLException {
    return Control.find(connection, generation)
        .filter(status -> status.state() != ProjectionState.RETIRED)
        .isPresent();
  }

  private void tell(Generation generation, RebuildReport report) {
    CompletableFuture<RebuildReport> waiting = awaited.remove(generation);
    if (waiting != null) {
      waiting.complete(report);
    }
  }
}
