package nl.korf.service.notices;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The row that says how far the facts are told, and the lease on moving it. */
final class FollowerRow {

  private static final String LEASE = "hashtextextended('korf.notices', 0)";

  private FollowerRow() {}

  /** Whether this session may tell now: it may until it ends. */
  static boolean lease(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + LEASE + ")")) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** Ends the lease; the connection may go back to its pool. */
  static void release(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_unlock(" + LEASE + ")");
    }
  }

  /** The position told last, held until the transaction ends. */
  static long hold(Connection connection) throws SQLException {
    String sql = "select position from notices.follower for update";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  static void advance(Connection connection, long position) throws SQLException {
    String sql =
        "update notices.follower set position = ?, error = null, stopped_at = null, next_try = null";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, position);
      statement.executeUpdate();
    }
  }

  /** Says, for everybody to see, that the telling holds, and why. */
  static void stop(Connection connection, String error, Duration retryIn) throws SQLException {
    String sql =
        """
        update notices.follower
        set error = ?, stopped_at = coalesce(stopped_at, now()),
            next_try = now() + ? * interval '1 millisecond'
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, error);
      statement.setLong(2, retryIn.toMillis());
      statement.executeUpdate();
    }
  }
}
