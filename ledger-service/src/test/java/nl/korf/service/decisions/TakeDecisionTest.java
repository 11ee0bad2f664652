package nl.korf.service.decisions;

import static nl.korf.service.memory.Estate.lease;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.korf.model.FreeText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.MandateEvent.MandateRevoked;
import nl.korf.model.money.Bound;
import nl.korf.model.money.Limit;
import nl.korf.service.authority.RecordedCheck;
import nl.korf.service.mandates.RevokeMandate;
import nl.korf.service.mandates.SubMandate;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class TakeDecisionTest {

  private final MemoryAuthority authority = new MemoryAuthority();
  private final MemoryLedger ledger = Estate.standing(authority);

  @Test
  void aCompetentHolderDecidesAndTheFactCarriesTheProof() {
    DecisionTaken taken = take(lease("d-1", 20_000, 5));

    assertThat(taken.competence().verdict()).isEqualTo(Verdict.COMPETENT);
    assertThat(taken.competence().path())
        .extracting(CompetenceProof.Step::mandate)
        .containsExactly(Estate.SUB, Estate.ROOT);
    assertThat(taken.mandatesUsed()).containsExactly(Estate.SUB, Estate.ROOT);
    assertThat(taken.capsUsed()).isEmpty();
    assertThat(taken.principal()).isEqualTo(Estate.BODY);
    assertThat(taken.decidedFor()).isEqualTo(Party.of(Estate.GROUP));
  }

  @Test
  void theRentOfOneYearFitsWhereTheFullTermDoesNot() {
    assertThat(take(lease("d-1", 90_000, 1)).decidedBy()).isEqualTo(Estate.OFFICER);

    Refused refused = ledger.refused(Estate.OFFICER, lease("d-2", 90_000, 10));

    assertThat(refused.refusal()).isEqualTo(Refusal.OVER_LIMIT);
    assertThat(refused.getMessage()).contains("d-2", "m-officer", "900000", "100000");
  }

  @Test
  void aRevocationAboveEndsTheMandateBelowAndANewOneWorksAgain() {
    ledger.send(
        Estate.MINISTER, new RevokeMandate(Estate.ROOT, "Reorganised", null, Estate.RECORD, null));

    Refused refused = ledger.refused(Estate.OFFICER, lease("d-1", 20_000, 1));
    assertThat(refused.refusal()).isEqualTo(Refusal.MANDATE_REVOKED);
    assertThat(refused.getMessage()).contains("m-root");

    MandateId anew = new MandateId("m-root-2");
    ledger.send(
        Estate.MINISTER, Estate.grant(anew, Estate.DIRECTOR_ROLE, Estate.perAct(1_000_000)));
    ledger.send(Estate.DIRECTOR, sub("m-officer-2", anew, Estate.perAct(50_000)));

    assertThat(take(lease("d-2", 20_000, 1)).mandatesUsed())
        .containsExactly(new MandateId("m-officer-2"), anew);
  }

  @Test
  void aRefusalNamesTheNearestPathAndThePredicate() {
    Refused refused = ledger.refused(Estate.OUTSIDER, lease("d-1", 1, 1));

    assertThat(refused.refusal()).isEqualTo(Refusal.NO_MANDATE);
    assertThat(refused.reasons().getFirst().values()).containsEntry("failed", "holds-a-mandate");
  }

  @Test
  void everyPassageOfTheGateLeavesOneRowRefusalsIncluded() {
    take(lease("d-1", 20_000, 5));
    ledger.refused(Estate.OFFICER, lease("d-2", 900_000, 10));

    assertThat(authority.checks())
        .extracting(check -> check.proof().verdict())
        .containsExactly(Verdict.COMPETENT, Verdict.NOT_COMPETENT);
    assertThat(authority.checks()).extracting(RecordedCheck::gate).containsOnly("TakeDecision");
  }

  @Test
  void aRecordedCheckGivesTheSameVerdictFromItsReferences() {
    take(lease("d-1", 20_000, 5));
    ledger.refused(Estate.OFFICER, lease("d-2", 900_000, 10));
    ledger.refused(Estate.OUTSIDER, lease("d-3", 1, 1));
    ledger.send(
        Estate.MINISTER, new RevokeMandate(Estate.ROOT, "Reorganised", null, Estate.RECORD, null));

    for (RecordedCheck check : authority.checks()) {
      CompetenceProof proof = check.proof();
      assertThat(check.question().answer(authority.asOf(proof.asKnownAt(), on(proof))))
          .isEqualTo(proof);
    }
  }

  @Test
  void aReadModelThatIsBehindNeitherHidesAMandateNorShowsARevokedOne() {
    long before = ledger.facts().size();
    ledger.send(
        Estate.MINISTER,
        Estate.grant(new MandateId("m-own"), Estate.OFFICER_ROLE, Estate.perAct(500_000)));
    authority.holdAt(before);
    assertThat(take(lease("d-1", 400_000, 1)).mandatesUsed())
        .containsExactly(new MandateId("m-own"));

    authority.holdAt(ledger.facts().size());
    ledger.send(
        Estate.MINISTER,
        new RevokeMandate(new MandateId("m-own"), "No longer", null, Estate.RECORD, null));
    assertThat(ledger.refused(Estate.OFFICER, lease("d-2", 400_000, 1)).refusal())
        .isIn(Refusal.OVER_LIMIT, Refusal.MANDATE_REVOKED);
  }

  @Test
  void aCapCountsWhatAllBelowItUsed() {
    MandateId capped = new MandateId("m-capped");
    Limit cap = Limit.cumulative(Estate.LEASE, Estate.euro(100_000), Bound.INCLUSIVE);
    ledger.send(
        Estate.MINISTER, new RevokeMandate(Estate.ROOT, "Capped", null, Estate.RECORD, null));
    ledger.send(Estate.MINISTER, Estate.grant(capped, Estate.DIRECTOR_ROLE, cap));
    ledger.send(Estate.DIRECTOR, sub("m-below", capped, cap));

    assertThat(take(lease("d-1", 60_000, 1)).capsUsed())
        .containsExactly(new MandateId("m-below"), capped);
    assertThat(ledger.refused(Estate.DIRECTOR, lease("d-2", 60_000, 1)).refusal())
        .isEqualTo(Refusal.OVER_CAP);
    assertThat(ledger.send(Estate.DIRECTOR, lease("d-3", 40_000, 1))).hasSize(1);
  }

  @Test
  void aDecisionDependsOnWhatChangesItsMandatesNotOnWhatUsesThem() {
    DecisionTaken taken = take(lease("d-1", 20_000, 5));

    assertThat(ledger.dependsOn(new MandateRevoked(Estate.ROOT, FreeText.of("x"), null))).isTrue();
    assertThat(ledger.dependsOn(another(taken))).isFalse();
  }

  @Test
  void oneDecisionMovesTheStageAndTheNextCannotDoSoAgain() {
    assertThat(take(inStage("d-1", "adopted")).stage()).isEqualTo("adopted");

    assertThat(ledger.refused(Estate.OFFICER, inStage("d-2", "adopted")).refusal())
        .isEqualTo(Refusal.STAGE_SAME);
  }

  @Test
  void nobodyDecidesAsAnotherButARegistrarRecordsIt() {
    TakeDecision asOfficer = by(lease("d-1", 1, 1));

    assertThat(ledger.refused(Estate.OUTSIDER, asOfficer).refusal())
        .isEqualTo(Refusal.ACTS_AS_ANOTHER);
    assertThat(((DecisionTaken) ledger.send(asOfficer).getFirst()).decidedBy())
        .isEqualTo(Estate.OFFICER);
  }

  @Test
  void whoEmbodiesTheBodyNeedsNoMandate() {
    DecisionTaken taken =
        (DecisionTaken) ledger.send(Estate.MINISTER, lease("d-1", 9_000_000, 10)).getFirst();

    assertThat(taken.mandatesUsed()).isEmpty();
    assertThat(taken.principal()).isEqualTo(Estate.BODY);
  }

  @Test
  void itIsDecidedForSomebodyWhoExists() {
    assertThat(ledger.refused(Estate.OFFICER, decidedFor("group:none")).refusal())
        .isEqualTo(Refusal.GROUP_UNKNOWN);
    assertThat(ledger.refused(Estate.OFFICER, decidedFor("role:none")).refusal())
        .isEqualTo(Refusal.ROLE_UNKNOWN);
    assertThat(take(decidedFor("group:" + Estate.GROUP)).decidedFor())
        .isEqualTo(Party.of(Estate.GROUP));
  }

  @Test
  void anIdentifierIsNeverUsedTwice() {
    take(lease("d-1", 1, 1));

    assertThat(ledger.refused(Estate.OFFICER, lease("d-1", 1, 1)).refusal())
        .isEqualTo(Refusal.DECISION_ID_TAKEN);
  }

  private DecisionTaken take(TakeDecision command) {
    return (DecisionTaken) ledger.send(Estate.OFFICER, command).getFirst();
  }

  private static SubMandate sub(String id, MandateId parent, Limit limit) {
    return Estate.subMandate(new MandateId(id), parent, Estate.OFFICER_ROLE, limit);
  }

  private static TakeDecision inStage(String id, String stage) {
    TakeDecision plain = lease(id, 1, 1);
    return new TakeDecision(
        plain.decision(),
        plain.initiative(),
        plain.title(),
        plain.act(),
        null,
        null,
        stage,
        null,
        null,
        null);
  }

  private static TakeDecision decidedFor(String party) {
    TakeDecision plain = lease("d-for", 1, 1);
    return new TakeDecision(
        plain.decision(),
        plain.initiative(),
        plain.title(),
        plain.act(),
        Party.parse(party),
        null,
        null,
        null,
        null,
        null);
  }

  private static TakeDecision by(TakeDecision plain) {
    return new TakeDecision(
        plain.decision(),
        plain.initiative(),
        plain.title(),
        plain.act(),
        null,
        null,
        null,
        null,
        null,
        Estate.OFFICER);
  }

  private static DecisionTaken another(DecisionTaken taken) {
    return new DecisionTaken(
        new nl.korf.model.DecisionId("d-other"),
        taken.initiative(),
        taken.title(),
        taken.rule(),
        taken.decidedBy(),
        taken.decidedFor(),
        taken.principal(),
        taken.act(),
        taken.competence(),
        taken.mandatesUsed(),
        List.of(),
        null,
        null,
        null);
  }

  private static java.time.Instant on(CompetenceProof proof) {
    return java.util.Objects.requireNonNull(proof.on());
  }
}
