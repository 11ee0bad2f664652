package nl.korf.projections;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The right to write a generation: a lock that lives and dies with a database session. */
final class Lease {

  /** A batch that is lost is done again: it need not wait for the disk. All reads are by key. */
  private static final String SETTINGS =
      """
      set synchronous_commit = off;
      set enable_seqscan = off;
      set enable_hashjoin = off;
      set enable_mergejoin = off
      """;

  private static final String LEAVE =
      """
      reset synchronous_commit;
      reset enable_seqscan;
      reset enable_hashjoin;
      reset enable_mergejoin;
      select pg_advisory_unlock_all()
      """;

  private Lease() {}

  /** Whether this session has the lease now; if so, it is set up to write. */
  static boolean take(Connection connection, Generation generation) throws SQLException {
    connection.setAutoCommit(true);
    String sql = "select pg_try_advisory_lock(hashtextextended(?, 0))";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, generation.schema());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        if (!row.getBoolean(1)) {
          return false;
        }
      }
    }
    execute(connection, SETTINGS);
    return true;
  }

  /** Ends the lease and closes the connection, whatever state it is in. */
  static void giveBack(Connection connection) {
    try (connection) {
      execute(connection, LEAVE);
    } catch (SQLException lost) {
      abort(connection);
    }
  }

  private static void abort(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException gone) {
      // the session is gone, and its lock with it
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
