package nl.korf.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import nl.korf.eventstore.testing.LedgerFsck;
import nl.korf.eventstore.testing.TestPostgres;
import org.assertj.core.api.Assertions;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;

/** A ledger of its own for a test, with as many nodes as it opens. Close it. */
final class TestLedger implements AutoCloseable {

  static final int SECONDS_MAX = 30;

  private final TestPostgres.Database database;
  private final boolean own;
  private final HikariDataSource pool;
  private final List<PgEventStorageEngine> nodes = new ArrayList<>();

  /** On a database of the caller's, who drops it. */
  TestLedger(TestPostgres.Database database) {
    this(database, false);
  }

  private TestLedger(TestPostgres.Database database, boolean own) {
    this.own = own;
    this.database = database;
    this.pool = database.pool(40);
  }

  static TestLedger create() {
    return new TestLedger(TestPostgres.ledger(), true);
  }

  TestPostgres.Database database() {
    return database;
  }

  HikariDataSource pool() {
    return pool;
  }

  /** A node with the defaults. */
  PgEventStorageEngine node() {
    return node(config -> config);
  }

  PgEventStorageEngine node(UnaryOperator<EventStoreConfig> change) {
    EventStoreConfig config = change.apply(EventStoreConfig.of("test"));
    return keep(new PgEventStorageEngine(pool, Note.CODEC, EventEvolution.none(), config));
  }

  /** The control: a node that does not look at conditions. */
  PgEventStorageEngine carelessNode() {
    return keep(
        PgEventStorageEngine.withoutConditions(pool, Note.CODEC, EventStoreConfig.of("test")));
  }

  static CompletableFuture<AppendReceipt> append(
      PgEventStorageEngine node, AppendCondition condition, TaggedEventMessage<?>... events) {
    return append(node, condition, AppendOptions.NONE, events);
  }

  static CompletableFuture<AppendReceipt> append(
      PgEventStorageEngine node,
      AppendCondition condition,
      AppendOptions options,
      TaggedEventMessage<?>... events) {
    return node.prepare(condition, options, List.of(events)).commit(null);
  }

  static AppendReceipt stored(PgEventStorageEngine node, TaggedEventMessage<?>... events) {
    return await(append(node, AppendCondition.none(), events));
  }

  static <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw new AssertionError("failed: " + failed.getCause(), failed.getCause());
    } catch (InterruptedException | TimeoutException failure) {
      throw new AssertionError(failure);
    }
  }

  /** Why an append was not done; null when it was. */
  static @Nullable Throwable refusal(CompletableFuture<?> future) {
    try {
      future.get(SECONDS_MAX, TimeUnit.SECONDS);
      return null;
    } catch (ExecutionException refused) {
      return refused.getCause();
    } catch (InterruptedException | TimeoutException failure) {
      throw new AssertionError(failure);
    }
  }

  /** The notes of a boundary, in order. */
  static List<EventMessage> sourced(PgEventStorageEngine node, EventCriteria boundary) {
    MessageStream<EventMessage> stream =
        node.source(SourcingCondition.conditionFor(boundary), null);
    List<EventMessage> events = new ArrayList<>();
    stream.next().ifPresent(first -> events.add(first.message()));
    for (var entry = stream.next(); entry.isPresent(); entry = stream.next()) {
      events.add(entry.get().message());
    }
    Assertions.assertThat(stream.error()).isEmpty();
    if (!events.isEmpty()) {
      events.removeLast(); // the marker
    }
    return events;
  }

  /** The rows are sound and there are that many facts. */
  void requireSound(long facts) {
    Assertions.assertThat(LedgerFsck.check(database.owner())).isEmpty();
    Assertions.assertThat(new FactLog(pool).head()).isEqualTo(facts);
  }

  @Override
  public void close() {
    nodes.forEach(PgEventStorageEngine::close);
    pool.close();
    if (own) {
      TestPostgres.drop(database);
    }
  }

  private PgEventStorageEngine keep(PgEventStorageEngine node) {
    nodes.add(node);
    return node;
  }
}
