package nl.korf.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Which commands have led to facts. Safe from any thread; reads what is committed now. */
public final class CommandLog {

  private static final String FIND =
      "select first_position, count, digest from ledger.command where command_id = ?";

  private final DataSource dataSource;

  public CommandLog(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The record of a command id, or empty where it has led to no fact yet. */
  public Optional<RecordedCommand> find(UUID commandId) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setObject(1, commandId);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(
                new RecordedCommand(commandId, row.getLong(1), row.getInt(2), row.getBytes(3)))
            : Optional.empty();
      }
    } catch (SQLException failure) {
      throw new StoreUnreachable("look up command " + commandId, failure);
    }
  }
}
