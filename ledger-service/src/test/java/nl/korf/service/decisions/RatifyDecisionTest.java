package nl.korf.service.decisions;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.model.Refused.Reason;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.decisions.DecisionLife;
import nl.korf.model.facts.DecisionEvent.DecisionRatified;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.MandateEvent.MandateRevoked;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.service.authority.RecordedCheck;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class RatifyDecisionTest {

  private final MemoryAuthority authority = new MemoryAuthority();
  private final MemoryLedger ledger = Estate.standing(authority);

  @Test
  void aDecisionUnderAMandateThatHadEndedWithoutAnybodyKnowingIsRatified() {
    Instant before = ledger.now();
    DecisionTaken taken =
        (DecisionTaken) ledger.send(Estate.OFFICER, Leases.instead("d-1")).getFirst();
    assertThat(ledger.refused(Estate.MINISTER, Leases.ratify("d-1")).refusal())
        .isEqualTo(Refusal.RATIFICATION_NOT_NEEDED);

    ledger.given(new MandateRevoked(Estate.SUB, null, null), before);
    DecisionRatified ratified =
        (DecisionRatified) ledger.send(Estate.MINISTER, Leases.ratify("d-1")).getFirst();

    DecisionRow row =
        DecisionLife.of(Leases.id("d-1"), ledger.facts()).on(ledger.now()).orElseThrow();
    assertThat(row.competence()).isEqualTo(taken.competence());
    assertThat(row.competence().verdict()).isEqualTo(Verdict.COMPETENT);
    assertThat(row.ratification()).isNotNull();
    assertThat(ratified.competence().verdict()).isEqualTo(Verdict.COMPETENT);
    assertThat(ratified.principal()).isEqualTo(Estate.BODY);
  }

  @Test
  void bothQuestionsOfTheGateLeaveARow() {
    ledger.given(Leases.told("d-1", Estate.OUTSIDER, true, null));

    ledger.send(Estate.DIRECTOR, Leases.ratify("d-1"));

    assertThat(authority.checks())
        .extracting(RecordedCheck::gate, check -> check.proof().verdict())
        .containsExactly(
            tuple("RatifyDecision", Verdict.NOT_COMPETENT),
            tuple("RatifyDecision", Verdict.COMPETENT));
  }

  @Test
  void whoIsNotCompetentNowRatifiesNothing() {
    ledger.given(Leases.told("d-1", Estate.OUTSIDER, true, null));

    assertThat(ledger.refused(Estate.OUTSIDER, Leases.ratify("d-1")).reasons())
        .extracting(Reason::refusal)
        .containsExactly(Refusal.NOT_COMPETENT_FOR_EARLIER, Refusal.NO_MANDATE);
  }

  @Test
  void aSecondRatificationAddsNothing() {
    ledger.given(Leases.told("d-1", Estate.OUTSIDER, true, null));
    ledger.send(Estate.DIRECTOR, Leases.ratify("d-1"));

    assertThat(ledger.refused(Estate.MINISTER, Leases.ratify("d-1")).refusal())
        .isEqualTo(Refusal.ALREADY_RATIFIED);
  }

  @Test
  void aDecisionThatWasCompetentIsRefusedWithTheValues() {
    ledger.send(Estate.OFFICER, Leases.instead("d-1"));

    Refused refused = ledger.refused(Estate.MINISTER, Leases.ratify("d-1"));

    assertThat(refused.getMessage()).contains("d-1", "p-officer", "m-officer < m-root");
  }

  @Test
  void whatHistoryTellsWithoutAPowerIsNotRatified() {
    ledger.given(Leases.told("d-1", Estate.OUTSIDER, false, null));

    assertThat(ledger.refused(Estate.MINISTER, Leases.ratify("d-1")).refusal())
        .isEqualTo(Refusal.DECISION_POWER_UNKNOWN);
  }

  @Test
  void aReasonIsNeeded() {
    ledger.given(Leases.told("d-1", Estate.OUTSIDER, true, null));

    assertThat(
            ledger
                .refused(Estate.MINISTER, new RatifyDecision(Leases.id("d-1"), null, null))
                .refusal())
        .isEqualTo(Refusal.VALUE_MISSING);
  }

  @Test
  void theVerdictOfThenIsReachedAgainFromItsPosition() {
    Instant before = ledger.now();
    DecisionTaken taken =
        (DecisionTaken) ledger.send(Estate.OFFICER, Leases.instead("d-1")).getFirst();
    ledger.given(new MandateRevoked(Estate.SUB, null, null), before);
    CompetenceProof then = taken.competence();

    RecordedCheck check = authority.checks().getFirst();

    assertThat(check.question().answer(authority.asOf(then.asKnownAt(), requireNonNull(then.on()))))
        .isEqualTo(then);
    assertThat(
            check
                .question()
                .answer(authority.asOf(ledger.facts().size(), requireNonNull(then.on())))
                .verdict())
        .isEqualTo(Verdict.NOT_COMPETENT);
  }
}
