package nl.korf.projections;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private static final int ROUNDS = 3;
  private static final int MILLIS_A_TICK = 10;

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
    Cpu start = Cpu.now(ledger);
    double scan = facts / seconds(() -> scan(ledger));
    Cpu scanned = Cpu.now(ledger);
    double rebuild = facts / seconds(() -> rebuild(projections));
    Cpu rebuilt = Cpu.now(ledger);
    System.out.printf(
        "round %d: %d facts, scan %.0f facts/s, rebuild %.0f facts/s, ratio %.4f%n",
        round, facts, scan, rebuild, rebuild / scan);
    System.out.printf(
        "  CPU us a fact: scan %s; rebuild %s; ratio %.4f%n",
        scanned.since(start, facts),
        rebuilt.since(scanned, facts),
        scanned.total(start) / rebuilt.total(scanned));
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
      ProcessHandle postmaster =
          ProcessHandle.of(Long.parseLong(server.replaceAll("[()]", ""))).orElseThrow();
      Duration java = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
      Duration postgres =
          postmaster
              .children()
              .flatMap(session -> session.info().totalCpuDuration().stream())
              .reduce(ofEnded(postmaster), Duration::plus);
      return new Cpu(java, postgres);
    }

    /** What the sessions that are over had used, as Linux counts it; zero elsewhere. */
    private static Duration ofEnded(ProcessHandle postmaster) {
      try {
        String stat = Files.readString(Path.of("/proc/" + postmaster.pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
        return Duration.ofMillis(ticks * MILLIS_A_TICK);
      } catch (IOException unknown) {
        return Duration.ZERO;
      }
    }

    String since(Cpu before, int facts) {
      return "Java %.1f, PostgreSQL %.1f"
          .formatted(
              java.minus(before.java).toNanos() / 1e3 / facts,
              postgres.minus(before.postgres).toNanos() / 1e3 / facts);
    }

    double total(Cpu before) {
      return java.plus(postgres).minus(before.java).minus(before.postgres).toNanos();
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
