package nl.korf.service.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import nl.korf.model.LegalReference;
import nl.korf.model.MandateId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused.Reason;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.DecisionEvent.DecisionRepealed;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.money.Bound;
import nl.korf.model.money.Limit;
import nl.korf.model.view.DecisionRows.DecisionState;
import nl.korf.service.authority.Question;
import nl.korf.service.authority.RecordedCheck;
import nl.korf.service.mandates.RevokeMandate;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepealDecisionTest {

  private final MemoryAuthority authority = new MemoryAuthority();
  private final MemoryLedger ledger = Estate.standing(authority);

  @BeforeEach
  void decided() {
    ledger.send(Estate.OFFICER, Leases.instead("d-1"));
  }

  @Test
  void whoIsCompetentForItsPowerNowRepealsIt() {
    DecisionRepealed repealed =
        (DecisionRepealed) ledger.send(Estate.DIRECTOR, Leases.repeal("d-1")).getFirst();

    assertThat(repealed.mandatesUsed()).containsExactly(Estate.ROOT);
    assertThat(repealed.legalBasis()).isEqualTo(LegalReference.cited("Awb 10:7"));
    assertThat(Leases.state(ledger, "d-1")).isEqualTo(DecisionState.REPEALED);
  }

  @Test
  void aRepealCanBePlannedAndWorksFromThen() {
    Instant then = ledger.now().plus(Duration.ofDays(30));

    ledger.send(Estate.DIRECTOR, new RepealDecision(Leases.id("d-1"), then, "Moved", null, null));

    assertThat(Leases.state(ledger, "d-1")).isEqualTo(DecisionState.IN_FORCE);
    assertThat(Leases.state(ledger, "d-1", then)).isEqualTo(DecisionState.REPEALED);
  }

  @Test
  void whatHasEndedIsNotRepealedAgain() {
    ledger.send(Estate.DIRECTOR, Leases.repeal("d-1"));

    assertThat(ledger.refused(Estate.DIRECTOR, Leases.repeal("d-1")).refusal())
        .isEqualTo(Refusal.DECISION_ENDED);
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    Instant past = ledger.now().minusSeconds(1);

    assertThat(
            ledger
                .refused(
                    Estate.OUTSIDER, new RepealDecision(Leases.id("d-1"), past, null, null, null))
                .reasons())
        .extracting(Reason::refusal)
        .containsExactly(
            Refusal.VALUE_MISSING,
            Refusal.BACKDATED,
            Refusal.NOT_COMPETENT_FOR_EARLIER,
            Refusal.NO_MANDATE);
  }

  @Test
  void theDeciderCannotOnceTheMandateIsGone() {
    ledger.send(
        Estate.MINISTER, new RevokeMandate(Estate.ROOT, "Reorganised", null, Estate.RECORD, null));

    assertThat(ledger.refused(Estate.OFFICER, Leases.repeal("d-1")).refusal())
        .isEqualTo(Refusal.NOT_COMPETENT_FOR_EARLIER);
    assertThat(ledger.send(Estate.MINISTER, Leases.repeal("d-1"))).hasSize(1);
  }

  @Test
  void itsOwnSpendingDoesNotCountAgainstTheCapTwice() {
    capped();

    assertThat(ledger.refused(Estate.OFFICER, Estate.lease("d-3", 60_000, 1)).refusal())
        .isEqualTo(Refusal.OVER_CAP);
    assertThat(ledger.send(Estate.OFFICER, Leases.repeal("d-2"))).hasSize(1);
  }

  @Test
  void fromItsRowAloneTheVerdictIsReachedAgain() {
    capped();
    ledger.send(Estate.OFFICER, Leases.repeal("d-2"));

    RecordedCheck check = authority.checks().getLast();
    Question asked = check.question();
    Question forgetful =
        new Question(asked.decider(), asked.act(), asked.proposer(), asked.mandate());
    Instant on = Objects.requireNonNull(check.proof().on());
    Knowledge world = authority.asOf(check.proof().asKnownAt(), on);
    assertThat(asked.answer(world)).isEqualTo(check.proof());
    assertThat(check.proof().verdict()).isEqualTo(Verdict.COMPETENT);
    assertThat(forgetful.answer(world).verdict())
        .as("the control: without what the decision itself spends")
        .isEqualTo(Verdict.NOT_COMPETENT);
  }

  /** A mandate with a cap, more than half of it spent by d-2. */
  private void capped() {
    MandateId capped = new MandateId("m-capped");
    Limit cap = Limit.cumulative(Estate.LEASE, Estate.euro(100_000), Bound.INCLUSIVE);
    ledger.send(
        Estate.MINISTER, new RevokeMandate(Estate.ROOT, "Capped", null, Estate.RECORD, null));
    ledger.send(Estate.MINISTER, Estate.grant(capped, Estate.OFFICER_ROLE, cap));
    ledger.send(Estate.OFFICER, Estate.lease("d-2", 60_000, 1));
  }
}
