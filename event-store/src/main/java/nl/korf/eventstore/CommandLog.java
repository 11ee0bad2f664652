package nl.korf.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Which commands have led to facts. Safe from any thread; reads what is committed now. */
public final class CommandLog {

  private static final String FIND =
      "select first_position, count, digest from ledger.command where command_id = ?";

  /** Lateral with an offset: by key, even with a plan made while the table was empty. */
  static final String FIND_ALL =
      "select c.command_id, c.first_position, c.count, c.digest from unnest(?::uuid[]) as asked(id)"
          + " cross join lateral (select * from ledger.command"
          + " where command_id = asked.id offset 0) c";

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

  /** The records of those of the command ids that have led to facts. */
  public Map<UUID, RecordedCommand> find(Collection<UUID> commandIds) {
    Map<UUID, RecordedCommand> found = new HashMap<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = BinaryRows.prepare(connection, FIND_ALL)) {
      statement.setArray(1, connection.createArrayOf("uuid", commandIds.toArray(UUID[]::new)));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          UUID id = row.getObject(1, UUID.class);
          found.put(id, new RecordedCommand(id, row.getLong(2), row.getInt(3), row.getBytes(4)));
        }
      }
      return found;
    } catch (SQLException failure) {
      throw new StoreUnreachable("look up " + commandIds.size() + " commands", failure);
    }
  }
}
