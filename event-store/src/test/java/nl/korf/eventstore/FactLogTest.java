package nl.korf.eventstore;

import static nl.korf.eventstore.TestEvents.event;
import static nl.korf.eventstore.TestEvents.tagged;
import static nl.korf.eventstore.TestLedger.await;
import static nl.korf.eventstore.TestLedger.sourced;
import static nl.korf.eventstore.TestLedger.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The ledger read from the outside: all of it, in order, as it was written. */
class FactLogTest {

  private final TestLedger ledger = TestLedger.create();
  private final PgEventStorageEngine node = ledger.node();
  private final FactLog log = node.factLog();

  @AfterEach
  void letGo() {
    ledger.close();
  }

  @Test
  void factsAreReadInOrderAsTheyWereWritten() {
    stored(
        node,
        event(
            "a",
            new Note("text", null),
            Map.of("effectiveAt", "2014-07-30T00:00:00Z", "actor", "p-1", "free", "é\n"),
            "b=2",
            "a=1"),
        event("b"));

    List<StoredFact> facts = log.read(0, 10);

    StoredFact first = facts.getFirst();
    assertThat(facts).extracting(StoredFact::position).containsExactly(1L, 2L);
    assertThat(first.tags()).containsExactly("a=1", "b=2");
    assertThat(new String(first.payload(), StandardCharsets.UTF_8))
        .isEqualTo("{\"text\":\"text\"}");
    assertThat(first.meta()).containsEntry("actor", "p-1").containsEntry("free", "é\n");
    assertThat(first.effectiveAt()).isEqualTo(Instant.parse("2014-07-30T00:00:00Z"));
    assertThat(facts.getLast().effectiveAt()).isEqualTo(facts.getLast().recordedAt());
    assertThat(log.at(2)).contains(facts.getLast());
    assertThat(log.at(3)).isEmpty();
    assertThat(log.at(0)).isEmpty();
    assertThat(log.read(2, 10)).isEmpty();
    assertThat(log.read(1, 1)).hasSize(1);
    assertThat(log.head()).isEqualTo(2);
  }

  @Test
  void factsAreFoundByTag() {
    stored(node, event("a", "t=1"), event("b", "t=2"), event("c", "t=1"), event("d", "t=1"));

    assertThat(log.byTag("t=1", 0, 2)).extracting(StoredFact::position).containsExactly(1L, 3L);
    assertThat(log.byTag("t=1", 3, 9)).extracting(StoredFact::position).containsExactly(4L);
    assertThat(log.byTag("t=3", 0, 9)).isEmpty();
  }

  @Test
  void aScanVisitsEveryFactOnceAndStopsWhereItShould() {
    for (int i = 0; i < 5; i++) {
      stored(node, many(500));
    }
    List<Long> visited = new ArrayList<>();
    log.scan(7, 2_300, fact -> visited.add(fact.position()));

    assertThat(visited).hasSize(2_293).startsWith(8L).endsWith(2_300L).isSorted();
    assertThatThrownBy(() -> log.scan(0, 2_501, fact -> {})).isInstanceOf(LedgerCorrupt.class);
  }

  @Test
  void anInstantIsResolvedToTheLastPositionRecordedByThen() {
    List<Instant> times = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      times.add(stored(node, event("a"), event("b")).recordedAt());
    }
    assertThat(log.positionAt(times.getFirst().minusNanos(1000))).isZero();
    assertThat(log.positionAt(times.getLast().plusSeconds(1))).isEqualTo(40);
    for (Instant time : times) {
      long position = log.positionAt(time);
      assertThat(log.recordedAt(position)).contains(time);
      assertThat(log.recordedAt(position + 1).orElse(Instant.MAX)).isAfter(time);
    }
    assertThat(log.recordedAt(41)).isEmpty();
  }

  @Test
  void anInstantTheDatabaseCannotHoldIsBeforeOrAfterAllFacts() {
    stored(node, event("a"));

    assertThat(log.positionAt(Instant.MIN)).isZero();
    assertThat(log.positionAt(Instant.parse("+300000-01-01T00:00:00Z"))).isEqualTo(1);
    assertThat(log.positionAt(Instant.MAX)).isEqualTo(1);
  }

  /** The driver rounds to microseconds, half up: a nanosecond before a fact became its moment. */
  @Test
  void aTokenAtTheVeryMomentOfAFactComesBeforeIt() {
    Instant first = stored(node, event("a")).recordedAt();
    Instant second = stored(node, event("b")).recordedAt();

    assertThat(log.positionAt(second.minusNanos(1))).isEqualTo(1);
    assertThat(await(node.tokenAt(first, null)).position()).hasValue(0);
    assertThat(await(node.tokenAt(second, null)).position()).hasValue(1);
    assertThat(await(node.tokenAt(second.plusNanos(1), null)).position()).hasValue(2);
  }

  @Test
  void aMissingFactIsNoticedByWhoeverReadsPastIt() {
    stored(node, many(20));
    ledger
        .database()
        .execute(
            "alter table ledger.event disable trigger all;"
                + " delete from ledger.event where position = 10");

    assertThat(log.read(0, 9)).hasSize(9);
    assertThatThrownBy(() -> log.read(0, 20))
        .isInstanceOf(LedgerCorrupt.class)
        .hasMessageContaining("10");
    assertThatThrownBy(() -> log.read(0, 10)).isInstanceOf(LedgerCorrupt.class);
    assertThatThrownBy(() -> log.read(9, 1)).isInstanceOf(LedgerCorrupt.class);
    assertThatThrownBy(() -> log.scan(0, 20, fact -> {})).isInstanceOf(LedgerCorrupt.class);
  }

  @Test
  void aPersonalPartIsReadUntilItIsErasedAndTheHeaderStaysProven() {
    stored(node, event("a", new Note("t", "remark"), Map.of(), "t=1"), event("b", "t=1"));
    PersonalPart personal = Objects.requireNonNull(log.read(0, 2).getFirst().personal());
    assertThat(new String(personal.bytes(), StandardCharsets.UTF_8)).isEqualTo("remark");
    assertThat(personal.salt()).hasSize(PersonalPart.SALT_BYTES);
    assertThat(personal.toString()).doesNotContain("remark");
    assertThat(sourced(node, tagged("t=1")).getFirst().payload())
        .isEqualTo(new Note("t", "remark"));
    ledger.requireSound(2);

    ledger.database().execute("set role korf_erasure; delete from ledger.event_personal");

    assertThat(log.at(1).orElseThrow().personal()).isNull();
    assertThat(sourced(node, tagged("t=1")).getFirst().payload()).isEqualTo(new Note("t", null));
    ledger.requireSound(2);
  }

  private static TaggedEventMessage<?>[] many(int n) {
    var events = new TaggedEventMessage<?>[n];
    for (int i = 0; i < n; i++) {
      events[i] = event("many", "i=" + i);
    }
    return events;
  }
}
