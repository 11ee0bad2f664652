package nl.korf.projections;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.StoreUnreachable;
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

  /** Facts folded before other virtual threads get their turn. */
  private static final int YIELD_FACTS = 64;

  /** How a batch ended: the position reached, and the fact after it that could not be folded. */
  record Step(long position, @Nullable FactFailed failed) {}

  private record Concern(RecordedFact fact, String type, Set<String> entities) {}

  private final Connection connection;
  private final Generation generation;
  private final RowFold fold;
  private final FactLog log;
  private final ProjectionsConfig config;
  private final RowWriter writer;
  private Entities entities;
  private MultisetHash hash;
  private long position;
  private boolean stopped;
  private int batchFacts;
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
    ProjectionStatus status = inUse();
    this.position = status.position();
    this.stopped = status.state() == ProjectionState.STOPPED;
    this.hash = writer.storedHash();
    this.entities = new Entities(generation, config.entitiesCachedMax(), position == 0);
  }

  /**
   * Takes the lease of a generation; empty while somebody else has it.
   *
   * @param connection closed with the follower, and when there is none
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
    if (!Lease.take(connection, generation)) {
      connection.close();
      return Optional.empty();
    }
    try {
      return Optional.of(new Follower(connection, generation, fold, log, config, interruption));
    } catch (SQLException | RuntimeException failure) {
      Lease.giveBack(connection);
      throw failure;
    }
  }

  long position() {
    return position;
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
      resume();
      return new Step(position, null);
    }
    List<StoredFact> stored = log.ofTypes(fold.types(), position, upTo, batchFacts);
    long reached = stored.size() < batchFacts ? upTo : stored.getLast().position();
    List<Concern> concerns = new ArrayList<>(stored.size());
    FactFailed undecoded = decode(stored, concerns);
    Folding folding = new Folding(fold, entities, this::history, hash);
    FactFailed unfolded = fold(concerns, folding);
    FactFailed failed = unfolded == null ? undecoded : unfolded;
    try {
      write(failed == null ? reached : failed.position() - 1, folding.changes());
    } catch (SQLException failure) {
      return isolate(failure, concerns);
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

  private @Nullable FactFailed decode(List<StoredFact> stored, List<Concern> concerns) {
    for (StoredFact one : stored) {
      try {
        RecordedFact fact = fold.decode(one);
        concerns.add(new Concern(fact, one.type(), new TreeSet<>(fold.entities(fact))));
      } catch (RuntimeException | StackOverflowError failure) {
        return new FactFailed(one.position(), one.type(), failure);
      }
      giveWay(concerns.size());
    }
    return null;
  }

  private @Nullable FactFailed fold(List<Concern> concerns, Folding folding) throws SQLException {
    Set<String> names = new LinkedHashSet<>();
    concerns.forEach(concern -> names.addAll(concern.entities()));
    entities.fetch(connection, names);
    int folded = 0;
    for (Concern concern : concerns) {
      try {
        folding.take(concern.fact(), concern.entities());
      } catch (StoreUnreachable unreachable) {
        throw unreachable;
      } catch (RuntimeException | StackOverflowError failure) {
        return new FactFailed(concern.fact().position(), concern.type(), failure);
      }
      giveWay(++folded);
    }
    return null;
  }

  /** Virtual threads are not interrupted while they compute: without this, requests would wait. */
  @SuppressWarnings("ThreadPriorityCheck")
  private static void giveWay(int done) {
    if (done % YIELD_FACTS == 0) {
      Thread.yield();
    }
  }

  private List<RecordedFact> history(String entity) throws SQLException {
    List<Long> positions = entities.positions(connection, entity);
    return log.at(positions).stream().map(fold::decode).toList();
  }

  private void write(long to, Changes changes) throws SQLException {
    if (to > position) {
      Control.<Boolean>atomically(
          connection,
          _ -> {
            writer.write(position, to, changes, hash);
            return true;
          });
      writer.committed();
      position = to;
      stopped = false;
      changes.written();
      entities.trim();
      analyze(changes.opened().size());
    }
    batchFacts = Math.min(config.batchFactsMax(), batchFacts * 2);
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
  private Step isolate(SQLException failure, List<Concern> concerns) throws SQLException {
    if (!isAboutValues(failure) || concerns.isEmpty()) {
      throw failure;
    }
    hash = writer.storedHash();
    entities = new Entities(generation, config.entitiesCachedMax(), position == 0);
    if (concerns.size() > 1) {
      batchFacts = concerns.size() / 2;
      return new Step(position, null);
    }
    Concern only = concerns.getFirst();
    write(only.fact().position() - 1, new Changes());
    return new Step(position, new FactFailed(only.fact().position(), only.type(), failure));
  }

  /** Data exceptions, violated constraints and exceeded limits, by class of SQLSTATE. */
  private static boolean isAboutValues(SQLException failure) {
    String state = failure.getSQLState();
    return state != null
        && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
  }

  private void resume() throws SQLException {
    if (stopped) {
      Control.resume(connection, generation);
      stopped = false;
    }
  }
}
