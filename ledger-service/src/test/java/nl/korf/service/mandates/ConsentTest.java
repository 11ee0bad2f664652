package nl.korf.service.mandates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.GroupId;
import nl.korf.model.LegalReference;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.RoleId;
import nl.korf.model.facts.BodyEvent.Register;
import nl.korf.model.facts.BodyEvent.RegisterNumber;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.MandateEvent.MandateAccepted;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.facts.RoleEvent.Cardinality;
import nl.korf.model.mandates.WrittenRecord;
import nl.korf.service.bodies.RegisterBody;
import nl.korf.service.groups.AddMember;
import nl.korf.service.groups.FormGroup;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import nl.korf.service.people.RegisterPerson;
import nl.korf.service.roles.AppointToRole;
import nl.korf.service.roles.RegisterRole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The minister offers a mandate to the keeper of a water authority (Awb 10:4, 10:5, 3:42). */
class ConsentTest {

  private static final PersonId REEVE = new PersonId("p-reeve");
  private static final PersonId KEEPER = new PersonId("p-keeper");
  private static final BodyId WATER = new BodyId("water");
  private static final RoleId REEVE_ROLE = new RoleId("r-reeve");
  private static final RoleId KEEPER_ROLE = new RoleId("r-keeper");
  private static final Cardinality MANY = Cardinality.MANY;
  private static final MandateId OFFER = new MandateId("m-keeper");

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @BeforeEach
  void anotherOrganisation() {
    RegisterNumber number = new RegisterNumber(Register.OIN, "00000001234567890001");
    ledger.send(new RegisterBody(WATER, Estate.name("Water"), number, "water", null, null));
    ledger.send(
        new RegisterRole(REEVE_ROLE, Estate.name("Reeve"), WATER, WATER, null, null, MANY, null));
    ledger.send(
        new RegisterRole(KEEPER_ROLE, Estate.name("Keeper"), WATER, null, null, null, null, null));
    ledger.send(new RegisterPerson(REEVE, false));
    ledger.send(new RegisterPerson(KEEPER, false));
    ledger.send(new AppointToRole(REEVE_ROLE, REEVE, null, null));
    ledger.send(new AppointToRole(KEEPER_ROLE, KEEPER, null, null));
  }

  @Test
  void theGrantNamesWhoseConsentItWaitsForAndCountsFromTheLast() {
    MandateGranted offered = (MandateGranted) ledger.send(Estate.MINISTER, offer()).getFirst();

    assertThat(offered.consents()).containsExactly(Party.of(KEEPER_ROLE), Party.of(WATER));
    assertThat(ledger.refused(KEEPER, Estate.lease("d-1", 1, 1)).refusal())
        .isEqualTo(Refusal.CONSENT_AWAITED);
    assertThat(ledger.send(KEEPER, accept(null))).hasSize(1);
    assertThat(ledger.refused(KEEPER, Estate.lease("d-1", 1, 1)).reasons().getFirst().values())
        .containsEntry("awaited", "body:water");
    assertThat(ledger.send(REEVE, accept(null))).hasSize(1);
    assertThat(ledger.send(KEEPER, Estate.lease("d-1", 1, 1))).hasSize(1);
  }

  @Test
  void onePersonWhoIsBothAnswersForBothInOneAct() {
    ledger.send(new AppointToRole(REEVE_ROLE, KEEPER, null, null));
    ledger.send(Estate.MINISTER, offer());

    List<Fact> facts = ledger.send(KEEPER, accept(null));

    assertThat(facts)
        .extracting(fact -> ((MandateAccepted) fact).party())
        .containsExactly(Party.of(KEEPER_ROLE), Party.of(WATER));
  }

  @Test
  void nobodyAnswersForAnother() {
    ledger.send(Estate.MINISTER, offer());

    assertThat(ledger.refused(KEEPER, accept(Party.of(WATER))).refusal())
        .isEqualTo(Refusal.CONSENT_NOT_YOURS);
    assertThat(ledger.refused(Estate.MINISTER, accept(null)).refusal())
        .isEqualTo(Refusal.CONSENT_NOT_YOURS);
    assertThat(ledger.send(new AcceptMandate(OFFER, null, null, KEEPER)))
        .as("a registrar records what the keeper did")
        .hasSize(1);
    assertThat(ledger.refused(KEEPER, accept(Party.of(KEEPER_ROLE))).refusal())
        .isEqualTo(Refusal.CONSENT_GIVEN_ALREADY);
    assertThat(ledger.refused(Estate.DIRECTOR, acceptOf(Estate.ROOT)).refusal())
        .isEqualTo(Refusal.CONSENT_NOT_AWAITED);
  }

