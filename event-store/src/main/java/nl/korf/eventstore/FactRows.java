package nl.korf.eventstore;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code ledger.event} as facts. Every statement here is read in binary from row one. */
final class FactRows {

  /** The columns of a fact, in the order {@link #fact} reads them, of a table named {@code e}. */
  static final String COLUMNS =
      "e.position, e.event_id, e.type, e.version, e.recorded_at, e.tags, "
          + "e.payload, e.metadata, e.header, e.leaf_hash";

  private static final int HEAD_COLUMN = 11;

  /** With a limit and not an upper bound: that leaves no plan but the primary key in order. */
  static final String NEXT =
      "select "
          + COLUMNS
          + ", (select max(position) from ledger.event)"
          + " from ledger.event e where e.position > ? order by e.position limit ?";

  private static final String TAGGED =
      "select "
          + COLUMNS
          + " from (select position from ledger.event_tag where tag = ? and position > ?"
          + " order by position limit ?) t"
          + " cross join lateral (select * from ledger.event"
          + " where position = t.position offset 0) e order by e.position";

  private static final String OF_TYPES =
      "select "
          + COLUMNS
          + " from ledger.event e where e.position > ? and e.position <= ? and e.type = any(?)"
          + " order by e.position limit ?";

  private static final String AT =
      "select " + COLUMNS + " from ledger.event e where e.position = any(?) order by e.position";

  private static final String PERSONAL =
      "select position, salt, bytes from ledger.event_personal where position = any (?)";

  /** How a header that commits to a personal part says so; quotes inside strings are escaped. */
  private static final byte[] PERSONAL_MEMBER =
      "\"personal\":{".getBytes(StandardCharsets.US_ASCII);

  private FactRows() {}

  /** The next facts, checked for gaps against each other and against the head. */
  static List<StoredFact> next(Connection connection, long after, int limit) throws SQLException {
    List<StoredFact> facts = new ArrayList<>();
    long expected = after;
    long head = after;
    try (PreparedStatement statement = BinaryRows.prepare(connection, NEXT)) {
      statement.setLong(1, after);
      statement.setInt(2, limit);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          StoredFact fact = fact(row);
          if (fact.position() != ++expected) {
            throw LedgerCorrupt.gap(expected, fact.position());
          }
          facts.add(fact);
          head = row.getLong(HEAD_COLUMN);
        }
      }
    }
    if (expected < Math.min(after + limit, head)) {
      throw LedgerCorrupt.missing(expected + 1, head);
    }
    return withPersonal(connection, facts);
  }

  static List<StoredFact> tagged(Connection connection, String tag, long after, int limit)
      throws SQLException {
    List<StoredFact> facts = new ArrayList<>();
    try (PreparedStatement statement = BinaryRows.prepare(connection, TAGGED)) {
      statement.setString(1, tag);
      statement.setLong(2, after);
      statement.setInt(3, limit);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          facts.add(fact(row));
        }
      }
    }
    return withPersonal(connection, facts);
  }

  /** Facts of some types in (after, upTo], without their personal parts. */
  static List<StoredFact> ofTypes(
      Connection connection, Collection<String> types, long after, long upTo, int limit)
      throws SQLException {
    try (PreparedStatement statement = BinaryRows.prepare(connection, OF_TYPES)) {
      statement.setLong(1, after);
      statement.setLong(2, upTo);
      statement.setArray(3, connection.createArrayOf("text", types.toArray()));
      statement.setInt(4, limit);
      return facts(statement);
    }
  }

  /** Facts at some positions, without their personal parts. */
  static List<StoredFact> at(Connection connection, Collection<Long> positions)
      throws SQLException {
    try (PreparedStatement statement = BinaryRows.prepare(connection, AT)) {
      statement.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
      return facts(statement);
    }
  }

  private static List<StoredFact> facts(PreparedStatement statement) throws SQLException {
    List<StoredFact> facts = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        facts.add(fact(row));
      }
    }
    return facts;
  }

  static StoredFact fact(ResultSet row) throws SQLException {
    return new StoredFact(
        row.getLong(1),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getString(4),
        instant(row, 5),
        tags(row, 6),
        row.getBytes(7),
        row.getBytes(8),
        row.getBytes(9),
        row.getBytes(10),
        null);
  }

  static List<String> tags(ResultSet row, int column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** A second query, and only where a header says that there is or was a personal part. */
  static List<StoredFact> withPersonal(Connection connection, List<StoredFact> facts)
      throws SQLException {
    Long[] committed =
        facts.stream()
            .filter(FactRows::commitsToPersonalPart)
            .map(StoredFact::position)
            .toArray(Long[]::new);
    if (committed.length == 0) {
      return facts;
    }
    Map<Long, PersonalPart> parts = personal(connection, committed);
    List<StoredFact> whole = new ArrayList<>(facts.size());
    for (StoredFact fact : facts) {
      PersonalPart part = parts.get(fact.position());
      whole.add(part == null ? fact : with(fact, part));
    }
    return whole;
  }

  private static Map<Long, PersonalPart> personal(Connection connection, Long[] positions)
      throws SQLException {
    Map<Long, PersonalPart> parts = new HashMap<>();
    try (PreparedStatement statement = BinaryRows.prepare(connection, PERSONAL)) {
      statement.setArray(1, connection.createArrayOf("int8", positions));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          parts.put(row.getLong(1), new PersonalPart(row.getBytes(2), row.getBytes(3)));
        }
      }
    }
    return Collections.unmodifiableMap(parts);
  }

  private static boolean commitsToPersonalPart(StoredFact fact) {
    byte[] header = fact.header();
    for (int i = 0; i <= header.length - PERSONAL_MEMBER.length; i++) {
      if (header[i] == '"' && memberAt(header, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean memberAt(byte[] header, int offset) {
    for (int i = 0; i < PERSONAL_MEMBER.length; i++) {
      if (header[offset + i] != PERSONAL_MEMBER[i]) {
        return false;
      }
    }
    return true;
  }

  private static StoredFact with(StoredFact fact, @Nullable PersonalPart personal) {
    return new StoredFact(
        fact.position(),
        fact.eventId(),
        fact.type(),
        fact.version(),
        fact.recordedAt(),
        fact.tags(),
        fact.payload(),
        fact.metadata(),
        fact.header(),
        fact.leafHash(),
        personal);
  }
}
