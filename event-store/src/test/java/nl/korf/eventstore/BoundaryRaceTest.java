package nl.korf.eventstore;

import static nl.korf.eventstore.TestEvents.event;
import static nl.korf.eventstore.TestEvents.facts;
import static nl.korf.eventstore.TestEvents.tagged;
import static nl.korf.eventstore.TestEvents.unchangedSince;
import static nl.korf.eventstore.TestLedger.append;
import static nl.korf.eventstore.TestLedger.refusal;
import static nl.korf.eventstore.TestLedger.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import nl.korf.eventstore.testing.LedgerFsck;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.junit.jupiter.api.Test;

/** What decides concurrently about the same facts is decided as if one after the other. */
class BoundaryRaceTest {

  private static final int RACERS = 64;
  private static final int ROUNDS = 40;

  @Test
  void ofManyRacersOnOneBoundaryExactlyOneCommits() {
    try (TestLedger ledger = TestLedger.create()) {
      assertThat(winners(ledger.node())).containsOnly(1L).hasSize(ROUNDS);
      ledger.requireSound(ROUNDS);
    }
  }

  @Test
  void withoutConditionsEveryRacerWouldCommit() {
    try (TestLedger ledger = TestLedger.create()) {
      assertThat(winners(ledger.carelessNode())).contains((long) RACERS);
    }
  }

  @Test
  void aDecisionNeverFollowsTheRevocationOfItsMandate() {
    try (TestLedger ledger = TestLedger.create()) {
      revokeAndDecide(ledger.node());
      assertThat(decisionsAfterRevocation(ledger)).isZero();
      assertThat(LedgerFsck.check(ledger.database().owner())).isEmpty();
    }
  }

  @Test
  void withoutConditionsDecisionsWouldFollowARevocation() {
    try (TestLedger ledger = TestLedger.create()) {
      revokeAndDecide(ledger.carelessNode());
      assertThat(decisionsAfterRevocation(ledger)).isPositive();
    }
  }

  @Test
  void decisionsThatOnlyUseAMandateAllCommitWithoutARetry() {
    try (TestLedger ledger = TestLedger.create()) {
      assertThat(decideUnder(ledger.node(), "mandate-use=m")).isEqualTo(RACERS);
      ledger.requireSound(1 + RACERS);
    }
  }

  @Test
  void decisionsThatSeemedToChangeTheirMandateWouldConflict() {
    try (TestLedger ledger = TestLedger.create()) {
      assertThat(decideUnder(ledger.node(), "mandate=m")).isEqualTo(1);
    }
  }

  private static List<Long> winners(PgEventStorageEngine node) {
    List<Long> winners = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      String tag = "seat=" + round;
      long seen = node.headSignal().head();
      List<Throwable> refusals =
          race(racer -> append(node, unchangedSince(seen, tagged(tag)), event("taken", tag)));
      assertThat(refusals).allMatch(AppendEventsTransactionRejectedException.class::isInstance);
      winners.add((long) RACERS - refusals.size());
    }
    return winners;
  }

  /** In every round one revokes while all others, who have seen the grant, decide. */
  private static void revokeAndDecide(PgEventStorageEngine node) {
    for (int round = 0; round < ROUNDS; round++) {
      String mandate = "mandate=" + round;
      String use = "mandate-use=" + round;
      long seen = stored(node, event("granted", mandate)).lastPosition();
      AppendCondition condition =
          unchangedSince(seen, facts(List.of("granted", "revoked"), mandate));
      race(racer ->
          racer == RACERS / 2
              ? append(node, condition, event("revoked", mandate))
              : append(node, condition, event("decided", use)));
    }
  }

  private static long decisionsAfterRevocation(TestLedger ledger) {
    List<StoredFact> facts = new ArrayList<>();
    FactLog log = new FactLog(ledger.pool());
    log.scan(0, log.head(), facts::add);
    return facts.stream()
        .filter(fact -> fact.type().equals("decided") && revokedBefore(facts, fact))
        .count();
  }

  private static boolean revokedBefore(List<StoredFact> facts, StoredFact decided) {
    String mandate = decided.tags().getFirst().replace("mandate-use=", "mandate=");
    return facts.stream()
        .takeWhile(fact -> fact.position() < decided.position())
        .anyMatch(fact -> fact.type().equals("revoked") && fact.tags().contains(mandate));
  }

  /** All decide on what they saw at the grant; how many commit? */
  private static int decideUnder(PgEventStorageEngine node, String tagOfDecision) {
    long seen = stored(node, event("granted", "mandate=m")).lastPosition();
    AppendCondition condition =
        unchangedSince(seen, facts(List.of("granted", "revoked", "decided"), "mandate=m"));
    return RACERS - race(racer -> append(node, condition, event("decided", tagOfDecision))).size();
  }

  /** Starts all racers at once and returns the refusals. */
  private static List<Throwable> race(IntFunction<CompletableFuture<AppendReceipt>> racer) {
    List<Throwable> refusals = Collections.synchronizedList(new ArrayList<>());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < RACERS; i++) {
        int number = i;
        threads.execute(() -> {
          Throwable refusal = refusal(racer.apply(number));
          if (refusal != null) {
            refusals.add(refusal);
          }
        });
      }
    }
    return refusals;
  }
}
