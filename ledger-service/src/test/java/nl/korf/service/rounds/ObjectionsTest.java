package nl.korf.service.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.ObjectionId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.Claims;
import nl.korf.model.facts.RoundEvent.ObjectionDismissed;
import nl.korf.model.facts.RoundEvent.ObjectionIntegrated;
import nl.korf.model.facts.RoundEvent.ObjectionSustained;
import nl.korf.model.facts.RoundEvent.ObjectionWithdrawn;
import nl.korf.service.initiatives.ReviseInitiative;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

/** Raising, testing, integrating and withdrawing objections in a round by consent. */
class ObjectionsTest {

  private static final ObjectionId ID = new ObjectionId("o-1");

  private final Council council = new Council();
  private final MemoryLedger ledger = council.ledger;

  ObjectionsTest() {
    council.define(Council.consent());
    council.open(new AskedRound().facilitatedBy(Estate.LEAD).command());
  }

  @Test
  void anObjectionNeedsAReasonAndItsClaims() {
    Claims three = new Claims(true, true, true, false, false);
    Claims breach = new Claims(false, false, false, false, true);

    Refused refused = ledger.refused(Estate.MEMBER, raise(three, "Because"));
    assertThat(refused.refusal()).isEqualTo(Refusal.CLAIMS_MISSING);
    assertThat(refused.getMessage()).contains("certainOrNoTimeToAdapt");
    assertThat(ledger.refused(Estate.MEMBER, raise(breach, null)).refusal())
        .isEqualTo(Refusal.VALUE_MISSING);
    assertThat(ledger.send(Estate.MEMBER, raise(breach, "Rule 3"))).hasSize(1);
    assertThat(ledger.refused(Estate.MEMBER, raise(breach, "Rule 3")).refusal())
        .isEqualTo(Refusal.OBJECTION_ID_TAKEN);
  }

  @Test
  void onlyWhoTakesPartObjectsAndInTime() {
    assertThat(ledger.refused(Estate.OUTSIDER, raise(Council.ALL, "No")).refusal())
        .isEqualTo(Refusal.NOT_AN_ELECTOR);
    ledger.pass(Council.WEEK);
    assertThat(ledger.refused(Estate.MEMBER, raise(Council.ALL, "No")).refusal())
        .isEqualTo(Refusal.TOO_LATE);
  }

  @Test
  void objectionsCountUnderConsentOnly() {
    Council majority = Council.holding(Council.majority());

    assertThat(majority.ledger.refused(Estate.MEMBER, raise(Council.ALL, "No")).refusal())
        .isEqualTo(Refusal.OBJECTIONS_DO_NOT_COUNT);
  }

  @Test
  void afterTheRoundEndedNoObjectionIsTaken() {
    Council answered = Council.deciding();
    answered.vote(Estate.LEAD, Choice.YES);
    assertThat(answered.ledger.refused(Estate.MEMBER, raise(Council.ALL, "No")).refusal())
        .isEqualTo(Refusal.ROUND_ANSWERED);

    council.close();
    assertThat(ledger.refused(Estate.MEMBER, raise(Council.ALL, "No")).refusal())
        .isEqualTo(Refusal.ROUND_CLOSED);
  }

  @Test
  void theFacilitatorTestsWhetherTheArgumentsAreThere() {
    raised();

    assertThat(ledger.refused(Estate.MEMBER, test(true, null)).refusal())
        .isEqualTo(Refusal.NOT_FACILITATOR);
    assertThat(ledger.refused(Estate.LEAD, test(false, " ")).refusal())
        .isEqualTo(Refusal.VALUE_MISSING);
    assertThat(ledger.send(Estate.LEAD, test(true, null)).getFirst())
        .isInstanceOf(ObjectionSustained.class);
    assertThat(ledger.refused(Estate.LEAD, test(true, null)).refusal())
        .isEqualTo(Refusal.OBJECTION_ALREADY_SUSTAINED);
    assertThat(ledger.send(Estate.LEAD, test(false, "It is not caused by this")).getFirst())
        .isInstanceOf(ObjectionDismissed.class);
    assertThat(ledger.refused(Estate.LEAD, test(true, null)).refusal())
        .isEqualTo(Refusal.OBJECTION_SETTLED);
  }

  @Test
  void anObjectionIsThatOfItsRound() {
    raised();
    TestObjection elsewhere =
        new TestObjection(Council.ROUND, new ObjectionId("o-2"), true, null, null);

    assertThat(ledger.refused(Estate.LEAD, elsewhere).refusal())
        .isEqualTo(Refusal.OBJECTION_UNKNOWN);
  }

  @Test
  void onlyTheObjectorTakesItBack() {
    raised();
    WithdrawObjection back = new WithdrawObjection(Council.ROUND, ID, "Met", null);

    assertThat(ledger.refused(Estate.LEAD, back).refusal()).isEqualTo(Refusal.NOT_THE_OBJECTOR);
    assertThat(ledger.send(Estate.MEMBER, back).getFirst()).isInstanceOf(ObjectionWithdrawn.class);
    assertThat(ledger.refused(Estate.MEMBER, back).refusal()).isEqualTo(Refusal.OBJECTION_SETTLED);
  }

  @Test
  void anObjectionIsIntegratedByANewTextOnly() {
    raised();
    IntegrateObjection met = new IntegrateObjection(Council.ROUND, ID, null);
    assertThat(ledger.refused(Estate.MEMBER, met).refusal()).isEqualTo(Refusal.TEXT_NOT_REVISED);
    ledger.send(
        Estate.MEMBER,
        new ReviseInitiative(Estate.INITIATIVE, null, null, null, null, "With a term."));

    assertThat(ledger.refused(Estate.OFFICER, met).refusal()).isEqualTo(Refusal.NOT_FACILITATOR);
    assertThat(((ObjectionIntegrated) ledger.send(Estate.MEMBER, met).getFirst()).textVersion())
        .isEqualTo(2);
  }

  private void raised() {
    ledger.send(Estate.MEMBER, raise(Council.ALL, "No term"));
  }

  private static RaiseObjection raise(
      Claims claims, @org.jspecify.annotations.Nullable String reason) {
    return new RaiseObjection(ID, Council.ROUND, claims, reason, null);
  }

  private static TestObjection test(
      boolean sustained, @org.jspecify.annotations.Nullable String reason) {
    return new TestObjection(Council.ROUND, ID, sustained, reason, null);
  }
}
