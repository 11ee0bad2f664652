package nl.korf.eventstore;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.jspecify.annotations.Nullable;

/** Axon's view of one append: queued at its commit, not before, and at most once. */
final class QueuedAppend implements AppendTransaction<AppendReceipt> {

  private final Appender appender;
  private final Append append;
  private final AtomicBoolean finished = new AtomicBoolean();

  QueuedAppend(Appender appender, Append append) {
    this.appender = appender;
    this.append = append;
  }

  @Override
  public CompletableFuture<AppendReceipt> commit(@Nullable ProcessingContext context) {
    if (finished.getAndSet(true)) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("This append was committed or rolled back before"));
    }
    CompletableFuture<AppendReceipt> done = appender.submit(append);
    return context == null
        ? done
        : done.thenApply(receipt -> {
          context.putResource(AppendReceipt.KEY, receipt);
          return receipt;
        });
  }

  /** Nothing was queued yet, so there is nothing to undo; after a commit there is no way back. */
  @Override
  public void rollback(@Nullable ProcessingContext context) {
    finished.set(true);
  }

  @Override
  public CompletableFuture<ConsistencyMarker> afterCommit(
      AppendReceipt receipt, @Nullable ProcessingContext context) {
    return CompletableFuture.completedFuture(
        new GlobalIndexConsistencyMarker(receipt.lastPosition()));
  }
}
