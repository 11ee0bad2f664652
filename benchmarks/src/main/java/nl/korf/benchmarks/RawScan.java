package nl.korf.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.postgresql.PGStatement;

/** All facts in order by plain JDBC: one query, a cursor, binary from the first row. */
final class RawScan {

  private static final int FETCH_FACTS = 5_000;

  private static final String SQL =
      """
      select position, event_id, type, version, recorded_at, tags, payload, metadata, header,
             leaf_hash
      from ledger.event where position <= ? order by position
      """;

  /** What is done with a row. */
  @FunctionalInterface
  interface Reader {
    void read(ResultSet row) throws SQLException;
  }

  private RawScan() {}

  /** Reads the facts up to a position; how many there were. */
  static long of(Server.Database database, long upTo, Reader reader) throws SQLException {
    long facts = 0;
    try (Connection connection = database.owner().getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(SQL)) {
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        statement.setFetchSize(FETCH_FACTS);
        statement.setLong(1, upTo);
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            reader.read(row);
            facts++;
          }
        }
      }
    }
    return facts;
  }

  /** Takes the bytes out of the driver and does nothing with them. */
  static void bytes(ResultSet row) throws SQLException {
    for (int column = 7; column <= 10; column++) {
      row.getBytes(column);
    }
  }
}
