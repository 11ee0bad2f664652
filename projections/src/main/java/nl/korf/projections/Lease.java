package nl.korf.projections;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The right to write a generation: a lock that lives and dies with a database session. */
final class Lease {

  private Lease() {}

  /** Whether this session has the lease now. */
  static boolean take(Connection connection, Generation generation) throws SQLException {
    connection.setAutoCommit(true);
    String sql = "select pg_try_advisory_lock(hashtextextended(?, 0))";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, generation.schema());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }
}
