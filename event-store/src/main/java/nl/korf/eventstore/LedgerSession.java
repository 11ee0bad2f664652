package nl.korf.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The appender's own connection: one transaction at a time, two round trips each (a third where
 * appends with a command id joined late). It never joins anybody else's transaction. Not safe for
 * several threads.
 *
 * <p>The transaction holds the ledger lock of the database from its first statement to its end, so
 * positions are given out in commit order over all nodes. Lock and reads are separate statements: a
 * single one would take its snapshot before it waits for the lock.
 */
final class LedgerSession implements AutoCloseable {

  /** The advisory lock all appenders of a database share; "korf" in ASCII. */
  static final long LEDGER_LOCK = 0x6b6f7266L;

  /** A node that falls silent inside its transaction loses it: others wait for the lock. */
  private static final String LIMITS =
      "set idle_in_transaction_session_timeout = '10s'; set lock_timeout = '30s'";

  private static final int ANSWER_MILLIS_MAX = 60_000;

  private static final String OPEN =
      "begin isolation level read committed; select pg_advisory_xact_lock("
          + LEDGER_LOCK
          + "), clock_timestamp(); "
          + "select position, recorded_at, type, tags from ledger.event where position >= ?"
          + " order by position desc limit ?";

  static final String COMMANDS =
      "select c.command_id, c.first_position, c.count, c.digest, e.recorded_at"
          + " from unnest(?::uuid[]) as asked(id)"
          // lateral with an offset: by key, even with a plan made while the tables were empty
          + " cross join lateral (select * from ledger.command"
          + " where command_id = asked.id offset 0) c"
          + " cross join lateral (select recorded_at from ledger.event"
          + " where position = c.first_position offset 0) e";

  private final DataSource dataSource;
  private final Connection connection;
  private final TagIndex tagIndex;

  private LedgerSession(DataSource dataSource, Connection connection, TagIndex tagIndex) {
    this.dataSource = dataSource;
    this.connection = connection;
    this.tagIndex = tagIndex;
  }

  static LedgerSession connect(DataSource dataSource, TagIndex tagIndex) throws SQLException {
    LedgerSession session = new LedgerSession(dataSource, dataSource.getConnection(), tagIndex);
    try {
      session.prepare();
      return session;
    } catch (SQLException | RuntimeException failure) {
      session.close();
      throw failure;
    }
  }

