package nl.korf.service.decisions;

import static nl.korf.service.decisions.Leases.lease;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.model.Refused.Reason;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.view.DecisionRows.DecisionState;
import nl.korf.service.mandates.RevokeMandate;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

/** The dates of a decision, and who decides first. */
class DecisionTermsTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aDecisionIsReviewedAfterAYearWhereNobodySaysWhen() {
    Instant now = ledger.now();

    DecisionTaken taken = take(lease("d-1", null, null, null));

    assertThat(taken.reviewAt()).isEqualTo(now.plus(Duration.ofDays(365)));
    assertThat(taken.expiresAt()).isNull();
  }

  @Test
  void aDecisionWorksFromItsStartUntilItsExpiryByItself() {
    Instant start = ledger.now().plus(Duration.ofDays(10));
    Instant end = start.plus(Duration.ofDays(10));

    take(lease("d-1", start, end, null));

    assertThat(Leases.state(ledger, "d-1")).isEqualTo(DecisionState.PENDING);
    assertThat(Leases.state(ledger, "d-1", start)).isEqualTo(DecisionState.IN_FORCE);
    assertThat(Leases.state(ledger, "d-1", end.minusSeconds(1))).isEqualTo(DecisionState.IN_FORCE);
    assertThat(Leases.state(ledger, "d-1", end)).isEqualTo(DecisionState.EXPIRED);
  }

  @Test
  void impossibleDatesAreRefusedWithAllElseThatIsWrong() {
    Instant past = ledger.now().minusSeconds(60);

    Refused refused = ledger.refused(Estate.OUTSIDER, lease("d-1", past, past, past));

    assertThat(refused.reasons())
        .extracting(Reason::refusal)
        .containsExactly(Refusal.PERIOD_EMPTY, Refusal.BACKDATED, Refusal.NO_MANDATE);
  }

  @Test
  void ofPrincipalAndHolderTheFirstAtItsPositionStands() {
    take(Estate.lease("d-holder", 1_000, 1));

    Refused refused = ledger.refused(Estate.MINISTER, Estate.lease("d-minister", 2_000, 1));

    assertThat(refused.refusal()).isEqualTo(Refusal.DECIDED_ALREADY);
    assertThat(refused.reasons().getFirst().values())
        .containsEntry("first", "d-holder")
        .containsEntry("position", Long.toString(ledger.facts().size()));
    assertThat(
            ledger.send(
                Estate.MINISTER, Leases.instead("d-minister", Leases.of("d-holder", false))))
        .hasSize(2);
    assertThat(ledger.refused(Estate.OFFICER, Estate.lease("d-after", 1, 1)).refusal())
        .isEqualTo(Refusal.DECIDED_ALREADY);
  }

  @Test
  void holdersOfMandatesDoNotStandInEachOthersWay() {
    DecisionTaken first = take(Estate.lease("d-1", 1_000, 1));

    assertThat(ledger.send(Estate.DIRECTOR, Estate.lease("d-2", 1_000, 1))).hasSize(1);
    assertThat(ledger.dependsOn(first)).isFalse();
  }

  @Test
  void onceTheFirstWasRepealedTheOtherCanDecide() {
    take(Estate.lease("d-holder", 1_000, 1));
    ledger.send(Estate.DIRECTOR, Leases.repeal("d-holder"));

    assertThat(ledger.send(Estate.MINISTER, Estate.lease("d-minister", 2_000, 1))).hasSize(1);
  }

  @Test
  void aDecisionDependsOnWhatBecomesOfThoseItReplaces() {
    take(Estate.lease("d-1", 1_000, 1));
    ledger.send(Estate.OFFICER, Leases.instead("d-2", Leases.of("d-1", false)));

    assertThat(ledger.dependsOn(ledger.facts().getLast().fact())).isTrue();
    ledger.send(
        Estate.MINISTER, new RevokeMandate(Estate.ROOT, "Reorganised", null, Estate.RECORD, null));
    assertThat(ledger.refused(Estate.OFFICER, Leases.repeal("d-2")).reasons())
        .extracting(Reason::refusal)
        .containsExactly(Refusal.NOT_COMPETENT_FOR_EARLIER, Refusal.MANDATE_REVOKED);
  }

  private DecisionTaken take(TakeDecision command) {
    return (DecisionTaken) ledger.send(Estate.OFFICER, command).getFirst();
  }
}
