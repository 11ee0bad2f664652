package nl.korf.eventstore;

import static nl.korf.eventstore.TestEvents.tags;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.StorageEngineBackedEventStore;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.core.unitofwork.UnitOfWork;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.SimpleEventBus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Inside Axon's unit of work: options go in with the context, the receipt comes out of it. */
class UnitOfWorkTest {

  private static final UUID COMMAND = UUID.randomUUID();

  @Test
  void optionsGoInAndTheReceiptComesOut() {
    try (TestLedger ledger = TestLedger.create()) {
      PgEventStorageEngine node = ledger.node();
      EventStore store =
          new StorageEngineBackedEventStore(node, new SimpleEventBus(), event -> tags("mandate=1"));

      AppendReceipt receipt = Objects.requireNonNull(record(store));

      assertThat(receipt.firstPosition()).isEqualTo(1);
      assertThat(receipt.lastPosition()).isEqualTo(2);
      assertThat(node.commandLog().find(COMMAND)).isPresent();
      assertThat(node.factLog().recordedAt(1)).contains(receipt.recordedAt());
      ledger.requireSound(2);
    }
  }

  private static @Nullable AppendReceipt record(EventStore store) {
    AtomicReference<@Nullable AppendReceipt> found = new AtomicReference<>();
    UnitOfWork work = new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE).create();
    work.runOnPreInvocation(context ->
        context.putResource(
            AppendOptions.KEY, AppendOptions.NONE.withCommand(COMMAND, new byte[] {1})));
    work.runOnAfterCommit(context -> found.set(context.getResource(AppendReceipt.KEY)));
    CompletableFuture<?> done =
        work.executeWithResult(context -> {
          var transaction = store.transaction(context);
          transaction
              .source(SourcingCondition.conditionFor(TestEvents.tagged("mandate=1")))
              .reduce(0, (count, entry) -> count + 1)
              .join();
          for (String text : List.of("a", "b")) {
            transaction.appendEvent(
                new GenericEventMessage(
                    new MessageType("Noted", "1"), new Note(text, null), Map.of()));
          }
          return CompletableFuture.completedFuture("decided");
        });
    TestLedger.await(done);
    return found.get();
  }
}