  @Test
  void aRefusalNeedsAReasonAndEndsTheOffer() {
    ledger.send(Estate.MINISTER, offer());

    assertThat(ledger.refused(REEVE, new DeclineMandate(OFFER, null, null, null)).refusal())
        .isEqualTo(Refusal.VALUE_MISSING);
    ledger.send(REEVE, new DeclineMandate(OFFER, null, "We have no people for it", null));

    assertThat(ledger.refused(KEEPER, accept(null)).refusal())
        .isEqualTo(Refusal.MANDATE_ALREADY_DECLINED);
    assertThat(ledger.refused(KEEPER, Estate.lease("d-1", 1, 1)).refusal())
        .isEqualTo(Refusal.CONSENT_WITHHELD);
  }

  @Test
  void aStatuteCanProvideForIt() {
    LegalReference statute = LegalReference.cited("Water Act art. 1 (example)");
    MandateGranted granted =
        (MandateGranted) ledger.send(Estate.MINISTER, offer(Estate.RECORD, statute)).getFirst();

    assertThat(granted.consents()).isEmpty();
    assertThat(granted.consentByStatute()).isEqualTo(statute);
    assertThat(ledger.send(KEEPER, Estate.lease("d-1", 1, 1))).hasSize(1);
  }

  @Test
  void whatIsGivenElsewhereIsGivenInWriting() {
    assertThat(ledger.refused(Estate.MINISTER, offer(null, null)).refusal())
        .isEqualTo(Refusal.RECORD_MISSING);
  }

  @Test
  void whoLeadsAGroupAnswersForIt() {
    GroupId group = new GroupId("dikes");
    ledger.send(new FormGroup(group, Estate.name("Dikes"), "team", null, WATER, null, null));
    ledger.send(new AddMember(group, KEEPER, "lead"));
    AskedTerms terms = Estate.terms(Estate.BODY, Party.of(group), Estate.perAct(1_000));
    ledger.send(Estate.MINISTER, new GrantMandate(OFFER, terms, Estate.RECORD, null, null));

    assertThat(ledger.refused(Estate.MEMBER, accept(null)).refusal())
        .isEqualTo(Refusal.CONSENT_NOT_YOURS);
    assertThat(ledger.send(KEEPER, accept(Party.of(group)))).hasSize(1);
  }

  @Test
  void publishingChangesNothingInWhetherItCounts() {
    ledger.send(Estate.MINISTER, offer());

    assertThat(ledger.send(Estate.MINISTER, publish("Stcrt. 2026, 1"))).hasSize(1);
    assertThat(ledger.refused(Estate.MINISTER, publish("Stcrt. 2026, 1")).refusal())
        .isEqualTo(Refusal.ALREADY_SO);
    assertThat(ledger.refused(KEEPER, publish("elsewhere")).refusal())
        .isEqualTo(Refusal.NOT_UPSTREAM);
    assertThat(ledger.refused(Estate.MINISTER, publish(" ")).refusal())
        .isEqualTo(Refusal.VALUE_MISSING);
    assertThat(ledger.refused(KEEPER, Estate.lease("d-1", 1, 1)).refusal())
        .isEqualTo(Refusal.CONSENT_AWAITED);
  }

  private static GrantMandate offer() {
    return offer(Estate.RECORD, null);
  }

  private static GrantMandate offer(
      @Nullable WrittenRecord record, @Nullable LegalReference statute) {
    AskedTerms terms = Estate.terms(Estate.BODY, Party.of(KEEPER_ROLE), Estate.perAct(1_000));
    return new GrantMandate(OFFER, terms, record, statute, null);
  }

  private static AcceptMandate accept(@Nullable Party party) {
    return new AcceptMandate(OFFER, party, null, null);
  }

  private static AcceptMandate acceptOf(MandateId mandate) {
    return new AcceptMandate(mandate, null, null, null);
  }

  private static PublishMandate publish(String reference) {
    return new PublishMandate(OFFER, reference, null);
  }
}
