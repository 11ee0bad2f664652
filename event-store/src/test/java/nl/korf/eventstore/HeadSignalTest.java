package nl.korf.eventstore;

import static nl.korf.eventstore.TestEvents.event;
import static nl.korf.eventstore.TestLedger.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import nl.korf.eventstore.testing.TestPostgres;
import org.awaitility.Awaitility;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever waits for facts is woken, by a notification or by the poll. */
class HeadSignalTest {

  private static final Duration NEVER = Duration.ofHours(1);
  private static final Duration SOON = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void aNotificationFromAnotherNodeWakesListeners() throws InterruptedException {
    try (TestLedger ledger = TestLedger.create();
        HeadSignal signal = new HeadSignal(ledger.pool(), NEVER)) {
      AtomicLong heard = new AtomicLong();
      signal.onAdvance(heard::set);
      assertThat(signal.awaitBeyond(0, Duration.ofMillis(50))).isFalse();

      stored(ledger.node(), event("a"), event("b"));

      assertThat(signal.awaitBeyond(1, PATIENCE)).isTrue();
      Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(heard).hasValue(2));
    }
  }

  @Test
  void aLostNotificationIsMadeUpForByThePoll() throws InterruptedException {
    try (TestLedger ledger = TestLedger.create();
        HeadSignal signal = new HeadSignal(ledger.pool(), SOON)) {
      insertWithoutNotification(ledger.database());

      assertThat(signal.awaitBeyond(0, PATIENCE)).isTrue();
    }
  }

  @Test
  void withoutAPollALostNotificationWouldStayLost() throws InterruptedException {
    try (TestLedger ledger = TestLedger.create();
        HeadSignal signal = new HeadSignal(ledger.pool(), NEVER)) {
      Awaitility.await().atMost(PATIENCE).until(signal::listening);
      insertWithoutNotification(ledger.database());

      assertThat(signal.awaitBeyond(0, Duration.ofSeconds(1))).isFalse();
      assertThat(signal.refresh()).isEqualTo(1);
    }
  }

  /** Whoever may connect may notify: the words of a notification are not believed. */
  @ParameterizedTest
  @ValueSource(strings = {"999999999", "not a number", "", "-1", "99999999999999999999"})
  void aForgedNotificationNeitherMovesTheHeadNorEndsTheSignal(String forged)
      throws InterruptedException {
    try (TestLedger ledger = TestLedger.create();
        HeadSignal signal = new HeadSignal(ledger.pool(), NEVER)) {
      stored(ledger.node(), event("a"));
      assertThat(signal.awaitBeyond(0, PATIENCE)).isTrue();
      ledger.database().execute("notify korf_ledger_head, '" + forged + "'");
      stored(ledger.node(), event("b"));

      assertThat(signal.awaitBeyond(1, PATIENCE)).isTrue();
      assertThat(signal.head()).isEqualTo(2);
    }
  }

  @Test
  void theSignalComesBackAfterItsConnectionWasEnded() throws InterruptedException {
    try (TestLedger ledger = TestLedger.create()) {
      PgEventStorageEngine node = ledger.node();
      try (HeadSignal signal = new HeadSignal(ledger.pool(), SOON)) {
        ledger
            .database()
            .execute(
                "select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
        stored(node, event("a"));

        assertThat(signal.awaitBeyond(0, PATIENCE)).isTrue();
      }
    }
  }

  @Test
  void aStreamThatHasCaughtUpIsCalledBack() {
    try (TestLedger ledger = TestLedger.create()) {
      PgEventStorageEngine node = ledger.node();
      var stream = node.stream(StreamingCondition.startingFrom(null), null);
      AtomicLong calls = new AtomicLong();
      stream.setCallback(calls::incrementAndGet);
      assertThat(stream.next()).isEmpty();

      stored(node, event("a"));

      Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(calls).hasPositiveValue());
      assertThat(stream.next()).isPresent();
      stream.close();
    }
  }

  private static void insertWithoutNotification(TestPostgres.Database database) {
    database.execute(
        "insert into ledger.event values (1, gen_random_uuid(), 'a', '1', now(), '{}', '', '{}',"
            + " '{}', sha256(''))");
  }
}
