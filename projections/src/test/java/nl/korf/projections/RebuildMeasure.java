package nl.korf.projections;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.korf.eventstore.HeadSignal;
import nl.korf.model.view.ReadModel;
import nl.korf.projections.testing.RandomHistory;
import nl.korf.projections.testing.TestLedger;
import org.postgresql.PGStatement;

/**
 * Measures how fast all read models are rebuilt together, against a raw binary scan of the same
 * facts on the same database in the same run. Prints facts a second of both, and the ratio.
 */
public final class RebuildMeasure {

  private static final int CHUNK_FACTS = 5_000;
  private static final int FETCH_FACTS = 5_000;
  private static final int ROUNDS = 2;

  private RebuildMeasure() {}

  /**
   * Fills a ledger of its own and measures.
   *
   * @param args the number of facts, 200000 when absent
   */
  public static void main(String[] args) throws Exception {
    int facts = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
    try (TestLedger ledger = new TestLedger()) {
      fill(ledger, facts);
      ledger.execute("analyze");
      try (HeadSignal head = ledger.headSignal();
          Projections projections =
              new Projections(ledger.pool(), ledger.log(), head, ProjectionsConfig.DEFAULT)) {
        projections.start();
        await(projections, facts);
        for (int round = 1; round <= ROUNDS; round++) {
          measure(ledger, projections, facts, round);
        }
      }
    }
  }

  private static void measure(TestLedger ledger, Projections projections, int facts, int round)
      throws Exception {
    double scan = facts / seconds(() -> scan(ledger));
    Cpu before = Cpu.now(ledger);
    double rebuild = facts / seconds(() -> rebuild(projections));
    System.out.printf(
        "round %d: %d facts, scan %.0f facts/s, rebuild %.0f facts/s, ratio %.4f; %s%n",
        round, facts, scan, rebuild, rebuild / scan, Cpu.now(ledger).since(before, facts));
  }

  private static void fill(TestLedger ledger, int facts) {
    RandomHistory history = new RandomHistory(51, facts / 20, 0.02);
    for (int done = 0; done < facts; done += CHUNK_FACTS) {
      ledger.append(history.next(Math.min(CHUNK_FACTS, facts - done)));
    }
  }

  private static void scan(TestLedger ledger) throws SQLException {
    String sql =
        """
        select position, event_id, type, version, recorded_at, tags, payload, metadata, header,
               leaf_hash
        from ledger.event order by position
        """;
    try (Connection connection = ledger.owner().getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        statement.setFetchSize(FETCH_FACTS);
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            for (int column : List.of(7, 8, 9, 10)) {
              row.getBytes(column);
            }
          }
        }
      }
    }
  }

  private static void rebuild(Projections projections) throws Exception {
    List<CompletableFuture<RebuildReport>> rebuilds =
        Stream.of(ReadModel.values()).map(projections::rebuild).toList();
    for (CompletableFuture<RebuildReport> rebuild : rebuilds) {
      RebuildReport report = rebuild.get(10, TimeUnit.MINUTES);
      if (!report.swapped()) {
        throw new IllegalStateException("rebuilt rows differ: " + report);
      }
    }
  }

  private static void await(Projections projections, long facts) throws InterruptedException {
    if (!projections.awaitPosition(facts, Duration.ofMinutes(10))) {
      throw new IllegalStateException("not there after ten minutes: " + projections.status());
    }
  }

  /** Processor time used so far: on a machine others use too, it says more than the clock. */
  private record Cpu(Duration java, Duration postgres) {

    static Cpu now(TestLedger ledger) {
      String server =
          ledger.rows("select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)").getFirst();
      Duration java = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
      Duration postgres =
          ProcessHandle.of(Long.parseLong(server.replaceAll("[()]", ""))).stream()
              .flatMap(ProcessHandle::children)
              .flatMap(session -> session.info().totalCpuDuration().stream())
              .reduce(Duration.ZERO, Duration::plus);
      return new Cpu(java, postgres);
    }

    String since(Cpu before, int facts) {
      return "CPU us a fact: Java %d, PostgreSQL %d"
          .formatted(
              java.minus(before.java).toNanos() / 1_000 / facts,
              postgres.minus(before.postgres).toNanos() / 1_000 / facts);
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  private static double seconds(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