  private void prepare() throws SQLException {
    connection.setAutoCommit(true);
    connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS_MAX);
    try (Statement statement = connection.createStatement()) {
      statement.execute(LIMITS);
    }
  }

  /** A fact near the head, as far as a condition may ask about it. */
  record TailFact(long position, Instant recordedAt, String type, List<String> tags) {}

  /** A command recorded earlier, with the moment its facts were recorded. */
  record Repeated(RecordedCommand command, Instant recordedAt) {

    AppendReceipt receipt() {
      return new AppendReceipt(command.firstPosition(), command.lastPosition(), recordedAt);
    }
  }

  /** What the transaction found when it got the lock; {@code tail} is newest first. */
  record Opened(Instant databaseNow, List<TailFact> tail, Map<UUID, Repeated> commands) {

    /** When the newest fact was recorded; null for an empty ledger. */
    @Nullable Instant newest() {
      return tail.isEmpty() ? null : tail.getFirst().recordedAt();
    }
  }

  /**
   * Begins the transaction, takes the lock and reads, in one round trip: the facts from {@code
   * from} on, the newest {@code limit} of them, and which of the commands were recorded before.
   */
  Opened open(long from, int limit, Collection<UUID> commandIds) throws SQLException {
    String sql = commandIds.isEmpty() ? OPEN : OPEN + "; " + COMMANDS;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, from);
      statement.setInt(2, limit);
      if (!commandIds.isEmpty()) {
        statement.setArray(3, uuids(commandIds));
      }
      statement.execute();
      Instant databaseNow = clock(next(statement));
      List<TailFact> tail = tail(next(statement));
      return new Opened(
          databaseNow, tail, commandIds.isEmpty() ? Map.of() : commands(next(statement)));
    }
  }

  /** Which of the commands were recorded before. Inside the transaction. */
  Map<UUID, Repeated> recorded(Collection<UUID> commandIds) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COMMANDS)) {
      statement.setArray(1, uuids(commandIds));
      try (ResultSet row = statement.executeQuery()) {
        return commands(row);
      }
    }
  }

  /** Whether the boundary holds a fact in (after, upTo]. Inside the transaction. */
  boolean exists(Boundary boundary, long after, long upTo) throws SQLException {
    CriteriaSql criteria = CriteriaSql.exists(boundary, after, upTo, tagIndex);
    try (PreparedStatement statement = connection.prepareStatement(criteria.sql())) {
      criteria.bind(connection, statement, 1);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /**
   * Stores the batch, tells all nodes and commits, in one round trip. When this returns, the facts
   * are durable. When it throws because the connection was lost, nobody knows: see {@link
   * UnknownOutcome}. When it throws for another reason, nothing was stored.
   */
  void commit(BatchRows rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(rows.sql(tagIndex))) {
      rows.bind(connection, statement, tagIndex);
      statement.execute();
    }
  }

  /** Ends the transaction, if any, without a trace. */
  void rollback() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("rollback");
    }
  }

  /** The positions of those events that are stored; waits for the lock, so the answer is final. */
  Map<UUID, Long> positions(Collection<UUID> eventIds) throws SQLException {
    Map<UUID, Long> positions = new HashMap<>();
    String sql =
        "begin isolation level read committed; select pg_advisory_xact_lock("
            + LEDGER_LOCK
            + "); select event_id, position from ledger.event where event_id = any (?); rollback";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, uuids(eventIds));
      statement.execute();
      next(statement);
      ResultSet row = next(statement);
      while (row.next()) {
        positions.put(row.getObject(1, UUID.class), row.getLong(2));
      }
    }
    return positions;
  }

  /**
   * Ends the server's side of a lost connection where it still holds the ledger lock, so that its
   * transaction is decided now and not when the server notices.
   */
  void endHolder(int backend) throws SQLException {
    // the pool may have entered a role that may not end sessions of its own login
    String sql =
        "begin; set local role none; select pg_terminate_backend(pid) from pg_locks"
            + " where locktype = 'advisory' and objid = "
            + LEDGER_LOCK
            + " and granted and pid = ?; commit";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, backend);
      statement.execute();
    }
  }

  int backend() throws SQLException {
    return connection.unwrap(PGConnection.class).getBackendPID();
  }

  /** Drops the connection for good: its state is not known, its limits are not the pool's. */
  @Override
  public void close() {
    try {
      connection.abort(Runnable::run);
      if (dataSource.isWrapperFor(HikariDataSource.class)) {
        // closing an aborted connection makes the pool warn about it
        dataSource.unwrap(HikariDataSource.class).evictConnection(connection);
      } else {
        connection.close();
      }
    } catch (SQLException alreadyBroken) {
      // dropping it was all that was wanted
    }
  }

  private Array uuids(Collection<UUID> ids) throws SQLException {
    return connection.createArrayOf("uuid", ids.toArray(UUID[]::new));
  }

  /** The next result that has rows; statements without rows in between are passed over. */
  private static ResultSet next(PreparedStatement statement) throws SQLException {
    while (!statement.getMoreResults()) {
      if (statement.getUpdateCount() == -1) {
        throw new SQLException("The database answered with fewer results than statements");
      }
    }
    return statement.getResultSet();
  }

  private static Instant clock(ResultSet row) throws SQLException {
    row.next();
    return FactRows.instant(row, 2);
  }

  private static List<TailFact> tail(ResultSet row) throws SQLException {
    List<TailFact> facts = new ArrayList<>();
    while (row.next()) {
      facts.add(
          new TailFact(
              row.getLong(1), FactRows.instant(row, 2), row.getString(3), FactRows.tags(row, 4)));
    }
    return facts;
  }

  private static Map<UUID, Repeated> commands(ResultSet row) throws SQLException {
    Map<UUID, Repeated> commands = new HashMap<>();
    while (row.next()) {
      UUID id = row.getObject(1, UUID.class);
      RecordedCommand command =
          new RecordedCommand(id, row.getLong(2), row.getInt(3), row.getBytes(4));
      commands.put(id, new Repeated(command, FactRows.instant(row, 5)));
    }
    return commands;
  }
}
