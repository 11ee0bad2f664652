package nl.korf.service.mandates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.korf.model.DecisionId;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.RoundId;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.mandates.SubMandating;
import nl.korf.model.rules.Rule;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a group holds, the group passes on: a member carries out what a round of it decided. */
class GroupSubMandateTest {

  private static final MandateId HELD = new MandateId("m-group");
  private static final DecisionId DECIDED = new DecisionId("d-pass-on");

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @BeforeEach
  void theGroupHoldsAMandate() {
    AskedTerms terms = Estate.terms(Estate.BODY, Party.of(Estate.GROUP), Estate.perAct(1_000));
    ledger.send(Estate.MINISTER, new GrantMandate(HELD, terms, Estate.RECORD, null, null));
  }

  @Test
  void aMemberCarriesOutWhatTheGroupDecidedOnce() {
    ledger.given(decided(new RoundId("round-1")));

    SubMandateGranted granted =
        (SubMandateGranted) ledger.send(Estate.MEMBER, passOn("m-1", DECIDED)).getFirst();

    assertThat(granted.groupDecision()).isEqualTo(DECIDED);
    assertThat(granted.terms().grantor()).isEqualTo(Party.of(Estate.GROUP));
    assertThat(ledger.refused(Estate.MEMBER, passOn("m-2", DECIDED)).refusal())
        .isEqualTo(Refusal.GROUP_DECISION_USED);
    assertThat(ledger.send(Estate.OFFICER, Estate.lease("d-1", 1, 1))).hasSize(1);
  }

  @Test
  void noMemberPassesItOnAlone() {
    assertThat(ledger.refused(Estate.LEAD, passOn("m-1", null)).refusal())
        .isEqualTo(Refusal.GROUP_DECIDES);
    assertThat(ledger.refused(Estate.LEAD, passOn("m-1", DECIDED)).refusal())
        .isEqualTo(Refusal.DECISION_UNKNOWN);
    ledger.given(decided(null));
    assertThat(ledger.refused(Estate.LEAD, passOn("m-1", DECIDED)).refusal())
        .as("no round led to it")
        .isEqualTo(Refusal.GROUP_DECIDES);
  }

  @Test
  void whoIsNoMemberDoesNotCarryItOut() {
    ledger.given(decided(new RoundId("round-1")));

    for (PersonId stranger : List.of(Estate.OUTSIDER, Estate.MINISTER)) {
      assertThat(ledger.refused(stranger, passOn("m-1", DECIDED)).refusal())
          .isEqualTo(Refusal.NOT_THE_HOLDER);
    }
  }

  private static SubMandate passOn(String id, @Nullable DecisionId decided) {
    AskedTerms terms = Estate.terms(null, Estate.OFFICER_ROLE, SubMandating.NO, Estate.perAct(500));
    return new SubMandate(new MandateId(id), HELD, terms, Estate.RECORD, null, decided, null);
  }

  /** As a round of the group would have it recorded. */
  private static DecisionTaken decided(@Nullable RoundId round) {
    return new DecisionTaken(
        DECIDED,
        null,
        Estate.name("Pass it on to the officer"),
        Rule.CONSENT,
        null,
        Party.of(Estate.GROUP),
        Estate.BODY,
        Estate.leaseOf(1, 1).act(),
        new CompetenceProof(Verdict.COMPETENT, 1, null, List.of(), null, Map.of()),
        List.of(HELD),
        List.of(),
        null,
        null,
        null,
        null,
        round,
        null,
        null,
        null);
  }
}
