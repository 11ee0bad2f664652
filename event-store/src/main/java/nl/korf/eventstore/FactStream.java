package nl.korf.eventstore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * An endless stream in order of position. It reads windows of the ledger and filters in memory, so
 * a long stretch that does not match is read once; once it has come to the known head it touches no
 * database. A failure ends it: nothing is skipped.
 */
final class FactStream implements MessageStream<EventMessage> {

  private final FactLog log;
  private final HeadSignal head;
  private final FactCodec codec;
  private final Boundary filter;
  private final int fetch;
  private final HeadSignal.Subscription subscription;
  private final Deque<Entry<EventMessage>> buffer = new ArrayDeque<>();
  private long cursor;
  private @Nullable Throwable error;
  private volatile boolean closed;
  private volatile @Nullable Runnable callback;

  FactStream(
      FactLog log, HeadSignal head, FactCodec codec, Boundary filter, long after, int fetch) {
    this.log = log;
    this.head = head;
    this.codec = codec;
    this.filter = filter;
    this.cursor = after;
    this.fetch = fetch;
    this.subscription = head.onAdvance(news -> wake());
  }

  static Entry<EventMessage> entry(StoredFact fact, FactCodec codec) {
    Context where =
        TrackingToken.addToContext(
                Context.empty(), new GlobalSequenceTrackingToken(fact.position()))
            .withResource(StoredFact.KEY, fact);
    return new SimpleEntry<>(RecordedEventMessage.of(fact, codec), where);
  }

  @Override
  public synchronized Optional<Entry<EventMessage>> next() {
    fill();
    return Optional.ofNullable(buffer.poll());
  }

  @Override
  public synchronized Optional<Entry<EventMessage>> peek() {
    fill();
    return Optional.ofNullable(buffer.peek());
  }

  @Override
  public boolean hasNextAvailable() {
    return peek().isPresent();
  }

  @Override
  public void setCallback(Runnable action) {
    callback = action;
    if (hasNextAvailable() || isCompleted()) {
      action.run();
    }
  }

  @Override
  public synchronized Optional<Throwable> error() {
    return Optional.ofNullable(error);
  }

  @Override
  public synchronized boolean isCompleted() {
    return closed || error != null;
  }

  @Override
  public void close() {
    closed = true;
    subscription.close();
  }

  private void fill() {
    while (buffer.isEmpty() && !isCompleted() && cursor < head.head()) {
      try {
        fetch((int) Math.min(fetch, head.head() - cursor));
      } catch (RuntimeException failure) {
        error = failure;
        subscription.close();
      }
    }
  }

  private void fetch(int limit) {
    List<StoredFact> facts = log.read(cursor, limit);
    for (StoredFact fact : facts) {
      if (filter.matches(fact.type(), fact.tags())) {
        buffer.add(entry(fact, codec));
      }
      cursor = fact.position();
    }
  }

  /** On a thread of its own: whoever streams may take its time, others are told meanwhile. */
  private void wake() {
    @Nullable Runnable action = callback;
    if (action != null && !closed) {
      Thread.startVirtualThread(action);
    }
  }
}
