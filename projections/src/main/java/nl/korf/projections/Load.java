package nl.korf.projections;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import nl.korf.model.view.MultisetHash;
import nl.korf.projections.RowWriter.Interruption;

/**
 * The first filling of a generation nobody reads yet. Rows are written once, when they end, and
 * those still held at the end of the load; keys are made then. So no row is looked up, changed or
 * indexed one by one. What is not written is in the follower's memory only: whoever takes over a
 * load that was broken off begins it anew.
 */
final class Load {

  private final Connection connection;
  private final Generation generation;
  private final RowWriter writer;
  private final Interruption interruption;
  private boolean hashed;

  private Load(
      Connection connection, Generation generation, RowWriter writer, Interruption interruption) {
    this.connection = connection;
    this.generation = generation;
    this.writer = writer;
    this.interruption = interruption;
  }

  /** Begins the load of a generation; empty when it is loaded. */
  static Optional<Load> begin(
      Connection connection, Generation generation, RowWriter writer, Interruption interruption)
      throws SQLException {
    if (!Control.isLoading(connection, generation)) {
      return Optional.empty();
    }
    Control.<Boolean>atomically(
        connection,
        in -> {
          Control.beginAnew(in, generation, true);
          generation.clear(in);
          return true;
        });
    return Optional.of(new Load(connection, generation, writer, interruption));
  }

  /** Writes what a batch of facts ended, and that it did so, in one transaction. */
  void write(long from, long to, Changes changes) throws SQLException {
    Control.<Boolean>atomically(
        connection,
        _ -> {
          writer.load(from, to, changes);
          return true;
        });
    writer.committed();
    hashed |= !changes.hashed().isEmpty();
    changes.loaded();
  }

  /** Writes all rows that are held, and makes the generation one that can be followed. */
  void finish(long position, Entities entities, MultisetHash hash) throws SQLException {
    Control.<Boolean>atomically(
        connection,
        in -> {
          interruption.before("loaded");
          Control.loaded(in, generation, position);
          writer.loadHeld(entities.held());
          if (hashed) {
            interruption.before("load hash");
            writer.remember(position, hash);
          }
          generation.key(in, interruption);
          interruption.before("analyze");
          generation.analyze(in);
          interruption.before("commit load");
          return true;
        });
    entities.loaded();
  }

  /** Gives up: the generation is empty again, and is followed from the first fact on. */
  void abandon() throws SQLException {
    Control.<Boolean>atomically(
        connection,
        in -> {
          Control.beginAnew(in, generation, false);
          generation.clear(in);
          generation.key(in, Interruption.NONE);
          return true;
        });
  }
}
