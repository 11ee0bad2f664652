package nl.korf.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Appends against what the database itself can do, in turn, round after round, on one server: the
 * first three bars of the event store.
 *
 * <p>What group commit is worth depends on what a commit costs, so the cost of a bare commit is
 * stated with it, and the comparison is made a second time on databases whose commits take {@value
 * #SLOW_COMMIT_MICROS} microseconds longer, as on a slower disk.
 */
final class AppendFigures {

  private static final int MANY = 64;
  private static final int BATCHED = 32;
  private static final int QUEUE = 10_000;
  private static final int SLOW_COMMIT_MICROS = 1_000;
  private static final Duration WARM_UP = Duration.ofSeconds(3);

  private final Server server;
  private final Bench options;
  private final Optional<Pgbench> pgbench = Pgbench.find(System.getenv());
  private final List<double[]> rounds = new ArrayList<>();

  AppendFigures(Server server, Bench options) {
    this.server = server;
    this.options = options;
  }

  List<Figure> measure() throws Exception {
    RawInserts raw = RawInserts.into(server.empty("raw"));
    try (Store store = Store.open(server.ledger("group_commit"));
        Store single = one(server.ledger("batch_of_one"));
        Store slow = Store.open(slowed(server.ledger("slow_group_commit")));
        Store slowSingle = one(slowed(server.ledger("slow_batch_of_one")))) {
      round(raw, store, single, slow, slowSingle, WARM_UP);
      raw.requireSameBytes(store.database());
      for (int round = 0; round < options.rounds(); round++) {
        rounds.add(round(raw, store, single, slow, slowSingle, options.time()));
      }
    }
    return figures();
  }

  private List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    if (pgbench.isPresent()) {
      figures.add(
          Figure.atLeast(
              "conditional appends, 64 in flight / pgbench single-row inserts, 64 clients",
              0.9,
              ratios(rounds, 1, 0),
              absolute(rounds, 1, 0)));
    }
    figures.add(
        Figure.atLeast(
            "conditional appends, 1 in flight / raw JDBC insert + commit, 1 client",
            0.5,
            ratios(rounds, 3, 2),
            absolute(rounds, 3, 2)));
    figures.add(
        Figure.atLeast(
            "group commit / batch of one, same lock, 32 in flight",
            10,
            ratios(rounds, 4, 5),
            absolute(rounds, 4, 5)
                + "; a bare commit takes %.2f ms".formatted(1_000 / median(rounds, 6))));
    figures.add(
        Figure.stated(
            "the same where a commit takes 1 ms longer",
            ratios(rounds, 7, 8),
            absolute(rounds, 7, 8)));
    return figures;
  }

  private double[] round(
      RawInserts raw, Store store, Store single, Store slow, Store slowSingle, Duration time)
      throws Exception {
    return new double[] {
      pgbench.isPresent()
          ? pgbench.get().perSecond(raw.database(), raw.script(), MANY, time)
          : Double.NaN,
      Load.run(MANY, time, _ -> store.append()).perSecond(),
      raw.perSecond(time),
      Load.run(1, time, _ -> store.append()).perSecond(),
      Load.run(BATCHED, time, _ -> store.append()).perSecond(),
      Load.run(BATCHED, time, _ -> single.append()).perSecond(),
      raw.bareCommitsPerSecond(time),
      Load.run(BATCHED, time, _ -> slow.append()).perSecond(),
      Load.run(BATCHED, time, _ -> slowSingle.append()).perSecond()
    };
  }

  private static Store one(Server.Database database) {
    return Store.open(database, config -> config.withBatchAndQueue(1, QUEUE));
  }

  /** PostgreSQL waits so long before it flushes: whoever else is at work, since siblings is 0. */
  private static Server.Database slowed(Server.Database database) throws SQLException {
    database.set("commit_siblings", "0");
    database.set("commit_delay", String.valueOf(SLOW_COMMIT_MICROS));
    return database;
  }

  static double[] ratios(List<double[]> rounds, int ours, int theirs) {
    return rounds.stream().mapToDouble(round -> round[ours] / round[theirs]).toArray();
  }

  static String absolute(List<double[]> rounds, int ours, int theirs) {
    return "%,.0f/s against %,.0f/s".formatted(median(rounds, ours), median(rounds, theirs));
  }

  static double median(List<double[]> rounds, int which) {
    return Figure.median(rounds.stream().mapToDouble(round -> round[which]).toArray());
  }
}
