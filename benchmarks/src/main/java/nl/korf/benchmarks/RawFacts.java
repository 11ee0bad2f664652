package nl.korf.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.FactJson;
import nl.korf.model.facts.Tags;

/**
 * Real facts put straight into a ledger's tables, which no node may use meanwhile. Metadata,
 * headers and hashes have the right size and are made up.
 */
final class RawFacts {

  private static final int BATCH = 5_000;
  private static final String INSERT =
      """
      insert into ledger.event
        (position, event_id, type, version, recorded_at, tags, payload, metadata, header, leaf_hash)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private RawFacts() {}

  /**
   * Adds facts.
   *
   * @param after the last position there is
   * @param last the last one there will be
   * @param facts the fact at a position; asked once each, in order
   * @param times when it was recorded
   */
  static void insert(
      Server.Database database,
      long after,
      long last,
      LongFunction<Fact> facts,
      LongFunction<Instant> times)
      throws Exception {
    try (Connection connection = database.owner().getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      connection.setAutoCommit(false);
      for (long position = after + 1; position <= last; position++) {
        add(connection, insert, position, facts.apply(position), times.apply(position));
        if (position % BATCH == 0 || position == last) {
          insert.executeBatch();
          connection.commit();
        }
      }
    }
    database.execute(
        """
        insert into ledger.event_tag (tag, position, type)
        select tag, position, type from ledger.event, unnest(tags) tag where position > %d
        order by tag, position
        """
            .formatted(after));
    database.execute("vacuum analyze");
  }

  private static void add(
      Connection connection, PreparedStatement insert, long position, Fact fact, Instant recordedAt)
      throws Exception {
    FactJson.Encoded encoded = FactJson.encode(fact);
    byte[] header = header(position, encoded.type());
    set(
        insert,
        List.of(
            position,
            new UUID(0, position),
            encoded.type(),
            encoded.version(),
            recordedAt.atOffset(ZoneOffset.UTC),
            connection.createArrayOf(
                "text", Tags.of(fact).stream().map(Object::toString).toArray()),
            encoded.payload(),
            metadata(position),
            header,
            MessageDigest.getInstance("SHA-256").digest(header)));
    insert.addBatch();
  }

  private static byte[] metadata(long position) {
    return """
    {"actor":"person:p%d","commandId":"%s","onBehalfOf":"group:g%d",\
    "timestamp":"2026-01-01T12:00:00.123456Z"}\
    """
        .formatted(
            position % SampleFacts.PEOPLE, new UUID(1, position), 1 + position % SampleFacts.GROUPS)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] header(long position, String type) {
    String known = "{\"pos\":%d,\"type\":\"%s\",\"made\":\"".formatted(position, type);
    return (known + "h".repeat(RawInserts.HEADER_BYTES - known.length() - 2) + "\"}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void set(PreparedStatement insert, List<Object> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      insert.setObject(i + 1, values.get(i));
    }
  }
}
