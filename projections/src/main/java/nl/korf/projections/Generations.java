package nl.korf.projections;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import nl.korf.model.view.ReadModel;
import nl.korf.projections.RowWriter.Interruption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes generations and lets them go; every change in one transaction, one node at a time. */
final class Generations {

  private static final Logger LOG = LoggerFactory.getLogger(Generations.class);

  private Generations() {}

  /**
   * Makes the first generation of every read model in a database without any; begins to build those
   * that are new beside others, and answer when they have caught up; begins to rebuild those whose
   * rows were made by another version of the view, or look otherwise, and may then differ.
   */
  static void ensure(Connection connection) throws SQLException {
    lock(connection);
    List<ProjectionStatus> all = Control.all(connection);
    boolean none = all.stream().noneMatch(ProjectionStatus::live);
    for (ReadModel model : ReadModel.values()) {
      Optional<ProjectionStatus> live =
          all.stream().filter(status -> status.model() == model && status.live()).findFirst();
      if (live.isEmpty() && none) {
        Generation first = new Generation(model, highest(all, model) + 1);
        make(connection, first, ProjectionState.RUNNING, false);
        first.key(connection, Interruption.NONE);
        first.index(connection, Interruption.NONE);
        Control.point(connection, first);
      } else if (live.isEmpty() || !live.get().isOfThisProgram()) {
        rebuild(connection, model, true);
      }
    }
  }

  /**
   * Begins a generation beside the one that answers, or finds the one that was begun.
   *
   * @param accepted whether it may differ from the one that answers
   */
  static Generation rebuild(Connection connection, ReadModel model, boolean accepted)
      throws SQLException {
    lock(connection);
    List<ProjectionStatus> all = Control.all(connection);
    for (ProjectionStatus status : all) {
      if (status.model() == model && isCandidate(status)) {
        return new Generation(model, status.generation());
      }
    }
    Generation next = new Generation(model, highest(all, model) + 1);
    make(connection, next, ProjectionState.REBUILDING, accepted);
    return next;
  }

  private static boolean isCandidate(ProjectionStatus status) {
    return !status.live() && status.state() != ProjectionState.RETIRED && status.isOfThisProgram();
  }

  private static int highest(List<ProjectionStatus> all, ReadModel model) {
    return all.stream()
        .filter(status -> status.model() == model)
        .mapToInt(ProjectionStatus::generation)
        .max()
        .orElse(0);
  }

  private static void make(
      Connection connection, Generation generation, ProjectionState state, boolean accepted)
      throws SQLException {
    generation.create(connection);
    Control.add(connection, generation, state, accepted);
  }

  /** Lets a generation that differs take the place of the one that answers. */
  static Generation accept(Connection connection, Generation generation) throws SQLException {
    String sql =
        """
        update view_control.projection set accepted = true, compared_at = null
        where name = ? and generation = ? and state in ('REBUILDING', 'MISMATCH', 'STOPPED')
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, generation.model().name());
      statement.setInt(2, generation.number());
      if (statement.executeUpdate() != 1) {
        throw new IllegalArgumentException(generation.schema() + " is not being rebuilt");
      }
      return generation;
    }
  }

  /**
   * Gives up a generation that does not answer.
   *
   * @throws IllegalArgumentException when it answers, or there is none
   */
  static Generation discard(Connection connection, Generation generation) throws SQLException {
    lock(connection);
    Optional<ProjectionStatus> status = Control.find(connection, generation);
    if (status.isEmpty()) {
      throw new IllegalArgumentException(generation.schema() + " is not there");
    }
    if (status.get().live()) {
      throw new IllegalArgumentException(generation.schema() + " answers: it cannot go");
    }
    Control.retire(connection, generation);
    return generation;
  }

  /** Drops what was retired long enough ago; readers who still look at one are waited for later. */
  static void dropExpired(Connection connection, ProjectionsConfig config) throws SQLException {
    for (Generation generation : Control.expired(connection, config.grace())) {
      try {
        Control.atomically(connection, in -> drop(in, generation));
      } catch (SQLException busy) {
        LOG.info("{} is dropped later: {}", generation.schema(), busy.getMessage());
      }
    }
  }

  private static boolean drop(Connection connection, Generation generation) throws SQLException {
    lock(connection);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local lock_timeout = '1s'");
    }
    generation.drop(connection);
    Control.forget(connection, generation);
    return true;
  }

  /** One node at a time changes which generations there are; until the transaction ends. */
  static void lock(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_xact_lock(hashtextextended('view_control', 0))");
    }
  }
}
