package nl.korf.eventstore;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;

/** Axon's storage engine on PostgreSQL. */
public final class PgEventStorageEngine implements EventStorageEngine, AutoCloseable {

  private final FactLog log;
  private final CommandLog commands;
  private final HeadSignal head;

  public PgEventStorageEngine(
      DataSource dataSource, FactCodec codec, EventEvolution evolution, EventStoreConfig config) {
    this.log = new FactLog(dataSource);
    this.commands = new CommandLog(dataSource);
    this.head = new HeadSignal(dataSource, config.poll());
  }

  /** The facts as stored. */
  public FactLog factLog() {
    return log;
  }

  /** The commands that led to facts. */
  public CommandLog commandLog() {
    return commands;
  }

  /** How far the ledger has come. */
  public HeadSignal headSignal() {
    return head;
  }

  /**
   * Reads the head from the database. What is sourced afterwards reflects at least that head, so a
   * refusal that rests on it is final.
   */
  public long freshHead() {
    return head.refresh();
  }

  @Override
  public CompletableFuture<AppendTransaction<?>> appendEvents(
      AppendCondition condition,
      @Nullable ProcessingContext context,
      List<TaggedEventMessage<?>> events) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MessageStream<EventMessage> source(
      SourcingCondition condition, @Nullable ProcessingContext context) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MessageStream<EventMessage> stream(
      StreamingCondition condition, @Nullable ProcessingContext context) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletableFuture<TrackingToken> tokenAt(Instant at, @Nullable ProcessingContext context) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void describeTo(ComponentDescriptor descriptor) {
    descriptor.describeProperty("head", head.head());
  }

  @Override
  public void close() {
    head.close();
  }
}
