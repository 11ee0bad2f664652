package nl.korf.projections;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.StoredFact;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.view.MultisetHash;
import nl.korf.projections.RowWriter.Interruption;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log for one generation of one read model, batch by batch, as it is told to.
 *
 * <p>Holds the generation's lease, a lock of the very database session that writes: whoever loses
 * the session can no longer write, and nobody else can begin before. After an exception it may not
 * be used any more; close it and lead anew: nothing of an unfinished batch was written. Not safe
 * from several threads.
 */
final class Follower implements AutoCloseable {

  /** Most positions looked at in one batch, where few of their facts matter here. */
  static final int BATCH_POSITIONS_MAX = 100_000;

  /** Rows written before the planner is told how many there are; then whenever they doubled. */
  private static final long ANALYZE_ROWS_MIN = 5_000;

  /** How a batch ended: the position reached, and the fact after it that could not be folded. */
  record Step(long position, @Nullable FactFailed failed) {}

  private final Connection connection;
  private final Generation generation;
  private final RowFold fold;
  private final FactLog log;
  private final ProjectionsConfig config;
  private final RowWriter writer;
  private @Nullable Load load;
  private Entities entities;
  private MultisetHash hash;
  private long position;
  private boolean stopped;
  private int batchFacts;
  private int factsMax = Integer.MAX_VALUE;
  private long rowsWritten;
  private long rowsAnalyzed = ANALYZE_ROWS_MIN / 2;

  private Follower(
      Connection connection,
      Generation generation,
      RowFold fold,
      FactLog log,
      ProjectionsConfig config,
      Interruption interruption)
      throws SQLException {
    this.connection = connection;
    this.generation = generation;
    this.fold = fold;
    this.log = log;
    this.config = config;
    this.batchFacts = config.batchFactsMax();
    this.writer = new RowWriter(connection, generation, interruption);
    this.load = Load.begin(connection, generation, writer, interruption).orElse(null);
    ProjectionStatus status = inUse();
    this.position = status.position();
    this.stopped = status.state() == ProjectionState.STOPPED;
    this.hash = writer.storedHash();
    this.entities = entities();
  }

  private Entities entities() {
    return load == null
        ? new Entities(generation, config.entitiesCachedMax(), position == 0)
        : Entities.loading(generation, config.entitiesCachedMax());
  }

  /**
   * Takes the lease of a generation; empty while somebody else has it.
   *
   * @param connection closed with the follower, and when there is none or this fails
   * @throws Superseded when the generation is retired or gone
   */
  static Optional<Follower> lead(
      Connection connection,
      Generation generation,
      RowFold fold,
      FactLog log,
      ProjectionsConfig config,
      Interruption interruption)
      throws SQLException {
    try {
      if (!Lease.take(connection, generation)) {
        connection.close();
        return Optional.empty();
      }
      return Optional.of(new Follower(connection, generation, fold, log, config, interruption));
    } catch (SQLException | RuntimeException failure) {
      Lease.giveBack(connection);
      throw failure;
    }
  }

  long position() {
    return position;
  }

  /** At most so many facts in a batch from now on, whatever is set. */
  void atMost(int facts) {
    factsMax = facts;
  }

  /** The session that holds the lease, for work between batches. */
  Connection connection() {
    return connection;
  }

  /**
   * Folds the next batch and commits it.
   *
   * @param head last position that may be read
   */
  Step step(long head) throws SQLException {
    long upTo = Math.min(head, position + BATCH_POSITIONS_MAX);
    if (upTo <= position) {
      return rest();
    }
    int most = Math.min(batchFacts, factsMax);
    List<StoredFact> stored = log.ofTypes(fold.types(), position, upTo, most);
    long reached = stored.size() < most ? upTo : stored.getLast().position();
    Batch batch = Batch.decode(fold, stored);
    Folding folding = new Folding(fold, entities, this::history, hash);
    batch.fold(connection, entities, folding);
    FactFailed failed = batch.failed();
    try {
      write(failed == null ? reached : failed.position() - 1, folding.changes());
      if (load != null && (failed != null || reached >= head || isFull())) {
        finishLoad(load);
      }
    } catch (SQLException failure) {
      return isolate(failure, batch);
    }
    return new Step(position, failed);
  }

  /** Writes down that the next fact cannot be folded; the next {@link #step} tries it again. */
  void hold(FactFailed failed, Duration retryIn) throws SQLException {
    Control.stop(connection, generation, failed.toString(), retryIn);
    stopped = true;
  }

  /**
   * Makes sure that the session is alive and the generation in use.
   *
   * @throws Superseded when it is not
   */
  ProjectionStatus inUse() throws SQLException {
    return Control.find(connection, generation)
        .filter(status -> status.state() != ProjectionState.RETIRED)
        .orElseThrow(() -> new Superseded(generation.schema() + " is no longer in use"));
  }

  @Override
  public void close() {
    Lease.giveBack(connection);
  }

  private List<RecordedFact> history(String entity) throws SQLException {
    List<Long> positions = entities.positions(connection, entity);
    return log.at(positions).stream().map(fold::decode).toList();
  }

  private void write(long to, Changes changes) throws SQLException {
    if (to > position) {
      if (load != null) {
        load.write(position, to, changes);
      } else {
        follow(to, changes);
      }
      position = to;
      stopped = false;
      entities.touched(changes.touched());
      entities.trim();
    }
    batchFacts = Math.min(config.batchFactsMax(), batchFacts * 2);
  }

  private void follow(long to, Changes changes) throws SQLException {
    Control.<Boolean>atomically(
        connection,
        _ -> {
          writer.write(position, to, changes, hash);
          return true;
        });
    writer.committed();
    changes.written();
    analyze(changes.opened().size());
  }

  private boolean isFull() {
    return entities.size() > config.loadEntitiesMax();
  }

  private void finishLoad(Load underWay) throws SQLException {
    underWay.finish(position, entities, hash);
    load = null;
  }

  /** A table that grew fast is not yet known to the planner, which then reads all of it. */
  private void analyze(int rows) throws SQLException {
    rowsWritten += rows;
    if (rowsWritten >= 2 * rowsAnalyzed) {
      generation.analyze(connection);
      rowsAnalyzed = rowsWritten;
    }
  }

  /** Some fact of the batch has a value no row can hold: smaller batches find out which. */
  private Step isolate(SQLException failure, Batch batch) throws SQLException {
    if (load != null) {
      return abandonLoad(load, failure);
    }
    if (!FactFailed.mayBe(failure) || batch.size() == 0) {
      throw failure;
    }
    hash = writer.storedHash();
    entities = entities();
    if (batch.size() > 1) {
      batchFacts = batch.size() / 2;
      return new Step(position, null);
    }
    FactFailed only = batch.first(failure);
    write(only.position() - 1, new Changes());
    return new Step(position, only);
  }

  /** Some fact so far has a value no row can hold: followed batch by batch, it will be found. */
  private Step abandonLoad(Load underWay, SQLException failure) throws SQLException {
    if (!FactFailed.mayBe(failure)) {
      throw failure;
    }
    underWay.abandon();
    load = null;
    position = 0;
    hash = new MultisetHash();
    entities = entities();
    return new Step(position, null);
  }

  /** Nothing to fold. */
  private Step rest() throws SQLException {
    if (load != null) {
      try {
        finishLoad(load);
      } catch (SQLException failure) {
        return abandonLoad(load, failure);
      }
    }
    if (stopped) {
      Control.resume(connection, generation);
      stopped = false;
    }
    return new Step(position, null);
  }
}
