package nl.korf.service.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import nl.korf.eventstore.BinaryRows;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger as it lies in the table, read for its own sake: by a statement of its own,
 * without the code that wrote it or reads it for anybody else.
 *
 * @param salt of the personal part; null where there is none now
 * @param erasedBy position of a fact that says the personal part was erased; 0: none says so
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record StoredRow(
    long position,
    String eventId,
    String type,
    String version,
    Instant recordedAt,
    List<String> tags,
    byte[] payload,
    byte[] metadata,
    byte[] header,
    byte[] leafHash,
    byte @Nullable [] salt,
    byte @Nullable [] personal,
    long erasedBy) {

  private static final String NEXT =
      """
      select e.position, e.event_id::text, e.type, e.version, e.recorded_at, e.tags, e.payload, \
      e.metadata, e.header, e.leaf_hash, p.salt, p.bytes, \
      case when p.position is null and position('"personal":{'::bytea in e.header) > 0 then \
      coalesce((select min(x.position) from ledger.event_tag t join ledger.event x using (position) \
      where t.tag = 'erased=' || e.position and x.type = 'PersonalDataErased' and t.tag = any (x.tags)), 0) \
      else 0 end \
      from ledger.event e left join ledger.event_personal p on p.position = e.position \
      where e.position > ? order by e.position limit ?\
      """;

  /** The rows after a position, in order, at most so many. */
  static List<StoredRow> after(Connection connection, long position, int limit)
      throws SQLException {
    try (PreparedStatement statement = BinaryRows.prepare(connection, NEXT)) {
      statement.setLong(1, position);
      statement.setInt(2, limit);
      List<StoredRow> rows = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(of(row));
        }
      }
      return rows;
    }
  }

  private static StoredRow of(ResultSet row) throws SQLException {
    return new StoredRow(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getObject(5, OffsetDateTime.class).toInstant(),
        List.of((String[]) row.getArray(6).getArray()),
        row.getBytes(7),
        row.getBytes(8),
        row.getBytes(9),
        row.getBytes(10),
        row.getBytes(11),
        row.getBytes(12),
        row.getLong(13));
  }
}
