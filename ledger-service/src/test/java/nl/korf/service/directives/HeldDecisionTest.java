package nl.korf.service.directives;

import static nl.korf.service.directives.Sample.INITIATIVE;
import static nl.korf.service.directives.Sample.LATER;
import static nl.korf.service.directives.Sample.MINISTER;
import static nl.korf.service.directives.Sample.hold;
import static nl.korf.service.directives.Sample.issue;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.korf.model.DirectiveId;
import nl.korf.model.InitiativeId;
import nl.korf.model.Party;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.model.Subject;
import nl.korf.model.directives.Effects;
import nl.korf.model.facts.DirectiveEvent.DirectiveType;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import nl.korf.service.roles.EndAppointment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a directive does to a decision, and when it stops doing so. */
class HeldDecisionTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aHoldLapsesWhileNobodyActs() {
    ledger.send(Estate.MINISTER, hold());

    Refused refused = ledger.refused(Estate.OFFICER, Estate.lease("d-1", 1_000, 1));
    assertThat(refused.refusal()).isEqualTo(Refusal.HELD);
    assertThat(refused.getMessage())
        .contains("d-hold", "role:r-minister", "position " + ledger.facts().size(), "2026-01-19");

    ledger.pass(Effects.HOLD_TERM.minus(MemoryLedger.ACT.multipliedBy(3)));
    assertThat(ledger.refused(Estate.OFFICER, Estate.lease("d-1", 1_000, 1)).refusal())
        .as("a minute before its end")
        .isEqualTo(Refusal.HELD);
    assertThat(ledger.send(Estate.OFFICER, Estate.lease("d-1", 1_000, 1)))
        .as("at its end, and nothing was recorded meanwhile")
        .hasSize(1);
  }

  @Test
  void aHoldStopsItsIssuerToo() {
    ledger.send(Estate.MINISTER, hold());

    assertThat(ledger.refused(Estate.MINISTER, Estate.lease("d-1", 1, 1)).refusal())
        .isEqualTo(Refusal.HELD);
  }

  @Test
  void aHoldOnTheGroupHoldsItsInitiatives() {
    ledger.send(Estate.MINISTER, hold("d-group", Subject.of(Estate.GROUP)));

    assertThat(ledger.refused(Estate.OFFICER, Estate.lease("d-1", 1, 1)).refusal())
        .isEqualTo(Refusal.HELD);
  }

  @Test
  void whatIsCalledInTheIssuerDecides() {
    ledger.send(
        Estate.MINISTER,
        issue("d-in", DirectiveType.CALL_IN, INITIATIVE, MINISTER, Estate.leaseOf(1, 1), LATER));

    assertThat(ledger.refused(Estate.OFFICER, Estate.lease("d-1", 1, 1)).refusal())
        .isEqualTo(Refusal.CALLED_IN);
    assertThat(ledger.send(Estate.MINISTER, Estate.lease("d-2", 1, 1))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"RECOMMEND", "INSTRUCT", "REPLACE"})
  void theOtherTypesRefuseNothing(DirectiveType type) {
    ledger.send(
        Estate.MINISTER, issue("d", type, INITIATIVE, MINISTER, Estate.leaseOf(1, 1), LATER));

    assertThat(ledger.send(Estate.OFFICER, Estate.lease("d-1", 1, 1))).hasSize(1);
  }

  @Test
  void aLiftedHoldHoldsNothing() {
    ledger.send(Estate.MINISTER, hold());
    ledger.send(Estate.MINISTER, new LiftDirective(Sample.HOLD, "Settled.", null));

    assertThat(ledger.send(Estate.OFFICER, Estate.lease("d-1", 1, 1))).hasSize(1);
  }

  @Test
  void anExtendedHoldLapsesAtItsNewEnd() {
    ledger.send(Estate.MINISTER, hold());
    ledger.send(Estate.MINISTER, new ExtendDirective(Sample.HOLD, null, "Not yet.", null));

    ledger.pass(Effects.HOLD_TERM);
    assertThat(ledger.refused(Estate.OFFICER, Estate.lease("d-1", 1, 1)).refusal())
        .isEqualTo(Refusal.HELD);
    ledger.pass(Effects.HOLD_TERM);
    assertThat(ledger.send(Estate.OFFICER, Estate.lease("d-1", 1, 1))).hasSize(1);
  }

  @Test
  void aHoldOnSomethingElseHoldsNothing() {
    ledger.send(Estate.MEMBER, Estate.propose(new InitiativeId("other")));
    ledger.send(Estate.MINISTER, hold("d-other", Subject.parse("initiative:other")));

    assertThat(ledger.send(Estate.OFFICER, Estate.lease("d-1", 1, 1))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "unknown, DIRECTIVE_UNKNOWN",
    "not the issuer, NOT_THE_ISSUER",
    "no reason, VALUE_MISSING",
    "lapsed, DIRECTIVE_ENDED",
    "lifted, DIRECTIVE_ENDED",
    "no hold, ONLY_HOLD_IS_EXTENDED",
    "again, EXTENDED_BEFORE",
    "too long, HOLD_TOO_LONG",
    "shorter, PERIOD_EMPTY",
  })
  void anExtensionIsRefused(String what, Refusal refusal) {
    ledger.send(Estate.MINISTER, hold());
    ledger.send(
        Estate.MINISTER, issue("d-in", DirectiveType.INSTRUCT, INITIATIVE, MINISTER, null, LATER));
    String id = what.equals("unknown") ? "no" : what.equals("no hold") ? "d-in" : "d-hold";
    given(what);
    ExtendDirective asked =
        new ExtendDirective(
            new DirectiveId(id),
            switch (what) {
              case "too long" -> ledger.now().plus(Effects.HOLD_TERM.multipliedBy(3));
              case "shorter" -> ledger.now().plus(Duration.ofDays(1));
              default -> null;
            },
            what.equals("no reason") ? null : "Not yet.",
            null);

    assertThat(
            ledger
                .refused(what.equals("not the issuer") ? Estate.LEAD : Estate.MINISTER, asked)
                .refusal())
        .isEqualTo(refusal);
  }

  private void given(String what) {
    switch (what) {
      case "lapsed" -> ledger.pass(Effects.HOLD_TERM);
      case "lifted" ->
          ledger.send(Estate.MINISTER, new LiftDirective(Sample.HOLD, "Settled.", null));
      case "again" ->
          ledger.send(Estate.MINISTER, new ExtendDirective(Sample.HOLD, null, "Not yet.", null));
      default -> {}
    }
  }

  @Test
  void whatARoleNobodyHoldsLeftBehindItsBodyLifts() {
    LiftDirective lifting = new LiftDirective(new DirectiveId("d-1"), "Settled.", null);
    ledger.send(
        Estate.DIRECTOR,
        issue(
            "d-1",
            DirectiveType.RECOMMEND,
            INITIATIVE,
            Party.of(Estate.DIRECTOR_ROLE),
            null,
            LATER));
    assertThat(ledger.refused(Estate.MINISTER, lifting).refusal())
        .as("as long as somebody holds the role")
        .isEqualTo(Refusal.NOT_THE_ISSUER);

    ledger.send(new EndAppointment(Estate.DIRECTOR_ROLE, Estate.DIRECTOR, null, null));

    assertThat(ledger.refused(Estate.OFFICER, lifting).refusal())
        .as("another role of that body")
        .isEqualTo(Refusal.NOT_THE_ISSUER);
    assertThat(ledger.send(Estate.MINISTER, lifting)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "unknown, DIRECTIVE_UNKNOWN",
    "not the issuer, NOT_THE_ISSUER",
    "no reason, VALUE_MISSING",
    "lapsed, DIRECTIVE_ENDED",
    "lifted, DIRECTIVE_ENDED",
  })
  void aLiftingIsRefused(String what, Refusal refusal) {
    ledger.send(Estate.MINISTER, hold());
    given(what);
    LiftDirective asked =
        new LiftDirective(
            new DirectiveId(what.equals("unknown") ? "no" : "d-hold"),
            what.equals("no reason") ? null : "Settled.",
            null);

    assertThat(
            ledger
                .refused(what.equals("not the issuer") ? Estate.LEAD : Estate.MINISTER, asked)
                .refusal())
        .isEqualTo(refusal);
  }
}
