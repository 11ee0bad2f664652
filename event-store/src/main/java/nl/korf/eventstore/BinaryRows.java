package nl.korf.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.PGStatement;

/**
 * Statements whose rows come in binary from the first one on. By itself the driver asks for text
 * until a statement has been used a few times, and bytes as text are twice as long.
 */
public final class BinaryRows {

  private BinaryRows() {}

  /** Prepares a query on the server at once. */
  public static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
    return statement;
  }
}
