package nl.korf.projections;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.ViewHash;
import org.jspecify.annotations.Nullable;

/** The table {@code view_control.projection}: where every generation stands, for all nodes. */
final class Control {

  private Control() {}

  /** Every generation, in order of read model and generation. */
  static List<ProjectionStatus> all(Connection connection) throws SQLException {
    String sql =
        """
        select p.name, p.generation, l.generation is not null, p.view_version, p.shape, p.position,
               p.state, p.error, p.stopped_at, p.next_try
        from view_control.projection p left join view_control.live l using (name, generation)
        """;
    List<ProjectionStatus> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        found.add(status(row));
      }
    }
    found.sort((a, b) ->
        a.model() == b.model()
            ? Integer.compare(a.generation(), b.generation())
            : a.model().compareTo(b.model()));
    return found;
  }

  private static ProjectionStatus status(ResultSet row) throws SQLException {
    return new ProjectionStatus(
        ReadModel.valueOf(row.getString(1)),
        row.getInt(2),
        row.getBoolean(3),
        row.getInt(4),
        row.getString(5),
        row.getLong(6),
        ProjectionState.valueOf(row.getString(7)),
        row.getString(8),
        instant(row, 9),
        instant(row, 10));
  }

  static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /** One generation, or empty when it is gone. */
  static Optional<ProjectionStatus> find(Connection connection, Generation generation)
      throws SQLException {
    return all(connection).stream()
        .filter(status ->
            status.model() == generation.model() && status.generation() == generation.number())
        .findFirst();
  }

  /** Writes down a new generation that holds nothing yet; one to be rebuilt is loaded first. */
  static void add(
      Connection connection, Generation generation, ProjectionState state, boolean accepted)
      throws SQLException {
    String sql =
        """
        insert into view_control.projection
          (name, generation, view_version, shape, position, state, accepted, loading)
        values (?, ?, ?, ?, 0, ?, ?, ?)
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, generation.model().name());
      statement.setInt(2, generation.number());
      statement.setInt(3, ViewHash.VIEW_VERSION);
      statement.setString(4, Shape.of(generation.model()));
      statement.setString(5, state.name());
      statement.setBoolean(6, accepted);
      statement.setBoolean(7, state == ProjectionState.REBUILDING);
      statement.executeUpdate();
    }
  }

  /** Lets a generation answer reads. */
  static void point(Connection connection, Generation generation) throws SQLException {
    String sql =
        """
        insert into view_control.live (name, generation) values (?, ?)
        on conflict (name) do update set generation = excluded.generation
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, generation.model().name());
      statement.setInt(2, generation.number());
      statement.executeUpdate();
    }
  }

  /**
   * Moves a generation on, in the transaction that writes its rows. The row stays locked until the
   * commit, so that nobody swaps generations meanwhile.
   *
   * @throws Superseded when it does not stand at {@code from}, or is retired
   */
  static void advance(Connection connection, Generation generation, long from, long to)
      throws SQLException {
    String sql =
        """
        update view_control.projection p
        set position = ?, error = case when p.state = 'STOPPED' then null else p.error end,
            stopped_at = null, next_try = null,
            state = case
              when p.state <> 'STOPPED' then p.state
              when exists (select from view_control.live l
                           where l.name = p.name and l.generation = p.generation) then 'RUNNING'
              else 'REBUILDING' end
        where name = ? and generation = ? and position = ? and state <> 'RETIRED'
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, to);
      statement.setString(2, generation.model().name());
      statement.setInt(3, generation.number());
      statement.setLong(4, from);
      if (statement.executeUpdate() != 1) {
        throw new Superseded(generation.schema() + " no longer stands at position " + from);
      }
    }
  }

  /** Whether a generation is being filled for the first time. */
  static boolean isLoading(Connection connection, Generation generation) throws SQLException {
    String sql = "select loading from view_control.projection where name = ? and generation = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, generation.model().name());
      statement.setInt(2, generation.number());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /** Puts a generation back to where nothing is folded in. */
  static void beginAnew(Connection connection, Generation generation, boolean loading)
      throws SQLException {
    place(connection, generation, "position = 0, loading = " + loading, "true");
  }

  /** A generation that stands at a position holds all its rows from now on. */
  static void loaded(Connection connection, Generation generation, long position)
      throws SQLException {
    place(connection, generation, "loading = false", "position = " + position);
  }

  private static void place(
      Connection connection, Generation generation, String change, String condition)
      throws SQLException {
    String sql =
        """
        update view_control.projection set %s
        where name = ? and generation = ? and loading and %s and state <> 'RETIRED'
        """
            .formatted(change, condition);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, generation.model().name());
      statement.setInt(2, generation.number());
      if (statement.executeUpdate() != 1) {
        throw new Superseded(generation.schema() + " is no longer being loaded here");
      }
    }
  }

  /** Writes down, for everybody to see, that a generation holds at its position, and why. */
  static void stop(Connection connection, Generation generation, String error, Duration retryIn)
      throws SQLException {
    String sql =
        """
        update view_control.projection
        set state = 'STOPPED', error = ?, stopped_at = coalesce(stopped_at, now()),
            next_try = now() + ? * interval '1 millisecond'
        where name = ? and generation = ? and state <> 'RETIRED'
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, error);
      statement.setLong(2, retryIn.toMillis());
      statement.setString(3, generation.model().name());
      statement.setInt(4, generation.number());
      statement.executeUpdate();
    }
  }

  /** A generation that was stopped, but not by a fact, goes on. */
  static void resume(Connection connection, Generation generation) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RESUME)) {
      statement.setString(1, generation.model().name());
      statement.setInt(2, generation.number());
      statement.executeUpdate();
    }
  }

  private static final String RESUME =
      """
      update view_control.projection p
      set error = null, stopped_at = null, next_try = null,
          state = case
            when exists (select from view_control.live l
                         where l.name = p.name and l.generation = p.generation) then 'RUNNING'
            else 'REBUILDING' end
      where name = ? and generation = ? and state = 'STOPPED'
      """;

  /** Takes a generation out of use; its tables stay readable for a while. */
  static void retire(Connection connection, Generation generation) throws SQLException {
    String sql =
        """
        update view_control.projection set state = 'RETIRED', retired_at = now()
        where name = ? and generation = ?
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, generation.model().name());
      statement.setInt(2, generation.number());
      statement.executeUpdate();
    }
  }

  /** Retired generations whose time of grace is over. */
  static List<Generation> expired(Connection connection, Duration grace) throws SQLException {
    String sql =
        """
        select name, generation from view_control.projection
        where state = 'RETIRED' and retired_at < now() - ? * interval '1 millisecond'
        """;
    List<Generation> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, grace.toMillis());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(new Generation(ReadModel.valueOf(row.getString(1)), row.getInt(2)));
        }
      }
    }
    return found;
  }

  static void forget(Connection connection, Generation generation) throws SQLException {
    String sql = "delete from view_control.projection where name = ? and generation = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, generation.model().name());
      statement.setInt(2, generation.number());
      statement.executeUpdate();
    }
  }

  /** Work that is one transaction. */
  @FunctionalInterface
  interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /** Runs work in one transaction of its own; all of it happens, or nothing. */
  static <T> T atomically(Connection connection, Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      T result = work.in(connection);
      connection.commit();
      return result;
    } catch (SQLException | RuntimeException | Error failure) {
      undo(connection, failure);
      throw failure;
    } finally {
      restore(connection);
    }
  }

  private static void undo(Connection connection, Throwable cause) {
    try {
      connection.rollback();
    } catch (SQLException alsoFailed) {
      cause.addSuppressed(alsoFailed);
    }
  }

  private static void restore(Connection connection) throws SQLException {
    if (!connection.isClosed()) {
      connection.setAutoCommit(true);
    }
  }
}
