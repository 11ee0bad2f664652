package nl.korf.projections;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.HeadSignal;
import nl.korf.model.view.ReadModel;

/**
 * The read models of a ledger on this node: follows the log for those no other node follows, and
 * knows how far each has come. Safe from any thread.
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class Projections implements AutoCloseable {

  /**
   * Followers over a ledger.
   *
   * @param dataSource connections in the role of the application; one is held for every read model
   *     followed here, one more for every rebuild
   */
  public Projections(
      DataSource dataSource, FactLog log, HeadSignal head, ProjectionsConfig config) {
    throw new UnsupportedOperationException();
  }

  /**
   * Makes the tables that say where every read model stands. Safe at every start, from several
   * nodes at once.
   *
   * @param owner connections of the owner of the database, after the event store's migration
   */
  public static void install(DataSource owner) {
    throw new UnsupportedOperationException();
  }

  /** Begins to follow; the first generation of every read model is made where there is none. */
  public void start() {
    throw new UnsupportedOperationException();
  }

  /** Every generation there is, in order of read model and generation, as the database says. */
  public List<ProjectionStatus> status() {
    throw new UnsupportedOperationException();
  }

  /** The last position every read model that answers has folded in, as known on this node. */
  public long position() {
    throw new UnsupportedOperationException();
  }

  /** The last position one read model has folded in, as known on this node. */
  public long position(ReadModel model) {
    throw new UnsupportedOperationException();
  }

  /**
   * Waits until every read model has folded in a position; false when the time is up. At once false
   * is no failure: a read model may be stopped.
   */
  public boolean awaitPosition(long position, Duration patience) throws InterruptedException {
    throw new UnsupportedOperationException();
  }

  /**
   * Calls {@code action} with {@link #position()} whenever it has advanced, on one thread that
   * serves all listeners; advances close together may be told as one. Closing ends it.
   */
  public Subscription onProjected(LongConsumer action) {
    throw new UnsupportedOperationException();
  }

  /**
   * The schema that answers reads of a model now, {@code view_groups_g1}. Ask for every query: it
   * changes after a rebuild, and stays readable for {@link ProjectionsConfig#grace()} after that.
   */
  public String schema(ReadModel model) {
    throw new UnsupportedOperationException();
  }

  /**
   * Builds a read model anew beside the one that answers, and puts it in its place if both have the
   * same hash. Completes when it answers, or when it differs; then {@link #accept} or {@link
   * #discard} decides.
   */
  public CompletableFuture<RebuildReport> rebuild(ReadModel model) {
    throw new UnsupportedOperationException();
  }

  /** Puts a generation that differs in the place of the one that answers. */
  public RebuildReport accept(ReadModel model, int generation) {
    throw new UnsupportedOperationException();
  }

  /** Gives up a generation that does not answer. */
  public void discard(ReadModel model, int generation) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }

  /** A listener's registration. */
  @FunctionalInterface
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
