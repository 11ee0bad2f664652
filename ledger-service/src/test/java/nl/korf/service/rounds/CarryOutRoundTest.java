package nl.korf.service.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.DirectiveId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LegalReference;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.Refusal;
import nl.korf.model.Subject;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.BodyEvent.Register;
import nl.korf.model.facts.BodyEvent.RegisterNumber;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.DirectiveEvent.DirectiveType;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.mandates.MandateTerms.Nature;
import nl.korf.model.mandates.Scope;
import nl.korf.model.mandates.SubMandating;
import nl.korf.model.money.Limit;
import nl.korf.model.rules.RuleRef;
import nl.korf.service.authority.RecordedCheck;
import nl.korf.service.bodies.RegisterBody;
import nl.korf.service.decisions.TakeDecision;
import nl.korf.service.directives.IssueDirective;
import nl.korf.service.directives.LiftDirective;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryLedger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A decision by way of a round is a decision like any other: what binds those binds it. */
class CarryOutRoundTest {

  private static final MandateId HELD = new MandateId("m-group");
  private static final DirectiveId HOLD = new DirectiveId("d-hold");

  private final Council council = new Council();
  private final MemoryLedger ledger = council.ledger;

  @Test
  void aHoldOnTheGroupHoldsTheOutcomeOfItsRound() {
    council.define(Council.majority());
    council.open(withoutAnInitiative());
    council.all(Choice.YES);
    assertThat(council.close()).as("the group itself is not competent").hasSize(1);
    ledger.send(Estate.MINISTER, hold());

    assertThat(ledger.refused(Estate.OFFICER, carryOut("d-1", null)).refusal())
        .isEqualTo(Refusal.HELD);

    ledger.send(Estate.MINISTER, new LiftDirective(HOLD, "Settled.", null));
    assertThat(ledger.send(Estate.OFFICER, carryOut("d-1", null))).as("the control").hasSize(1);
  }

  @Test
  void whatTheMinisterCarriesOutByOwnPowerStandsAgainstAHolder() {
    adopted();
    council.close();

    DecisionTaken taken =
        (DecisionTaken) ledger.send(Estate.MINISTER, carryOut("d-1", Estate.INITIATIVE)).getFirst();

    assertThat(taken.round()).isEqualTo(Council.ROUND);
    assertThat(taken.ownPower()).isEqualTo(Estate.BODY);
    assertThat(ledger.refused(Estate.OFFICER, Estate.lease("d-2", 20_000, 1)).refusal())
        .isEqualTo(Refusal.DECIDED_ALREADY);
  }

  @Test
  void theOutcomeOfAMandatedGroupWaitsWhereTheMinisterDecidedFirst() {
    ledger.given(mandate(Estate.BODY));
    adopted();
    ledger.send(Estate.MINISTER, Estate.lease("d-1", 20_000, 1));

    assertThat(council.close()).as("the outcome alone").hasSize(1);
    assertThat(council.authority.checks().getLast())
        .as("not for want of competence")
        .extracting(RecordedCheck::gate, check -> check.proof().verdict())
        .containsExactly("CloseRound", Verdict.COMPETENT);
  }

  @Test
  void theMinisterDecidingOtherwiseDoesNotHoldTheRoundUp() {
    ledger.given(mandate(Estate.BODY));
    adopted();
    ledger.send(Estate.OFFICER, Estate.lease("d-1", 20_000, 1));

    assertThat(council.close()).as("holders do not stand in each other's way").hasSize(2);
  }

  @Test
  void underADelegationTheDecisionOfARoundCitesIt() {
    BodyId agency = new BodyId("agency");
    ledger.send(
        new RegisterBody(
            agency,
            Estate.name("Agency"),
            new RegisterNumber(Register.OIN, "00000001234567890001"),
            "agency",
            null,
            null));
    ledger.given(delegation(agency));
    ledger.given(mandate(agency));
    adopted();

    List<Fact> facts = council.close();

    assertThat(((DecisionTaken) facts.getLast()).delegation()).isEqualTo(new MandateId("m-agency"));
    assertThat(((DecisionTaken) facts.getLast()).ownPower()).isNull();
  }

  private void adopted() {
    council.define(Council.majority());
    council.open(new AskedRound().on(Estate.leaseOf(20_000, 1)).command());
    council.all(Choice.YES);
  }

  private static OpenRound withoutAnInitiative() {
    return new OpenRound(
        Council.ROUND,
        Estate.GROUP,
        null,
        null,
        null,
        Estate.name("Lease"),
        null,
        new RuleRef(Council.RULE, 1),
        null,
        null,
        null,
        null,
        Estate.leaseOf(20_000, 1),
        null,
        null,
        null,
        "We take the lease.");
  }

  private static IssueDirective hold() {
    return new IssueDirective(
        HOLD,
        DirectiveType.HOLD,
        Subject.of(Estate.GROUP),
        Party.of(Estate.MINISTER_ROLE),
        null,
        LegalReference.cited("Awb art. 10:6"),
        null,
        "In so many words.",
        "The budget is not settled.",
        null);
  }

  private static TakeDecision carryOut(String id, @Nullable InitiativeId initiative) {
    return new TakeDecision(
        new DecisionId(id),
        initiative,
        Estate.name("Lease"),
        Estate.leaseOf(20_000, 1),
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

  private static MandateGranted delegation(BodyId to) {
    return granted("m-agency", MandateKind.DELEGATION, Estate.BODY, Party.of(to), List.of());
  }

  private static MandateGranted mandate(BodyId principal) {
    return granted(
        HELD.value(),
        MandateKind.PROXY,
        principal,
        Party.of(Estate.GROUP),
        List.of(Estate.perAct(50_000)));
  }

  private static MandateGranted granted(
      String id, MandateKind kind, BodyId principal, Party holder, List<Limit> limits) {
    return new MandateGranted(
        new MandateId(id),
        new MandateTerms(
            kind,
            List.of(),
            Nature.GRANTED,
            principal,
            Party.of(Estate.MINISTER_ROLE),
            holder,
            Estate.LEASES,
            Scope.INHERITED,
            limits,
            true,
            List.of(),
            List.of(),
            null,
            null,
            SubMandating.NO,
            0,
            null,
            null,
            LegalReference.cited("Act 1"),
            null));
  }
}
