package nl.korf.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Appends against what the database itself can do, in turn, round after round, on one server: the
 * first three bars of the event store.
 */
final class AppendFigures {

  private static final int MANY = 64;
  private static final int BATCHED = 32;

  /** What a fact weighs in the ledger, in single rows of one table: the same bytes. */
  private static final String RAW_TABLE =
      """
      create table raw_insert (position bigserial primary key, event_id uuid not null unique,
        type text, version text, recorded_at timestamptz, tags text[],
        payload bytea, metadata bytea, header bytea, leaf_hash bytea)
      """;

  private static final int HEADER_BYTES = 640;

  private final Server server;
  private final Bench options;

  AppendFigures(Server server, Bench options) {
    this.server = server;
    this.options = options;
  }

  List<Figure> measure() throws Exception {
    Optional<Pgbench> pgbench = Pgbench.find(System.getenv());
    Server.Database raw = server.ledger();
    raw.execute(RAW_TABLE);
    List<double[]> rounds = new ArrayList<>();
    try (Store store = Store.open(server.ledger(), UnaryOperator.identity());
        Store single = Store.open(server.ledger(), config -> config.withBatchAndQueue(1, 10_000))) {
      round(pgbench, raw, store, single, Duration.ofSeconds(2));
      for (int round = 0; round < options.rounds(); round++) {
        rounds.add(round(pgbench, raw, store, single, options.time()));
      }
    }
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
            absolute(rounds, 4, 5)));
    return figures;
  }

  private static double[] round(
      Optional<Pgbench> pgbench, Server.Database raw, Store store, Store single, Duration time)
      throws Exception {
    return new double[] {
      pgbench.isPresent() ? pgbench.get().perSecond(raw, script(), MANY, time) : Double.NaN,
      Load.run(MANY, time, _ -> store.append()).perSecond(),
      jdbc(raw, time),
      Load.run(1, time, _ -> store.append()).perSecond(),
      Load.run(BATCHED, time, _ -> store.append()).perSecond(),
      Load.run(BATCHED, time, _ -> single.append()).perSecond()
    };
  }

  private static String script() {
    return "insert into raw_insert (event_id, type, version, recorded_at, tags, payload, metadata,"
        + " header, leaf_hash) values (gen_random_uuid(), 'BenchmarkFact', '1', now(),"
        + " array['group=0f', 'initiative=6b1f6f5e-4f1e-4d6e-9d59-1d1a3c9f8f11'],"
        + " convert_to(repeat('k', %d), 'UTF8'), '{}', convert_to(repeat('h', %d), 'UTF8'),"
            .formatted(Store.PAYLOAD_BYTES, HEADER_BYTES)
        + " sha256('x'));\n";
  }

  private static double jdbc(Server.Database raw, Duration time) throws Exception {
    String sql =
        "insert into raw_insert (event_id, type, version, recorded_at, tags, payload, metadata,"
            + " header, leaf_hash) values (?, 'BenchmarkFact', '1', now(),"
            + " array['group=0f', ?], ?, '{}', ?, ?)";
    try (Connection connection = raw.owner().getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert = connection.prepareStatement(sql)) {
        return Load.run(
                1,
                time,
                _ -> {
                  UUID id = UUID.randomUUID();
                  insert.setObject(1, id);
                  insert.setString(2, "initiative=" + id);
                  insert.setBytes(3, Store.PAYLOAD);
                  insert.setBytes(4, new byte[HEADER_BYTES]);
                  insert.setBytes(5, new byte[32]);
                  insert.executeUpdate();
                  connection.commit();
                })
            .perSecond();
      }
    }
  }

  static double[] ratios(List<double[]> rounds, int ours, int theirs) {
    return rounds.stream().mapToDouble(round -> round[ours] / round[theirs]).toArray();
  }

  static String absolute(List<double[]> rounds, int ours, int theirs) {
    return "%.0f/s against %.0f/s"
        .formatted(
            Figure.median(rounds.stream().mapToDouble(round -> round[ours]).toArray()),
            Figure.median(rounds.stream().mapToDouble(round -> round[theirs]).toArray()));
  }
}
