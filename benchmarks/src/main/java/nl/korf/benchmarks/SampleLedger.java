package nl.korf.benchmarks;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.HeadSignal;
import nl.korf.model.view.ReadModel;
import nl.korf.projections.ProjectionState;
import nl.korf.projections.ProjectionStatus;
import nl.korf.projections.Projections;
import nl.korf.projections.ProjectionsConfig;
import nl.korf.projections.RebuildReport;

/**
 * The ledger of {@link SampleFacts} that streams, reads and rebuilds are measured on; filled once,
 * for all of them and for later runs that keep the folder.
 *
 * @param facts that it was filled with; there may be some more, appended since
 */
record SampleLedger(Server.Database database, long facts) {

  /** The size the bars are stated for. */
  static final long FACTS_MAX = 1_000_000;

  private static final String NAME = "sample";
  private static final int POOL = 24;
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /** Filled with that many facts, at most {@link #FACTS_MAX}. */
  static SampleLedger filled(Server server, long facts) throws Exception {
    long wanted = Math.min(facts, FACTS_MAX);
    Server.Database database = server.keptLedger(NAME);
    if (database.number("select count(*) from pg_tables where tablename = 'filled'") == 0
        || database.number("select facts from filled") != wanted) {
      database = server.ledger(NAME);
      Projections.install(database.owner());
      long begun = System.nanoTime();
      SampleFacts.fill(database, wanted);
      database.execute("create table filled as select %d::bigint as facts".formatted(wanted));
      System.err.printf("filled %,d facts in %.0f s%n", wanted, (System.nanoTime() - begun) / 1e9);
    }
    return new SampleLedger(database, wanted);
  }

  /** Its read models, followed in this process until closed. */
  Followed follow() throws Exception {
    return new Followed(database);
  }

  /** The read models of a ledger and what they stand on. */
  static final class Followed implements AutoCloseable {

    private final HikariDataSource pool;
    private final HeadSignal head;
    private final Projections projections;

    private Followed(Server.Database database) throws Exception {
      this.pool = database.pool(POOL);
      this.head = new HeadSignal(pool, Duration.ofSeconds(1));
      this.projections = new Projections(pool, new FactLog(pool), head, ProjectionsConfig.DEFAULT);
      projections.start();
      long begun = System.nanoTime();
      awaitHead();
      System.err.printf("projected in %.0f s%n", (System.nanoTime() - begun) / 1e9);
      database.execute("vacuum analyze");
    }

    /** Waits until every read model has come to the head; returns it. */
    long awaitHead() throws InterruptedException {
      long position = head.refresh();
      while (!projections.awaitPosition(position, LOOK_EVERY)) {
        requireRunning();
      }
      return position;
    }

    /** Waits for the rebuild of a read model, and that it answers then. */
    void rebuild(ReadModel model) throws Exception {
      await(projections.rebuild(model));
    }

    /** Rebuilds all read models at the same time. */
    void rebuildAll() throws Exception {
      List<CompletableFuture<RebuildReport>> rebuilds =
          Stream.of(ReadModel.values()).map(projections::rebuild).toList();
      for (CompletableFuture<RebuildReport> rebuild : rebuilds) {
        await(rebuild);
      }
    }

    private void await(CompletableFuture<RebuildReport> rebuild) throws Exception {
      while (!rebuild.isDone()) {
        rebuild.copy().completeOnTimeout(null, LOOK_EVERY.toMillis(), MILLISECONDS).join();
        requireRunning();
      }
      RebuildReport report = rebuild.get();
      if (!report.swapped()) {
        throw new IllegalStateException("rebuilt rows differ: " + report);
      }
    }

    /** A read model that stopped would be waited for in vain. */
    private void requireRunning() {
      for (ProjectionStatus status : projections.status()) {
        if (status.state() == ProjectionState.STOPPED) {
          throw new IllegalStateException("a read model has stopped: " + status);
        }
      }
    }

    HikariDataSource pool() {
      return pool;
    }

    Projections projections() {
      return projections;
    }

    @Override
    public void close() {
      projections.close();
      head.close();
      pool.close();
    }
  }
}
