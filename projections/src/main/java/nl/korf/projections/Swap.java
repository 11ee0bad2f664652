package nl.korf.projections;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Puts a rebuilt generation in the place of the one that answers, in one transaction: readers see
 * the one or the other. Both are compared at the position the one that answers has reached; a
 * difference stays for somebody to decide about, unless that was decided before.
 */
final class Swap {

  private record Standing(
      long position, int viewVersion, String shape, String state, boolean accepted) {}

  private final Connection connection;
  private final Generation rebuilt;

  private Swap(Connection connection, Generation rebuilt) {
    this.connection = connection;
    this.rebuilt = rebuilt;
  }

  /**
   * Compares, and swaps when that may be.
   *
   * @return empty when there is nothing to do yet or any more
   */
  static Optional<RebuildReport> attempt(Connection connection, Generation rebuilt)
      throws SQLException {
    return Control.atomically(connection, _ -> new Swap(connection, rebuilt).run());
  }

  private Optional<RebuildReport> run() throws SQLException {
    Optional<Generation> answers = answering();
    if (answers.isEmpty()) {
      // nothing to lock: one node at a time lets a first generation answer
      Generations.lock(connection);
      answers = answering();
    }
    return answers.isEmpty() ? first() : inPlaceOf(answers.get());
  }

  /** Nothing answered before: there is nothing to compare with. */
  private Optional<RebuildReport> first() throws SQLException {
    Standing now = locked(rebuilt);
    if (isRetired(now)) {
      return Optional.empty();
    }
    String hash = HexFormat.of().formatHex(Digests.at(connection, rebuilt, now.position()));
    return swapped(
        new RebuildReport(
            rebuilt.model(), rebuilt.number(), now.position(), hash, hash, true, null, true));
  }

  private Optional<RebuildReport> swapped(RebuildReport report) throws SQLException {
    Control.point(connection, rebuilt);
    write(report);
    return Optional.of(report);
  }

  private Optional<RebuildReport> inPlaceOf(Generation before) throws SQLException {
    if (before.equals(rebuilt)) {
      return Optional.empty();
    }
    // both stand still from here on: whoever advances one waits for its row
    Standing old = locked(before);
    Standing now = locked(rebuilt);
    boolean undecided = now.state().equals(ProjectionState.MISMATCH.name()) && !now.accepted();
    if (undecided || now.position() < old.position() || isRetired(now)) {
      return Optional.empty();
    }
    RebuildReport report = compare(before, old, now);
    if (report.swapped()) {
      Control.retire(connection, before);
      return swapped(report);
    }
    write(report);
    return Optional.of(report);
  }

  private static boolean isRetired(Standing standing) {
    return standing.state().equals(ProjectionState.RETIRED.name());
  }

  private RebuildReport compare(Generation before, Standing old, Standing now) throws SQLException {
    long at = old.position();
    byte[] oldDigest = Digests.at(connection, before, at);
    byte[] newDigest = Digests.at(connection, rebuilt, at);
    boolean same = Arrays.equals(oldDigest, newDigest);
    return new RebuildReport(
        rebuilt.model(),
        rebuilt.number(),
        at,
        HexFormat.of().formatHex(oldDigest),
        HexFormat.of().formatHex(newDigest),
        same || now.accepted(),
        same ? null : Digests.firstDifference(connection, before, rebuilt, at),
        old.viewVersion() != now.viewVersion() || !old.shape().equals(now.shape()));
  }

  private Optional<Generation> answering() throws SQLException {
    String sql = "select generation from view_control.live where name = ? for update";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, rebuilt.model().name());
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(new Generation(rebuilt.model(), row.getInt(1)))
            : Optional.empty();
      }
    }
  }

  private Standing locked(Generation generation) throws SQLException {
    String sql =
        """
        select position, view_version, shape, state, accepted from view_control.projection
        where name = ? and generation = ? for update
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, generation.model().name());
      statement.setInt(2, generation.number());
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new Superseded(generation.schema() + " is gone");
        }
        return new Standing(
            row.getLong(1), row.getInt(2), row.getString(3), row.getString(4), row.getBoolean(5));
      }
    }
  }

  private void write(RebuildReport report) throws SQLException {
    String sql =
        """
        update view_control.projection
        set state = ?, error = ?, compared_at = ?, hash_before = ?, hash_rebuilt = ?,
            first_difference = ?, expected = ?
        where name = ? and generation = ?
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(
          1, (report.swapped() ? ProjectionState.RUNNING : ProjectionState.MISMATCH).name());
      statement.setString(2, report.swapped() ? null : difference(report));
      statement.setLong(3, report.position());
      statement.setString(4, report.before());
      statement.setString(5, report.rebuilt());
      statement.setObject(6, report.firstDifference());
      statement.setBoolean(7, report.expected());
      statement.setString(8, rebuilt.model().name());
      statement.setInt(9, rebuilt.number());
      statement.executeUpdate();
    }
  }

  private static String difference(RebuildReport report) {
    return "at position %d the rows that answer have the hash %s, these %s; first at position %d"
        .formatted(report.position(), report.before(), report.rebuilt(), report.firstDifference());
  }

  /** How a rebuild ended, as the database says; empty while it has not. */
  static Optional<RebuildReport> report(Connection connection, Generation rebuilt)
      throws SQLException {
    String sql =
        """
        select compared_at, hash_before, hash_rebuilt, first_difference, expected,
               exists (select from view_control.live l
                       where l.name = p.name and l.generation = p.generation)
        from view_control.projection p
        where name = ? and generation = ? and compared_at is not null
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, rebuilt.model().name());
      statement.setInt(2, rebuilt.number());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(report(rebuilt, row)) : Optional.empty();
      }
    }
  }

  private static RebuildReport report(Generation rebuilt, ResultSet row) throws SQLException {
    return new RebuildReport(
        rebuilt.model(),
        rebuilt.number(),
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getBoolean(6),
        row.getObject(4, Long.class),
        row.getBoolean(5));
  }
}
