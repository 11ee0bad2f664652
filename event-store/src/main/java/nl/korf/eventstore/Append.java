package nl.korf.eventstore;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** One append on its way: all its facts are stored or none. Answered once, by who is first. */
final class Append {

  private static final long NO_CONDITION = Long.MAX_VALUE;

  private final Boundary boundary;
  private final long marker;
  private final List<PreparedFact> facts;
  private final AppendOptions options;
  private final long bytes;
  private final CompletableFuture<AppendReceipt> done = new CompletableFuture<>();
  private final AtomicBoolean answered = new AtomicBoolean();

  /**
   * @param marker the boundary has not changed up to here as far as the decision knows; {@link
   *     Long#MAX_VALUE} for an append without condition
   */
  Append(Boundary boundary, long marker, List<PreparedFact> facts, AppendOptions options) {
    this.boundary = boundary;
    this.marker = marker;
    this.facts = facts;
    this.options = options;
    this.bytes = facts.stream().mapToLong(PreparedFact::bytes).sum();
  }

  Boundary boundary() {
    return boundary;
  }

  long marker() {
    return marker;
  }

  boolean isConditional() {
    return marker != NO_CONDITION;
  }

  List<PreparedFact> facts() {
    return facts;
  }

  AppendOptions options() {
    return options;
  }

  long bytes() {
    return bytes;
  }

  /** Completed on a thread of its own, with the receipt once the facts are durable. */
  CompletableFuture<AppendReceipt> done() {
    return done;
  }

  /** From now on the answer is that the facts are stored; running what comes back gives it. */
  Runnable completion(AppendReceipt receipt) {
    return answer(() -> done.complete(receipt));
  }

  /** From now on the answer is why they are not; running what comes back gives it. */
  Runnable refusal(Throwable reason) {
    return answer(() -> done.completeExceptionally(reason));
  }

  void refuse(Throwable reason) {
    refusal(reason).run();
  }

  /** Never on the appender's thread: what follows an answer is the caller's work. */
  private Runnable answer(Runnable answer) {
    boolean first = answered.compareAndSet(false, true);
    return () -> {
      if (first) {
        Thread.startVirtualThread(answer);
      }
    };
  }
}
