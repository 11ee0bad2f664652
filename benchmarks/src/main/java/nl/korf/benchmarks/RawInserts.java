package nl.korf.benchmarks;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/**
 * What the database can do by itself: rows of one table that weigh what a fact weighs in the
 * ledger, each inserted and committed on its own, without a condition, a lock or a row of tags.
 */
record RawInserts(Server.Database database) {

  private static final String TABLE =
      """
      create table raw_insert (position bigserial primary key, event_id uuid not null unique,
        type text, version text, recorded_at timestamptz, tags text[],
        payload bytea, metadata bytea, header bytea, leaf_hash bytea)
      """;

  private static final String COLUMNS =
      "insert into raw_insert (event_id, type, version, recorded_at, tags, payload, metadata,"
          + " header, leaf_hash) values ";

  static final String METADATA = "{\"timestamp\":\"2026-01-01T12:00:00.123456Z\"}";

  /** What the header of such a fact takes. */
  static final int HEADER_BYTES = 504;

  /** How far the average row may be from a fact's. */
  private static final double TOLERANCE = 0.03;

  static RawInserts into(Server.Database database) throws SQLException {
    database.execute(TABLE);
    return new RawInserts(database);
  }

  /** The script of pgbench: the same insert, with ids made by the server. */
  String script() {
    return COLUMNS
        + "(gen_random_uuid(), 'BenchmarkFact', '1', now(),"
        + " array['group=0f', 'initiative=6b1f6f5e-4f1e-4d6e-9d59-1d1a3c9f8f11'],"
        + " convert_to(repeat('k', %d), 'UTF8'), '%s', convert_to(repeat('h', %d), 'UTF8'),"
            .formatted(Store.PAYLOAD_BYTES, METADATA, HEADER_BYTES)
        + " sha256('x'));\n";
  }

  /** Inserts and commits a second by one client over JDBC. */
  double perSecond(Duration time) throws Exception {
    String sql = COLUMNS + "(?, 'BenchmarkFact', '1', now(), array['group=0f', ?], ?, ?, ?, ?)";
    byte[] metadata = METADATA.getBytes(StandardCharsets.UTF_8);
    try (Connection connection = database.owner().getConnection()) {
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
                  insert.setBytes(4, metadata);
                  insert.setBytes(5, new byte[HEADER_BYTES]);
                  insert.setBytes(6, new byte[32]);
                  insert.executeUpdate();
                  connection.commit();
                })
            .perSecond();
      }
    }
  }

  /** Commits a second of one client that writes nothing but a word into the WAL. */
  double bareCommitsPerSecond(Duration time) throws Exception {
    try (Connection connection = database.owner().getConnection();
        PreparedStatement word =
            connection.prepareStatement("select pg_logical_emit_message(true, 'bench', 'x')")) {
      return Load.run(1, time, _ -> word.execute()).perSecond();
    }
  }

  /** Fails when a row here weighs more or less than a fact of a ledger: that would be no match. */
  void requireSameBytes(Server.Database ledger) throws SQLException {
    String average = "select round(avg(pg_column_size(r.*))) from (select * from %s limit 1000) r";
    double ours = ledger.number(average.formatted("ledger.event"));
    double theirs = database.number(average.formatted("raw_insert"));
    if (Math.abs(theirs / ours - 1) > TOLERANCE) {
      throw new IllegalStateException(
          "a row has %.0f bytes, a fact %.0f: not the same".formatted(theirs, ours));
    }
  }
}
