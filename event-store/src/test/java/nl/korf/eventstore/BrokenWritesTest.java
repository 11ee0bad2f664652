package nl.korf.eventstore;

import static nl.korf.eventstore.TestEvents.event;
import static nl.korf.eventstore.TestLedger.append;
import static nl.korf.eventstore.TestLedger.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every write of the appender is broken twice, before and after it persists; after each, the whole
 * ledger is checked from its rows.
 */
class BrokenWritesTest {

  private static final int COMMANDS = 4;
  private static final int EXECUTIONS = 2 * COMMANDS;

  @ParameterizedTest
  @EnumSource
  void aBrokenWriteLosesNothingAndDoublesNothing(FaultyDataSource.Moment moment) {
    for (int faultAt = 1; faultAt <= EXECUTIONS; faultAt++) {
      try (TestLedger ledger = TestLedger.create()) {
        FaultyDataSource faulty = new FaultyDataSource(ledger.pool(), moment, faultAt);
        EventStoreConfig config =
            EventStoreConfig.of("test").withPatience(Duration.ofSeconds(1), Duration.ofSeconds(5));
        try (PgEventStorageEngine node =
            new PgEventStorageEngine(
                faulty.dataSource(), Note.CODEC, EventEvolution.none(), config)) {
          for (int command = 0; command < COMMANDS; command++) {
            recordOnce(node);
          }
        }
        assertThat(faulty.fired()).isTrue();
        ledger.requireSound(2L * COMMANDS);
      }
    }
  }

  /** As the application does: repeats with the same command id until it is told a receipt. */
  private static void recordOnce(PgEventStorageEngine node) {
    AppendOptions options = AppendOptions.NONE.withCommand(UUID.randomUUID(), new byte[] {7});
    Throwable refusal =
        refusal(append(node, AppendCondition.none(), options, event("a", "t=1"), event("b")));
    while (refusal != null && !(refusal instanceof AlreadyRecorded)) {
      refusal = refusal(append(node, AppendCondition.none(), options, event("a"), event("b")));
    }
  }
}
