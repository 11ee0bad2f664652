package nl.korf.eventstore;

import static nl.korf.eventstore.TestEvents.event;
import static nl.korf.eventstore.TestLedger.append;
import static nl.korf.eventstore.TestLedger.await;
import static nl.korf.eventstore.TestLedger.refusal;
import static nl.korf.eventstore.TestLedger.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The moment of recording is worth its name. */
class ClockTest {

  @ParameterizedTest(name = "{0} s apart")
  @ValueSource(longs = {-3600, -3, 3, 3600})
  void nothingIsRecordedWhileTheClocksAreApart(long seconds) {
    SettableClock clock = new SettableClock();
    try (TestLedger ledger = TestLedger.create()) {
      PgEventStorageEngine node = ledger.node(config -> config.withClock(clock));
      clock.move(Duration.ofSeconds(seconds));
      assertThat(refusal(appendOne(node))).isInstanceOf(ClocksApart.class);
      ledger.requireSound(0);

      clock.move(Duration.ZERO);
      assertThat(await(appendOne(node)).firstPosition()).isEqualTo(1);
    }
  }

  @Test
  void aSmallDifferenceIsTolerated() {
    SettableClock clock = new SettableClock();
    clock.move(Duration.ofSeconds(1));
    try (TestLedger ledger = TestLedger.create()) {
      PgEventStorageEngine node = ledger.node(config -> config.withClock(clock));
      assertThat(refusal(appendOne(node))).isNull();
    }
  }

  @Test
  void aClockThatStepsBackDoesNotTakeRecordingTimesBack() {
    SettableClock clock = new SettableClock();
    clock.move(Duration.ofMillis(1500));
    try (TestLedger ledger = TestLedger.create()) {
      PgEventStorageEngine node = ledger.node(config -> config.withClock(clock));
      Instant before = stored(node, event("a")).recordedAt();
      clock.move(Duration.ofMillis(-1500));

      assertThat(stored(node, event("b")).recordedAt()).isEqualTo(before);
      assertThat(stored(ledger.node(), event("c")).recordedAt()).isAfterOrEqualTo(before);
      ledger.requireSound(3);
    }
  }

  @Test
  void nothingIsRecordedAfterAFactFromTheFuture() {
    try (TestLedger ledger = TestLedger.create()) {
      recordAhead(ledger, Duration.ofDays(400));
      PgEventStorageEngine node = ledger.node();

      assertThatThrownBy(node::requireNotAhead)
          .isInstanceOf(LedgerAhead.class)
          .hasMessageContaining("tolerated")
          .hasMessageContaining("backup");
      assertThat(refusal(appendOne(node))).isInstanceOf(LedgerAhead.class);
      assertThat(refusal(appendOne(node))).isInstanceOf(LedgerAhead.class);
      ledger.requireSound(1);
    }
  }

  @Test
  void whereSoMuchIsToleratedEveryLaterFactCarriesItsInstant() {
    try (TestLedger ledger = TestLedger.create()) {
      Instant ahead = recordAhead(ledger, Duration.ofDays(400));
      PgEventStorageEngine node =
          ledger.node(config -> config.withAheadTolerance(Duration.ofDays(401)));

      node.requireNotAhead();
      assertThat(stored(node, event("b")).recordedAt()).isEqualTo(ahead);
      ledger.requireSound(2);
    }
  }

  @Test
  void aFactRecordedAheadWithinTheToleranceStandsInNobodysWay() {
    try (TestLedger ledger = TestLedger.create()) {
      Instant ahead = recordAhead(ledger, Duration.ofMillis(1500));
      PgEventStorageEngine node = ledger.node();

      node.requireNotAhead();
      assertThat(stored(node, event("b")).recordedAt()).isAfterOrEqualTo(ahead);
    }
  }

  /** A fact by a node whose clock is ahead, and which nobody kept from it. */
  private static Instant recordAhead(TestLedger ledger, Duration by) {
    SettableClock clock = new SettableClock();
    clock.move(by);
    PgEventStorageEngine fast =
        ledger.node(config -> config.withClock(clock).withClockTolerance(by.multipliedBy(2)));
    return stored(fast, event("a")).recordedAt();
  }

  @Test
  void anAppendWhoseDeadlineHasPassedIsRefused() {
    try (TestLedger ledger = TestLedger.create()) {
      PgEventStorageEngine node = ledger.node();
      Instant last = stored(node, event("a")).recordedAt();

      AppendOptions late = AppendOptions.NONE.before(last);
      assertThat(refusal(append(node, AppendCondition.none(), late, event("b"))))
          .isInstanceOf(TooLate.class);

      AppendOptions inTime = AppendOptions.NONE.before(last.plusSeconds(60));
      assertThat(await(append(node, AppendCondition.none(), inTime, event("b"))).recordedAt())
          .isBefore(last.plusSeconds(60));
    }
  }

  @Test
  void theEarlierOfTwoDeadlinesCounts() {
    Instant noon = Instant.parse("2026-01-01T12:00:00Z");
    AppendOptions options = AppendOptions.NONE.before(noon).before(noon.plusSeconds(1));

    assertThat(options.notAfter()).isEqualTo(noon);
    assertThat(options.before(noon.minusSeconds(1)).notAfter()).isEqualTo(noon.minusSeconds(1));
  }

  private static CompletableFuture<AppendReceipt> appendOne(PgEventStorageEngine node) {
    return append(node, AppendCondition.none(), event("a"));
  }
}
