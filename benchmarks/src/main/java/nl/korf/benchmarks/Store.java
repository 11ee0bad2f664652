package nl.korf.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import nl.korf.eventstore.EncodedFact;
import nl.korf.eventstore.EventEvolution;
import nl.korf.eventstore.EventStoreConfig;
import nl.korf.eventstore.FactCodec;
import nl.korf.eventstore.PgEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/** An event store under load: one node on a database of the server. */
final class Store implements AutoCloseable {

  /** Octets of a fact's payload: about what a real one has. */
  static final int PAYLOAD_BYTES = 600;

  static final byte[] PAYLOAD =
      ("{\"text\":\"" + "k".repeat(PAYLOAD_BYTES - 11) + "\"}").getBytes(StandardCharsets.UTF_8);

  static final String TYPE = "BenchmarkFact";
  private static final long WAIT_SECONDS_MAX = 60;

  private final Server.Database database;
  private final HikariDataSource pool;
  private final PgEventStorageEngine engine;

  private Store(Server.Database database, UnaryOperator<EventStoreConfig> options) {
    this.database = database;
    this.pool = database.pool(12);
    this.engine =
        new PgEventStorageEngine(
            pool,
            new Bytes(),
            EventEvolution.none(),
            options.apply(EventStoreConfig.of(UUID.randomUUID().toString())));
  }

  static Store open(Server.Database database, UnaryOperator<EventStoreConfig> options) {
    return new Store(database, options);
  }

  PgEventStorageEngine engine() {
    return engine;
  }

  Server.Database database() {
    return database;
  }

  /**
   * Appends one fact on the condition that nothing with its tags has come since the head: checked,
   * and never contended.
   */
  void append() throws Exception {
    String entity = UUID.randomUUID().toString();
    Set<Tag> tags = Set.of(Tag.of("initiative", entity), Tag.of("group", entity.substring(0, 2)));
    EventMessage event = new GenericEventMessage(new MessageType(TYPE, "1"), PAYLOAD);
    AppendCondition condition =
        AppendCondition.withCriteria(
                EventCriteria.havingTags(Tag.of("initiative", entity)).andBeingOneOfTypes(TYPE))
            .withMarker(new GlobalIndexConsistencyMarker(engine.headSignal().head()));
    CompletableFuture<AppendTransaction<?>> prepared =
        engine.appendEvents(condition, null, List.of(new GenericTaggedEventMessage<>(event, tags)));
    prepared.get().commit(null).get(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    engine.close();
    pool.close();
  }

  /** Bytes in, bytes out: what is measured is the store, not a JSON library. */
  private static final class Bytes implements FactCodec {
    @Override
    public EncodedFact encode(EventMessage event) {
      return new EncodedFact((byte[]) Objects.requireNonNull(event.payload()), null);
    }

    @Override
    public Object decode(String type, String version, byte[] payload, byte @Nullable [] personal) {
      return payload;
    }
  }
}
