package nl.korf.projections;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
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
