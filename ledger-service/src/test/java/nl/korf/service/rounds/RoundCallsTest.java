package nl.korf.service.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.model.RoundId;
import nl.korf.model.facts.RoundEvent.Call;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.OutcomeComputed;
import nl.korf.model.facts.RoundEvent.RoundOutcome;
import nl.korf.model.rules.Fraction;
import nl.korf.model.rules.RuleRef;
import nl.korf.service.initiatives.ReviseInitiative;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

/** Second calls and fallbacks. */
class RoundCallsTest {

  private final Council council = new Council();
  private final MemoryLedger ledger = council.ledger;
  private final AskedRound asked = new AskedRound();

  RoundCallsTest() {
    council.define(Council.majority());
  }

  @Test
  void aSecondCallFollowsOnlyWhereItWasDeclared() {
    council.open(Council.plain());
    AskedRound second = asked.as("round-2").after(Council.ROUND, Call.SECOND_CALL);
    assertThat(refused(second)).isEqualTo(Refusal.ROUND_ALREADY_OPEN);
    council.all(Choice.YES);
    council.close();

    assertThat(ledger.refused(second.command()).reasons())
        .extracting(Refused.Reason::refusal)
        .contains(Refusal.CALL_OUTCOME_DIFFERS, Refusal.CALL_NOT_DECLARED);
    assertThat(refused(asked.as("round-2").after(new RoundId("nowhere"), Call.SECOND_CALL)))
        .isEqualTo(Refusal.ROUND_UNKNOWN);
  }

  @Test
  void aSecondCallIsMadeOnceAfterARoundWithoutQuorum() {
    council.define(Council.quorum(Fraction.TWO_THIRDS, null, true));
    AskedRound first = asked.under(new RuleRef(Council.RULE, 2));
    council.open(first.command());
    assertThat(((OutcomeComputed) council.close().getFirst()).outcome())
        .isEqualTo(RoundOutcome.NO_QUORUM);

    AskedRound second = first.as("round-2").after(Council.ROUND, Call.SECOND_CALL);
    assertThat(council.open(second.command())).hasSize(1);
    ledger.send(Estate.LEAD, new WithdrawRound(new RoundId("round-2"), "Enough", null));

    assertThat(refused(second.as("round-3"))).isEqualTo(Refusal.CALL_ALREADY_MADE);
    assertThat(
            ledger
                .refused(
                    second.as("round-3").after(new RoundId("round-2"), Call.SECOND_CALL).command())
                .reasons())
        .extracting(Refused.Reason::refusal)
        .contains(Refusal.CALL_OUTCOME_DIFFERS, Refusal.CALL_ALREADY_MADE);
  }

  @Test
  void aFallbackFollowsABlockedRoundByTheRuleDeclaredForIt() {
    RuleRef fallback = new RuleRef(Council.RULE, 1);
    council.define(Council.fallingBack(fallback));
    council.open(asked.under(new RuleRef(Council.RULE, 2)).command());
    ledger.send(
        Estate.OFFICER, new RaiseObjection(null, Council.ROUND, Council.ALL, "No term", null));
    ledger.send(
        Estate.MEMBER,
        new ReviseInitiative(Estate.INITIATIVE, null, null, null, null, "With a term."));
    assertThat(((OutcomeComputed) council.close().getFirst()).outcome())
        .isEqualTo(RoundOutcome.BLOCKED);

    AskedRound anew = asked.as("round-2").after(Council.ROUND, Call.FALLBACK);
    assertThat(refused(anew.under(new RuleRef(Council.RULE, 2))))
        .isEqualTo(Refusal.CALL_NOT_DECLARED);
    assertThat(council.open(anew.under(fallback).command())).hasSize(1);
  }

  private Refusal refused(AskedRound question) {
    return ledger.refused(question.command()).refusal();
  }
}
