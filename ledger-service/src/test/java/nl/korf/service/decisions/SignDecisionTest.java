package nl.korf.service.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.korf.model.DecisionId;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.Refusal;
import nl.korf.model.facts.DecisionEvent.DecisionSigned;
import nl.korf.model.mandates.MandateKind;
import nl.korf.service.authority.AskedAct;
import nl.korf.service.mandates.AskedTerms;
import nl.korf.service.mandates.GrantMandate;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

/** A body decides, another signs (Awb 10:11); a signing mandate decides nothing. */
class SignDecisionTest {

  private static final DecisionId BY_THE_MINISTER = new DecisionId("d-minister");
  private static final MandateId SIGNING = new MandateId("m-signing");

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void theHolderOfASigningMandateSignsWhatTheBodyDecided() {
    ledger.send(Estate.MINISTER, signingMandateForTheOfficer());
    ledger.send(Estate.MINISTER, Estate.lease(BY_THE_MINISTER.value(), 1, 1));

    DecisionSigned signed =
        (DecisionSigned) ledger.send(Estate.OFFICER, sign(BY_THE_MINISTER)).getFirst();

    assertThat(signed.mandate()).isEqualTo(SIGNING);
    assertThat(ledger.refused(Estate.OFFICER, sign(BY_THE_MINISTER)).refusal())
        .isEqualTo(Refusal.SIGNED_ALREADY);
  }

  @Test
  void whoHoldsNoneDoesNotSign() {
    ledger.send(Estate.MINISTER, Estate.lease(BY_THE_MINISTER.value(), 1, 1));

    assertThat(ledger.refused(Estate.OFFICER, sign(BY_THE_MINISTER)).refusal())
        .isEqualTo(Refusal.KIND_NOT_COVERED);
    assertThat(ledger.refused(Estate.OUTSIDER, sign(BY_THE_MINISTER)).refusal())
        .isEqualTo(Refusal.NO_MANDATE);
    assertThat(ledger.refused(Estate.OFFICER, sign(new DecisionId("d-404"))).refusal())
        .isEqualTo(Refusal.DECISION_UNKNOWN);
  }

  @Test
  void whatWasDecidedUnderMandateIsSignedByWhoDecidedIt() {
    ledger.send(Estate.MINISTER, signingMandateForTheOfficer());
    ledger.send(Estate.DIRECTOR, Estate.lease("d-director", 1, 1));

    assertThat(ledger.refused(Estate.OFFICER, sign(new DecisionId("d-director"))).refusal())
        .isEqualTo(Refusal.BODY_DID_NOT_DECIDE);
  }

  @Test
  void aSigningMandateDecidesNothing() {
    ledger.send(Estate.MINISTER, signingMandateForTheOfficer());
    AskedAct asked = Estate.leaseOf(1, 1);
    AskedAct signing =
        new AskedAct(
            asked.power(), MandateKind.SIGNATURE, null, null, null, null, null, null, null);
    TakeDecision decision =
        new TakeDecision(
            new DecisionId("d-1"),
            null,
            Estate.name("By signing"),
            signing,
            null,
            SIGNING,
            null,
            null,
            null,
            null);

    assertThat(ledger.refused(Estate.OFFICER, decision).refusal())
        .isEqualTo(Refusal.SIGNATURE_DECIDES_NOTHING);
  }

  private static SignDecision sign(DecisionId decision) {
    return new SignDecision(decision, null, null);
  }

  private static GrantMandate signingMandateForTheOfficer() {
    AskedTerms terms = Estate.terms(Estate.BODY, Party.of(Estate.OFFICER_ROLE));
    AskedTerms signing =
        new AskedTerms(
            MandateKind.SIGNATURE,
            List.of(),
            null,
            terms.principal(),
            terms.grantor(),
            terms.holder(),
            terms.power(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    return new GrantMandate(SIGNING, signing, Estate.RECORD, null, null);
  }
}
