package nl.korf.eventstore;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EmptyAppendTransaction;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexPosition;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;

/**
 * Axon's storage engine on PostgreSQL: a thin adapter over the appender, the log and the head.
 *
 * <p>Durable: when the future of a commit completes. Visible: to every reader from then on, on this
 * node at once, on others when they hear of the new head. Retried: by the caller, from sourcing on,
 * after Axon's rejection for a changed boundary; what else an append may meet is {@link
 * AppendRefused}. Safe from any thread. Position, token and marker mean the same number.
 *
 * <p>It owns two connections of the data source for as long as it is open (appender, head signal)
 * and never joins a transaction of the caller: who writes rows of his own in a command handler
 * writes them in another transaction.
 */
public final class PgEventStorageEngine implements EventStorageEngine, AutoCloseable {

  private final DataSource dataSource;
  private final FactCodec codec;
  private final EventEvolution evolution;
  private final EventStoreConfig config;
  private final FactPreparation preparation;
  private final FactLog log;
  private final CommandLog commands;
  private final HeadSignal head;
  private final Appender appender;

  public PgEventStorageEngine(
      DataSource dataSource, FactCodec codec, EventEvolution evolution, EventStoreConfig config) {
    this(dataSource, codec, evolution, config, true);
  }

  private PgEventStorageEngine(
      DataSource dataSource,
      FactCodec codec,
      EventEvolution evolution,
      EventStoreConfig config,
      boolean checkConditions) {
    this.dataSource = dataSource;
    this.codec = codec;
    this.evolution = evolution;
    this.config = config;
    this.preparation = new FactPreparation(config.ledgerId(), codec);
    this.log = new FactLog(dataSource);
    this.commands = new CommandLog(dataSource);
    this.head = new HeadSignal(dataSource, config.poll());
    this.appender = new Appender(dataSource, config, head, checkConditions);
  }

  /** An engine that accepts every append whatever its boundary: what a race test must catch. */
  static PgEventStorageEngine withoutConditions(
      DataSource dataSource, FactCodec codec, EventStoreConfig config) {
    return new PgEventStorageEngine(dataSource, codec, EventEvolution.none(), config, false);
  }

  /** The facts as stored. */
  public FactLog factLog() {
    return log;
  }

  /** The commands that led to facts. */
  public CommandLog commandLog() {
    return commands;
  }

  /**
   * For a start: refuses a ledger no fact could be appended to for its time, rather than one append
   * after another.
   *
   * @throws LedgerAhead when its newest fact lies further ahead of the database's clock than is
   *     tolerated
   */
  public void requireNotAhead() {
    log.requireNotAhead(config.aheadTolerated());
  }

  /** How far the ledger has come, as this node knows it. */
  public HeadSignal headSignal() {
    return head;
  }

  /** What the appender of this node has done. */
  public AppendStatistics statistics() {
    return appender.statistics();
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
    if (events.isEmpty()) {
      return CompletableFuture.completedFuture(EmptyAppendTransaction.INSTANCE);
    }
    try {
      return CompletableFuture.completedFuture(prepare(condition, options(context), events));
    } catch (RuntimeException rejected) {
      return CompletableFuture.failedFuture(rejected);
    }
  }

  /** Everything about an append that can be done on the caller's thread. */
  QueuedAppend prepare(
      AppendCondition condition, AppendOptions options, List<TaggedEventMessage<?>> events) {
    List<PreparedFact> facts = preparation.prepare(events, options);
    long marker = Math.max(0, GlobalIndexConsistencyMarker.position(condition.consistencyMarker()));
    Boundary boundary = Boundary.of(condition.criteria());
    return new QueuedAppend(appender, new Append(boundary, marker, facts, options));
  }

  @Override
  public MessageStream<EventMessage> source(
      SourcingCondition condition, @Nullable ProcessingContext context) {
    long after = Math.max(0, GlobalIndexPosition.toIndex(condition.start()));
    // read before the query and kept to by it: a marker may be too low, never too high
    long marker = head.head();
    List<MessageStream.Entry<EventMessage>> entries = new ArrayList<>();
    try {
      Boundary boundary = Boundary.of(condition.criteria());
      for (StoredFact fact :
          Sourcing.facts(dataSource, boundary, after, marker, config.tagIndex())) {
        entries.add(FactStream.entry(evolution.evolve(fact), codec));
      }
    } catch (SQLException failure) {
      return MessageStream.failed(new StoreUnreachable("source facts", failure));
    } catch (RuntimeException failure) {
      return MessageStream.failed(failure);
    }
    entries.add(new SimpleEntry<>(TerminalEventMessage.INSTANCE, markerAt(marker)));
    return MessageStream.fromStream(entries.stream(), MessageStream.Entry::message, entry -> entry);
  }

  @Override
  public MessageStream<EventMessage> stream(
      StreamingCondition condition, @Nullable ProcessingContext context) {
    TrackingToken token = condition.position();
    long after = token == null ? 0 : Math.max(0, token.position().orElse(0));
    return new FactStream(
        log.evolved(evolution),
        head,
        codec,
        Boundary.of(condition.criteria()),
        after,
        config.streamFacts());
  }

  @Override
  public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
    return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(0));
  }

  @Override
  public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
    return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(freshHead()));
  }

  /** Before the first fact recorded at or after that moment. */
  @Override
  public CompletableFuture<TrackingToken> tokenAt(Instant at, @Nullable ProcessingContext context) {
    long before = log.positionAt(at.minusNanos(1));
    return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(before));
  }

  @Override
  public void describeTo(ComponentDescriptor descriptor) {
    descriptor.describeProperty("ledger", config.ledgerId());
    descriptor.describeProperty("head", head.head());
  }

  /** Takes no more appends, finishes those that wait, then lets go of its connections. */
  @Override
  public void close() {
    appender.close();
    head.close();
  }

  private static AppendOptions options(@Nullable ProcessingContext context) {
    AppendOptions given = context == null ? null : context.getResource(AppendOptions.KEY);
    return Objects.requireNonNullElse(given, AppendOptions.NONE);
  }

  private static Context markerAt(long position) {
    return ConsistencyMarker.addToContext(
        Context.empty(), new GlobalIndexConsistencyMarker(position));
  }
}
