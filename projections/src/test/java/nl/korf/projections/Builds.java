package nl.korf.projections;

import java.sql.SQLException;
import nl.korf.projections.RowWriter.Interruption;
import nl.korf.projections.testing.TestLedger;

/** Further generations, made and followed by hand. */
final class Builds {

  private Builds() {}

  /** A generation that is followed batch by batch from the first fact on. */
  static void add(TestLedger ledger, Generation generation) throws SQLException {
    try (var connection = ledger.pool().getConnection()) {
      Control.<Boolean>atomically(
          connection,
          in -> {
            generation.create(in);
            generation.key(in, RowWriter.Interruption.NONE);
            Control.add(in, generation, ProjectionState.RUNNING, false);
            return true;
          });
    }
  }

  /** A generation that is loaded first, as in a rebuild. */
  static void toLoad(TestLedger ledger, Generation generation) throws SQLException {
    try (var connection = ledger.pool().getConnection()) {
      Control.<Boolean>atomically(
          connection,
          in -> {
            generation.create(in);
            Control.add(in, generation, ProjectionState.REBUILDING, false);
            return true;
          });
    }
  }

  static void follow(TestLedger ledger, Generation generation, ProjectionsConfig config, long upTo)
      throws SQLException {
    try (Follower follower =
        Steps.lead(ledger, generation, RowFold.of(generation.model()), config, Interruption.NONE)) {
      while (follower.position() < upTo) {
        follower.step(upTo);
      }
    }
  }
}
