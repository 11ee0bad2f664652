package nl.korf.service.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.korf.model.DecisionId;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.Refusal;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.RoundEvent.BallotCast;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.InterestDeclared;
import nl.korf.model.facts.RoundEvent.OutcomeComputed;
import nl.korf.model.facts.RoundEvent.RoundOutcome;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.SubMandating;
import nl.korf.model.rules.Rule;
import nl.korf.service.authority.AskedAct;
import nl.korf.service.authority.RecordedCheck;
import nl.korf.service.decisions.TakeDecision;
import nl.korf.service.initiatives.WithdrawInitiative;
import nl.korf.service.kernel.Actor;
import nl.korf.service.mandates.AskedTerms;
import nl.korf.service.mandates.GrantMandate;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class CloseRoundTest {

  private final Council council = new Council();
  private final MemoryLedger ledger = council.ledger;

  @Test
  void adoptedOnItsOwnWorkTheGroupDecidesInTheSameAppend() {
    council.define(Council.majority());
    council.open(new AskedRound().into("adopted").command());
    council.all(Choice.YES);

    List<Fact> facts = council.close();

    assertThat(outcome(facts)).isEqualTo(RoundOutcome.ADOPTED);
    DecisionTaken taken = (DecisionTaken) facts.getLast();
    assertThat(taken.round()).isEqualTo(Council.ROUND);
    assertThat(taken.rule()).isEqualTo(Rule.MAJORITY);
    assertThat(taken.decidedFor()).isEqualTo(Party.of(Estate.GROUP));
    assertThat(taken.decidedBy()).isNull();
    assertThat(taken.stage()).isEqualTo("adopted");
    assertThat(taken.reviewAt()).isNotNull();
    assertThat(taken.competence().isOwnWork()).isTrue();
    assertThat(council.authority.checks()).isEmpty();
  }

  @Test
  void rejectedNothingIsDecided() {
    council.define(Council.majority());
    council.open(Council.plain());
    council.all(Choice.NO);

    List<Fact> facts = council.close();

    assertThat(facts).hasSize(1);
    assertThat(outcome(facts)).isEqualTo(RoundOutcome.REJECTED);
    assertThat(((OutcomeComputed) facts.getFirst()).failed()).isNotNull();
  }

  @Test
  void aGroupWithAMandateDecidesWithItsPowerAndTheGateKeepsOneRow() {
    ledger.send(Estate.MINISTER, toGroup());
    adopted(Estate.leaseOf(20_000, 1));

    DecisionTaken taken = (DecisionTaken) council.close().getLast();

    assertThat(taken.competence().verdict()).isEqualTo(Verdict.COMPETENT);
    assertThat(taken.mandatesUsed()).containsExactly(new MandateId("m-group"));
    assertThat(taken.principal()).isEqualTo(Estate.BODY);
    assertThat(council.authority.checks())
        .extracting(RecordedCheck::gate)
        .containsExactly("CloseRound");
    assertThat(council.authority.checks().getFirst().question().decider())
        .isEqualTo(Party.of(Estate.GROUP));
  }

  @Test
  void whatItsMembersMayDoCountsForNothingAndTheOutcomeWaits() {
    adopted(Estate.leaseOf(20_000, 1));

    List<Fact> facts = council.close();

    assertThat(facts).hasSize(1);
    assertThat(outcome(facts)).isEqualTo(RoundOutcome.ADOPTED);
    assertThat(council.authority.checks().getFirst().proof().verdict())
        .isEqualTo(Verdict.NOT_COMPETENT);
  }

  @Test
  void anOutcomeThatWaitsIsCarriedOutByACompetentHolderOnce() {
    adopted(Estate.leaseOf(20_000, 1));
    council.close();

    assertThat(ledger.refused(Estate.OFFICER, carryOut("d-0", 30_000)).refusal())
        .isEqualTo(Refusal.ROUND_DECIDED_OTHERWISE);
    DecisionTaken taken =
        (DecisionTaken) ledger.send(Estate.OFFICER, carryOut("d-1", 20_000)).getFirst();
    assertThat(taken.round()).isEqualTo(Council.ROUND);
    assertThat(taken.rule()).isEqualTo(Rule.MAJORITY);
    assertThat(taken.decidedBy()).isEqualTo(Estate.OFFICER);
    assertThat(taken.decidedFor()).isEqualTo(Party.of(Estate.GROUP));
    assertThat(ledger.refused(Estate.OFFICER, carryOut("d-2", 20_000)).refusal())
        .isEqualTo(Refusal.ROUND_CARRIED_OUT);
  }

  @Test
  void onlyAnAdoptedRoundIsCarriedOut() {
    council.define(Council.majority());
    council.open(new AskedRound().on(Estate.leaseOf(20_000, 1)).command());
    assertThat(ledger.refused(Estate.OFFICER, carryOut("d-1", 20_000)).refusal())
        .isEqualTo(Refusal.ROUND_STILL_OPEN);
    council.all(Choice.NO);
    council.close();

    assertThat(ledger.refused(Estate.OFFICER, carryOut("d-1", 20_000)).refusal())
        .isEqualTo(Refusal.ROUND_NOT_ADOPTED);
  }

  @Test
  void whereOneDecidesThatPersonsCompetenceCounts() {
    council.define(Council.of(Rule.MANDATED));
    council.open(
        new AskedRound().decidedBy(Estate.OFFICER).on(Estate.leaseOf(20_000, 1)).command());
    council.vote(Estate.OFFICER, Choice.YES);

    DecisionTaken taken = (DecisionTaken) council.close().getLast();

    assertThat(taken.decidedBy()).isEqualTo(Estate.OFFICER);
    assertThat(taken.mandatesUsed()).containsExactly(Estate.SUB, Estate.ROOT);
  }

  @Test
  void aWithdrawnInitiativeIsNotDecidedAbout() {
    council.define(Council.majority());
    council.open(Council.plain());
    council.all(Choice.YES);
    ledger.send(Estate.MEMBER, new WithdrawInitiative(Estate.INITIATIVE, "No"));

    assertThat(council.close()).hasSize(1);
  }

  @Test
  void aRoundIsNotClosedBeforeItsTime() {
    council.define(Council.majority());
    council.open(Council.plain());

    assertThat(ledger.refused(Estate.MEMBER, new CloseRound(Council.ROUND)).refusal())
        .isEqualTo(Refusal.ROUND_NOT_CLOSABLE);
    assertThat(ledger.refused(Estate.OUTSIDER, new CloseRound(Council.ROUND)).refusal())
        .isEqualTo(Refusal.NOT_IN_GROUP);
  }

  @Test
  void theTimerClosesTooAndWhoComesLateFindsItClosed() {
    council.define(Council.majority());
    council.open(Council.plain());
    council.all(Choice.YES);
    ledger.pass(Council.WEEK);

    assertThat(ledger.send(Actor.system("timer"), new CloseRound(Council.ROUND))).hasSize(2);
    assertThat(ledger.refused(Estate.MEMBER, new CloseRound(Council.ROUND)).refusal())
        .isEqualTo(Refusal.ROUND_CLOSED);
  }

  @Test
  void closingRestsOnEverythingThatWasSaid() {
    council.define(Council.majority());
    council.open(Council.plain());
    council.close();

    assertThat(
            ledger.dependsOn(
                new BallotCast(Council.ROUND, Estate.OFFICER, Choice.YES, false, 1, null)))
        .isTrue();
    assertThat(ledger.dependsOn(new InterestDeclared(Council.ROUND, Estate.OFFICER, null, null)))
        .isTrue();
  }

  private void adopted(AskedAct act) {
    council.define(Council.majority());
    council.open(new AskedRound().on(act).command());
    council.all(Choice.YES);
  }

  private static TakeDecision carryOut(String id, long euro) {
    return new TakeDecision(
        new DecisionId(id),
        Estate.INITIATIVE,
        Estate.name("Lease"),
        Estate.leaseOf(euro, 1),
        null,
        null,
        null,
        null,
        null,
        null,
        Council.ROUND,
        null,
        null,
        List.of());
  }

  private static GrantMandate toGroup() {
    AskedTerms terms =
        new AskedTerms(
            MandateKind.PROXY,
            null,
            null,
            Estate.BODY,
            Party.of(Estate.MINISTER_ROLE),
            Party.of(Estate.GROUP),
            Estate.CONTRACTS,
            null,
            List.of(Estate.perAct(50_000)),
            null,
            null,
            null,
            null,
            SubMandating.NO,
            null,
            null,
            null,
            null,
            null);
    return new GrantMandate(new MandateId("m-group"), terms, Estate.RECORD, null, null);
  }

  private static RoundOutcome outcome(List<Fact> facts) {
    return ((OutcomeComputed) facts.getFirst()).outcome();
  }
}
