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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

  /**
   * The batch fails for the double id and is tried one by one: two executions each, of which the
   * seventh, at the third append, meets a fault of the program.
   */
  @Test
  void aFaultAtOneAppendOfABatchIsNoneOfTheOthers() throws SQLException {
    try (TestLedger ledger = TestLedger.create();
        Connection blocker = ledger.database().owner().getConnection();
        Statement statement = blocker.createStatement()) {
      UUID id = UUID.randomUUID();
      Note note = new Note("a", null);
      stored(ledger.node(), event(id, "a", note, Map.of()));
      try (PgEventStorageEngine node =
          faultyNode(ledger, FaultyDataSource.Moment.BEFORE_PERSISTING, 7)) {
        statement.execute("select pg_advisory_lock(" + LedgerSession.LEDGER_LOCK + ")");
        List<CompletableFuture<AppendReceipt>> appends = new ArrayList<>();
        appends.add(append(node, AppendCondition.none(), event("first")));
        Awaitility.await().until(() -> node.statistics().queued() == 0);
        appends.add(append(node, AppendCondition.none(), event(id, "a", note, Map.of())));
        appends.add(append(node, AppendCondition.none(), event("unlucky")));
        appends.add(append(node, AppendCondition.none(), event("last")));
        statement.execute("select pg_advisory_unlock(" + LedgerSession.LEDGER_LOCK + ")");

        assertThat(refusal(appends.get(1))).isInstanceOf(EventStoreException.class);
        assertThat(refusal(appends.get(2))).isInstanceOf(IllegalStateException.class);
        assertThat(await(appends.get(0)).firstPosition()).isEqualTo(2);
        assertThat(await(appends.get(3)).firstPosition()).isEqualTo(3);
        ledger.requireSound(3);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void afterAFaultInTheMiddleOfACommitNobodyIsToldThatNothingIsStored(
      FaultyDataSource.Moment moment) {
    try (TestLedger ledger = TestLedger.create();
        PgEventStorageEngine node = faultyNode(ledger, moment, 2)) {
      assertThat(refusal(append(node, AppendCondition.none(), event("a"))))
          .isInstanceOf(OutcomeUnknown.class);

      long stored = moment == FaultyDataSource.Moment.AFTER_PERSISTING ? 1 : 0;
      assertThat(stored(node, event("b")).firstPosition()).isEqualTo(stored + 1);
      ledger.requireSound(stored + 1);
    }
  }

  private static PgEventStorageEngine faultyNode(
      TestLedger ledger, FaultyDataSource.Moment moment, int faultAt) {
    FaultyDataSource faulty =
        new FaultyDataSource(
            ledger.pool(), moment, faultAt, () -> new IllegalStateException("injected fault"));
    return new PgEventStorageEngine(
        faulty.dataSource(), Note.CODEC, EventEvolution.none(), EventStoreConfig.of("test"));
  }

  /** The right to answer is taken where the outcome is known, however late the answer is given. */
  @Test
  void whatIsStoredCannotBeAnsweredOtherwiseAnyMore() {
    Append append = new Append(Boundary.EVERYTHING, Long.MAX_VALUE, List.of(), AppendOptions.NONE);
    Runnable stored = append.completion(new AppendReceipt(1, 1, Instant.EPOCH));

    append.refuse(new IllegalStateException("came second"));
    stored.run();

    assertThat(await(append.done()).firstPosition()).isEqualTo(1);
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
