package nl.korf.projections;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.ViewHash;

/** The hash of a generation's rows after every fact that changed one. */
final class Digests {

  private Digests() {}

  /** The hash as of a position the generation has reached. */
  static byte[] at(Connection connection, Generation generation, long position)
      throws SQLException {
    String sql =
        "select digest from %s.digest where position <= ? order by position desc limit 1"
            .formatted(generation.schema());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, position);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getBytes(1) : ViewHash.emptyDigest();
      }
    }
  }

  /** The digest of a read model from a position on. */
  @SuppressWarnings("ArrayRecordComponent") // passed along, never compared
  record Step(long position, ReadModel model, byte[] digest) {}

  /**
   * What changed any of these generations in (after, upTo], in order: about so many steps, always
   * all of a position or none.
   */
  static List<Step> between(
      Connection connection,
      Map<ReadModel, Generation> generations,
      long after,
      long upTo,
      int limit)
      throws SQLException {
    int rows = limit + generations.size();
    String each =
        generations.entrySet().stream()
            .map(entry ->
                "(select position, '%s' as model, digest from %s.digest where position > ? and position <= ? order by position)"
                    .formatted(entry.getKey().name(), entry.getValue().schema()))
            .collect(Collectors.joining(" union all "));
    List<Step> steps = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(each + " order by position, model limit " + rows)) {
      for (int i = 0; i < generations.size(); i++) {
        statement.setLong(2 * i + 1, after);
        statement.setLong(2 * i + 2, upTo);
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          steps.add(new Step(row.getLong(1), ReadModel.valueOf(row.getString(2)), row.getBytes(3)));
        }
      }
    }
    if (steps.size() == rows) {
      long cut = steps.getLast().position();
      steps.removeIf(step -> step.position() == cut);
    }
    return steps;
  }

  /**
   * The first position after which two generations differ, by bisection: they are the same before
   * the first fact, and differ at {@code upTo}.
   */
  static long firstDifference(Connection connection, Generation one, Generation other, long upTo)
      throws SQLException {
    long same = 0;
    long differs = upTo;
    while (differs - same > 1) {
      long middle = same + (differs - same) / 2;
      if (Arrays.equals(at(connection, one, middle), at(connection, other, middle))) {
        same = middle;
      } else {
        differs = middle;
      }
    }
    return differs;
  }
}
