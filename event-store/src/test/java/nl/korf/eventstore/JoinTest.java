package nl.korf.eventstore;

import static nl.korf.eventstore.TestEvents.event;
import static nl.korf.eventstore.TestEvents.tagged;
import static nl.korf.eventstore.TestEvents.unchangedSince;
import static nl.korf.eventstore.TestLedger.append;
import static nl.korf.eventstore.TestLedger.await;
import static nl.korf.eventstore.TestLedger.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An append that comes while a batch waits for the ledger lock is part of that batch. */
class JoinTest {

  private static final int LATE = 3;
  private static final AppendOptions COMMAND =
      AppendOptions.NONE.withCommand(UUID.randomUUID(), new byte[] {1});

  @ParameterizedTest(name = "{0} appends a batch at most")
  @CsvSource({"512, 1", "2, 2", "1, 4"})
  void whoComesWhileTheLockIsAwaitedJoinsWithinTheLimitOfABatch(int batchMax, int batches)
      throws SQLException {
    try (TestLedger ledger = TestLedger.create()) {
      PgEventStorageEngine node = ledger.node(config -> config.withBatchAndQueue(batchMax, 100));

      whileTheLockIsAwaited(
              ledger,
              node,
              () ->
                  IntStream.range(0, LATE)
                      .mapToObj(late -> append(node, AppendCondition.none(), event("late")))
                      .toList())
          .forEach(TestLedger::await);

      Awaitility.await().until(() -> node.statistics().batches() == batches);
      ledger.requireSound(1 + LATE);
    }
  }

  @Test
  void aRepeatThatJoinsIsAnsweredEvenWhenItsOwnFactsChangedItsBoundary() throws SQLException {
    try (TestLedger ledger = TestLedger.create()) {
      PgEventStorageEngine node = ledger.node();
      AppendCondition condition = unchangedSince(0, tagged("seat=1"));
      await(append(node, condition, COMMAND, event("taken", "seat=1")));

      List<CompletableFuture<AppendReceipt>> late =
          whileTheLockIsAwaited(
              ledger,
              node,
              () ->
                  List.of(
                      append(node, condition, COMMAND, event("taken", "seat=1")),
                      append(node, condition, event("taken", "seat=1"))));

      assertThat(refusal(late.getFirst())).isInstanceOf(AlreadyRecorded.class);
      assertThat(refusal(late.getLast()))
          .isInstanceOf(AppendEventsTransactionRejectedException.class);
      ledger.requireSound(2);
    }
  }

  @Test
  void aBadAppendThatJoinsHarmsNoOther() throws SQLException {
    try (TestLedger ledger = TestLedger.create()) {
      PgEventStorageEngine node = ledger.node();
      UUID id = UUID.randomUUID();
      Note note = new Note("a", null);
      await(append(node, AppendCondition.none(), event(id, "a", note, Map.of())));

      List<CompletableFuture<AppendReceipt>> late =
          whileTheLockIsAwaited(
              ledger,
              node,
              () ->
                  List.of(
                      append(node, AppendCondition.none(), event(id, "a", note, Map.of())),
                      append(node, AppendCondition.none(), event("sound"))));

      assertThat(refusal(late.getFirst())).isInstanceOf(EventStoreException.class);
      await(late.getLast());
      ledger.requireSound(3);
    }
  }

  /** Appends one fact, and others once that one's batch waits for the lock; then gives the lock. */
  private static List<CompletableFuture<AppendReceipt>> whileTheLockIsAwaited(
      TestLedger ledger,
      PgEventStorageEngine node,
      Supplier<List<CompletableFuture<AppendReceipt>>> others)
      throws SQLException {
    try (Connection blocker = ledger.database().owner().getConnection();
        Statement statement = blocker.createStatement()) {
      statement.execute("select pg_advisory_lock(" + LedgerSession.LEDGER_LOCK + ")");
      CompletableFuture<AppendReceipt> first = append(node, AppendCondition.none(), event("first"));
      Awaitility.await().until(() -> node.statistics().queued() == 0);
      List<CompletableFuture<AppendReceipt>> late = others.get();
      statement.execute("select pg_advisory_unlock(" + LedgerSession.LEDGER_LOCK + ")");
      await(first);
      return late;
    }
  }
}
