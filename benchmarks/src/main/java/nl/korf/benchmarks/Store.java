package nl.korf.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.FactJson;
import nl.korf.model.facts.FactTypes;
import nl.korf.model.facts.Tags;
import nl.korf.service.kernel.LedgerFacts;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
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
  static final String INITIATIVE = "initiative";
  static final String GROUP = "group";

  private static final int POOL = 12;
  private static final long WAIT_SECONDS_MAX = 60;

  private final Server.Database database;
  private final HikariDataSource pool;
  private final PgEventStorageEngine engine;

  private Store(
      Server.Database database, FactCodec codec, UnaryOperator<EventStoreConfig> options) {
    this.database = database;
    this.pool = database.pool(POOL);
    this.engine =
        new PgEventStorageEngine(
            pool,
            codec,
            EventEvolution.none(),
            options.apply(EventStoreConfig.of("urn:uuid:" + UUID.randomUUID())));
  }

  static Store open(Server.Database database) {
    return open(database, UnaryOperator.identity());
  }

  static Store open(Server.Database database, UnaryOperator<EventStoreConfig> options) {
    return new Store(database, new Bytes(), options);
  }

  /** A store of facts of the ledger, for {@link #append(Fact)}. */
  static Store ofFacts(Server.Database database) {
    return new Store(database, new LedgerFacts(), UnaryOperator.identity());
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
    EventCriteria boundary =
        EventCriteria.havingTags(Tag.of(INITIATIVE, entity)).andBeingOneOfTypes(TYPE);
    append(fact(entity), unchangedSince(boundary, engine.headSignal().head()));
  }

  /** The same on another condition. */
  void append(AppendCondition condition) throws Exception {
    append(fact(UUID.randomUUID().toString()), condition);
  }

  /** Appends a fact of the ledger on the condition that nothing with its tags has come. */
  void append(Fact fact) throws Exception {
    Set<Tag> tags = new HashSet<>();
    Tags.of(fact).forEach(tag -> tags.add(Tag.of(tag.key(), tag.value())));
    String name = FactTypes.nameOf(fact);
    EventMessage event =
        new GenericEventMessage(
            new MessageType(name, FactTypes.version(name)),
            fact,
            Map.of(FactJson.ACTOR, "system:bench"));
    append(
        new GenericTaggedEventMessage<>(event, tags),
        unchangedSince(EventCriteria.havingTags(tags), engine.headSignal().head()));
  }

  static AppendCondition unchangedSince(EventCriteria boundary, long position) {
    return AppendCondition.withCriteria(boundary)
        .withMarker(new GlobalIndexConsistencyMarker(position));
  }

  private static TaggedEventMessage<?> fact(String entity) {
    Set<Tag> tags = Set.of(Tag.of(INITIATIVE, entity), Tag.of(GROUP, entity.substring(0, 2)));
    return new GenericTaggedEventMessage<>(
        new GenericEventMessage(new MessageType(TYPE, "1"), PAYLOAD), tags);
  }

  private void append(TaggedEventMessage<?> event, AppendCondition condition) throws Exception {
    CompletableFuture<AppendTransaction<?>> prepared =
        engine.appendEvents(condition, null, List.of(event));
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
