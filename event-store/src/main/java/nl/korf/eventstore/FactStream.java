package nl.korf.eventstore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.eventhandling.EventMessage;
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
  private @Nullable CompletableFuture<List<StoredFact>> ahead;
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
    return new FactEntry(RecordedEventMessage.of(fact, codec));
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

  /** What came before the failure is handed out before the failure is told. */
  @Override
  public synchronized Optional<Throwable> error() {
    return buffer.isEmpty() ? Optional.ofNullable(error) : Optional.empty();
  }

  @Override
  public synchronized boolean isCompleted() {
    return closed || (error != null && buffer.isEmpty());
  }

  @Override
  public void close() {
    closed = true;
    subscription.close();
  }

  private void fill() {
    while (buffer.isEmpty() && error == null && !closed && cursor < head.head()) {
      try {
        take(nextWindow());
      } catch (RuntimeException failure) {
        error = failure instanceof CompletionException ? failure.getCause() : failure;
        subscription.close();
      }
    }
  }

  private List<StoredFact> nextWindow() {
    @Nullable CompletableFuture<List<StoredFact>> fetched = ahead;
    ahead = null;
    return fetched == null ? read(cursor) : fetched.join();
  }

  /** While this window is worked on, the next one is fetched, if there is one. */
  private void take(List<StoredFact> facts) {
    if (facts.isEmpty()) {
      throw LedgerCorrupt.missing(cursor + 1, head.head());
    }
    long last = facts.getLast().position();
    if (last < head.head() && !closed) {
      ahead = CompletableFuture.supplyAsync(() -> read(last), Thread::startVirtualThread);
    }
    for (StoredFact fact : facts) {
      if (filter.matches(fact.type(), fact.tags())) {
        buffer.add(entry(fact, codec));
      }
      cursor = fact.position();
    }
  }

  private List<StoredFact> read(long after) {
    return log.read(after, (int) Math.min(fetch, head.head() - after));
  }

  /** On a thread of its own: whoever streams may take its time, others are told meanwhile. */
  private void wake() {
    @Nullable Runnable action = callback;
    if (action != null && !closed) {
      Thread.startVirtualThread(action);
    }
  }
}
