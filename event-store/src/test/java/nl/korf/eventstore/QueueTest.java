package nl.korf.eventstore;

import static nl.korf.eventstore.TestEvents.event;
import static nl.korf.eventstore.TestLedger.append;
import static nl.korf.eventstore.TestLedger.await;
import static nl.korf.eventstore.TestLedger.refusal;
import static nl.korf.eventstore.TestLedger.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;

/** What waits is bounded, what is accepted is finished, and one bad append harms no other. */
class QueueTest {

  private static final int QUEUE = 5;

  @Test
  void aFullQueueRefusesAtOnceAndWorksAgainWhenItHasDrained() throws SQLException {
    try (TestLedger ledger = TestLedger.create();
        Connection blocker = ledger.database().owner().getConnection();
        Statement statement = blocker.createStatement()) {
      PgEventStorageEngine node = ledger.node(config -> config.withBatchAndQueue(1, QUEUE));
      List<CompletableFuture<AppendReceipt>> accepted = new ArrayList<>();
      statement.execute("select pg_advisory_lock(" + LedgerSession.LEDGER_LOCK + ")");
      accepted.add(append(node, AppendCondition.none(), event("first")));
      Awaitility.await().until(() -> node.statistics().queued() == 0);
      for (int i = 0; i < QUEUE; i++) {
        accepted.add(append(node, AppendCondition.none(), event("waits")));
      }

      CompletableFuture<AppendReceipt> onTop = append(node, AppendCondition.none(), event("late"));
      assertThat(onTop).isCompletedExceptionally();
      assertThat(refusal(onTop))
          .isInstanceOfSatisfying(
              AppendQueueFull.class, full -> assertThat(full.retryAfter()).isPositive());

      statement.execute("select pg_advisory_unlock(" + LedgerSession.LEDGER_LOCK + ")");
      accepted.forEach(TestLedger::await);
      stored(node, event("again"));
      ledger.requireSound(QUEUE + 2);
    }
  }

  @Test
  void closingFinishesWhatWasQueuedAndTakesNoMore() {
    try (TestLedger ledger = TestLedger.create()) {
      PgEventStorageEngine node = ledger.node(config -> config.withBatchAndQueue(2, 1000));
      List<CompletableFuture<AppendReceipt>> accepted = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        accepted.add(append(node, AppendCondition.none(), event("queued")));
      }
      node.close();

      accepted.forEach(TestLedger::await);
      assertThat(refusal(append(node, AppendCondition.none(), event("late"))))
          .isInstanceOf(StoreClosed.class);
      ledger.requireSound(50);
    }
  }

  @Test
  void aDoubleEventIdHarmsOnlyItsOwnAppend() {
    try (TestLedger ledger = TestLedger.create()) {
      PgEventStorageEngine node = ledger.node();
      UUID id = UUID.randomUUID();
      Note note = new Note("a", null);
      stored(node, event(id, "a", note, Map.of()));

      List<CompletableFuture<AppendReceipt>> appends = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        appends.add(
            i == 10
                ? append(node, AppendCondition.none(), event(id, "a", note, Map.of()))
                : append(node, AppendCondition.none(), event("sound")));
      }
      assertThat(refusal(appends.remove(10))).isInstanceOf(EventStoreException.class);
      appends.forEach(TestLedger::await);
      ledger.requireSound(20);
    }
  }

  @Test
  void anAppendIsCommittedAtMostOnceAndARolledBackOneNever() {
    try (TestLedger ledger = TestLedger.create()) {
      PgEventStorageEngine node = ledger.node();
      QueuedAppend once =
          node.prepare(AppendCondition.none(), AppendOptions.NONE, List.of(event("once")));
      await(once.commit(null));
      assertThat(refusal(once.commit(null))).isInstanceOf(IllegalStateException.class);

      QueuedAppend never =
          node.prepare(AppendCondition.none(), AppendOptions.NONE, List.of(event("never")));
      never.rollback(null);
      assertThat(refusal(never.commit(null))).isInstanceOf(IllegalStateException.class);
      ledger.requireSound(1);
    }
  }
}
