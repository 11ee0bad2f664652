package nl.korf.eventstore;

import static nl.korf.eventstore.TestEvents.event;
import static nl.korf.eventstore.TestEvents.tagged;
import static nl.korf.eventstore.TestEvents.unchangedSince;
import static nl.korf.eventstore.TestLedger.append;
import static nl.korf.eventstore.TestLedger.refusal;
import static nl.korf.eventstore.TestLedger.sourced;
import static nl.korf.eventstore.TestLedger.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.junit.jupiter.api.Test;

/** Several nodes write to one database as if they were one. */
class TwoNodesTest {

  private static final int INCREMENTS = 120;
  private static final int WRITERS_PER_NODE = 8;

  @Test
  void twoNodesLoseNoUpdateAndLeaveNoGap() {
    try (TestLedger ledger = TestLedger.create()) {
      long accepted = count(ledger.node(), ledger.node());

      assertThat(accepted).isPositive();
      assertThat(lostUpdates(ledger)).isZero();
      ledger.requireSound(accepted);
    }
  }

  @Test
  void withoutConditionsUpdatesWouldBeLost() {
    try (TestLedger ledger = TestLedger.create()) {
      count(ledger.carelessNode(), ledger.carelessNode());

      assertThat(lostUpdates(ledger)).isPositive();
    }
  }

  @Test
  void aNodeThatSleptForLongerThanItsWindowStillSeesWhatHappened() {
    try (TestLedger ledger = TestLedger.create()) {
      PgEventStorageEngine sleeper = ledger.node(config -> config.withWindow(10, 100));
      PgEventStorageEngine busy = ledger.node();
      long seen = stored(sleeper, event("opened", "round=1")).lastPosition();
      stored(busy, event("closed", "round=1"));
      for (int i = 0; i < 50; i++) {
        stored(busy, event("noise", "other=" + i));
      }

      assertThat(refusal(append(sleeper, unchangedSince(seen, tagged("round=1")), event("ballot"))))
          .isInstanceOf(AppendEventsTransactionRejectedException.class);
      assertThat(sleeper.statistics().conditionQueries()).isEqualTo(1);
      assertThat(stored(sleeper, event("more")).firstPosition()).isEqualTo(53);
    }
  }

  @Test
  void aNodeHearsOfTheOthersFactsAndAFreshHeadSeesThemAtOnce() throws InterruptedException {
    try (TestLedger ledger = TestLedger.create()) {
      PgEventStorageEngine one = ledger.node();
      PgEventStorageEngine other = ledger.node();
      stored(one, event("a", "tag=1"));

      assertThat(other.freshHead()).isEqualTo(1);
      assertThat(sourced(other, tagged("tag=1"))).hasSize(1);

      stored(one, event("b", "tag=1"));
      assertThat(other.headSignal().awaitBeyond(1, Duration.ofSeconds(10))).isTrue();
    }
  }

  @Test
  void aNodeAppendsNothingToALedgerThatLostWhatItHadSeen() {
    try (TestLedger ledger = TestLedger.create()) {
      PgEventStorageEngine node = ledger.node();
      stored(node, event("a"), event("b"));
      ledger
          .database()
          .execute(
              "alter table ledger.event disable trigger all;"
                  + " delete from ledger.event where position = 2");

      assertThat(refusal(append(node, AppendCondition.none(), event("c"))))
          .isInstanceOf(LedgerCorrupt.class);
    }
  }

  @Test
  void aNodeThatLookedAtAnEmptyLedgerTakesItUpAfterAnotherHasFoundedIt() {
    SettableClock clock = new SettableClock();
    try (TestLedger ledger = TestLedger.create()) {
      PgEventStorageEngine early = ledger.node(config -> config.withClock(clock));
      clock.move(Duration.ofHours(1));
      assertThat(refusal(append(early, AppendCondition.none(), event("a"))))
          .isInstanceOf(ClocksApart.class);
      clock.move(Duration.ZERO);
      stored(ledger.node(), event("founded", "ledger=1"), event("b"));

      assertThat(refusal(append(early, unchangedSince(0, tagged("ledger=1")), event("founded"))))
          .isInstanceOf(AppendEventsTransactionRejectedException.class);
      assertThat(early.statistics().conditionQueries()).isZero();
      assertThat(stored(early, event("c")).firstPosition()).isEqualTo(3);
      ledger.requireSound(3);
    }
  }

  @Test
  void aLedgerWhoseFirstFactIsGoneIsNotTakenForOneThatHasBegun() {
    SettableClock clock = new SettableClock();
    try (TestLedger ledger = TestLedger.create()) {
      PgEventStorageEngine early = ledger.node(config -> config.withClock(clock));
      clock.move(Duration.ofHours(1));
      assertThat(refusal(append(early, AppendCondition.none(), event("a")))).isNotNull();
      clock.move(Duration.ZERO);
      stored(ledger.node(), event("a"), event("b"));
      ledger
          .database()
          .execute(
              "alter table ledger.event disable trigger all;"
                  + " delete from ledger.event where position = 1");

      assertThat(refusal(append(early, AppendCondition.none(), event("c"))))
          .isInstanceOf(LedgerCorrupt.class);
    }
  }

  @Test
  void aGapFarBeyondWhatANodeHasSeenIsToldToEveryCallerAndNotOnce() {
    try (TestLedger ledger = TestLedger.create()) {
      PgEventStorageEngine sleeper = ledger.node(config -> config.withWindow(10, 100));
      stored(sleeper, event("a"));
      PgEventStorageEngine busy = ledger.node();
      for (int i = 0; i < 30; i++) {
        stored(busy, event("noise"));
      }
      ledger
          .database()
          .execute(
              "alter table ledger.event disable trigger all;"
                  + " delete from ledger.event where position = 28");

      for (int i = 0; i < 3; i++) {
        assertThat(refusal(append(sleeper, AppendCondition.none(), event("b"))))
            .isInstanceOf(LedgerCorrupt.class);
      }
    }
  }

  /** Writers on both nodes read a counter and write the next value, on condition of no change. */
  private static long count(PgEventStorageEngine one, PgEventStorageEngine other) {
    LongAdder accepted = new LongAdder();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int writer = 0; writer < WRITERS_PER_NODE; writer++) {
        for (PgEventStorageEngine node : List.of(one, other)) {
          threads.execute(() -> increment(node, accepted));
        }
      }
    }
    return accepted.sum();
  }

  private static void increment(PgEventStorageEngine node, LongAdder accepted) {
    for (int i = 0; i < INCREMENTS / WRITERS_PER_NODE; i++) {
      long seen = node.freshHead();
      long value = sourced(node, tagged("counter=1")).size();
      Throwable refusal =
          refusal(
              append(
                  node,
                  unchangedSince(seen, tagged("counter=1")),
                  event("counted", "counter=1", "value=" + (value + 1))));
      if (refusal == null) {
        accepted.increment();
      }
    }
  }

  /** With no update lost, the n-th fact carries the value n. */
  private static long lostUpdates(TestLedger ledger) {
    FactLog log = new FactLog(ledger.pool());
    LongAdder wrong = new LongAdder();
    log.scan(
        0,
        log.head(),
        fact -> {
          if (!fact.tags().contains("value=" + fact.position())) {
            wrong.increment();
          }
        });
    return wrong.sum();
  }
}
