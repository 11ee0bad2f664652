package nl.korf.service.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.korf.model.LocalizedText;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused.Reason;
import nl.korf.model.RoundId;
import nl.korf.model.RuleId;
import nl.korf.model.facts.DecisionEvent.DissentRecorded;
import nl.korf.model.facts.RoundEvent.AdviceGiven;
import nl.korf.model.facts.RoundEvent.Elector;
import nl.korf.model.facts.RoundEvent.RoundOpened;
import nl.korf.model.facts.RoundEvent.Stance;
import nl.korf.model.rules.Base;
import nl.korf.model.rules.Fraction;
import nl.korf.model.rules.Rule;
import nl.korf.model.rules.RuleRef;
import nl.korf.model.rules.RuleSpec;
import nl.korf.model.view.DecisionRows.DecisionState;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordDissentTest {

  private static final RoundId ROUND = new RoundId("round-1");

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @BeforeEach
  void decided() {
    ledger.given(opened());
    ledger.given(
        new AdviceGiven(
            ROUND, Party.of(Estate.MINISTER_ROLE), Estate.MINISTER, Stance.AGAINST, null));
    ledger.given(Leases.told("d-1", Estate.OFFICER, true, ROUND));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"p-officer", "p-member", "p-lead", "p-director", "p-minister"})
  void whoHasAPartInItDiffersAndNothingIsBlocked(String person) {
    DissentRecorded dissent =
        (DissentRecorded) ledger.send(new PersonId(person), Leases.dissent("d-1")).getFirst();

    assertThat(dissent.person()).isEqualTo(new PersonId(person));
    assertThat(Leases.state(ledger, "d-1")).isEqualTo(DecisionState.IN_FORCE);
  }

  @Test
  void whoHasNoPartInItDoesNot() {
    assertThat(ledger.refused(Estate.OUTSIDER, Leases.dissent("d-1")).refusal())
        .isEqualTo(Refusal.NO_PART_IN_DECISION);
  }

  @Test
  void oneDiffersOnceAndInWords() {
    ledger.send(Estate.MEMBER, Leases.dissent("d-1"));

    assertThat(
            ledger.refused(Estate.MEMBER, new RecordDissent(Leases.id("d-1"), " ", null)).reasons())
        .extracting(Reason::refusal)
        .containsExactly(Refusal.VALUE_MISSING, Refusal.ALREADY_DISSENTED);
  }

  private static RuleSpec consent() {
    return new RuleSpec(
        Rule.CONSENT,
        Duration.ofDays(7),
        new Fraction(0, 1),
        0,
        new Fraction(1, 2),
        true,
        Base.YES_AND_NO,
        true,
        false,
        null,
        false,
        0,
        null,
        List.of(),
        null,
        List.of(),
        List.of(),
        null,
        null,
        null);
  }

  /** The director is no member of the group, but was an elector. */
  private RoundOpened opened() {
    return new RoundOpened(
        ROUND,
        Estate.GROUP,
        Estate.INITIATIVE,
        1,
        null,
        LocalizedText.en("New office"),
        List.of(new Elector(Estate.DIRECTOR, 1, null)),
        new RuleRef(new RuleId("consent"), 1),
        consent(),
        Instant.parse("2026-01-10T00:00:00Z"),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
