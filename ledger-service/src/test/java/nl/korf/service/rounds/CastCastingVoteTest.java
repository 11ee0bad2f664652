package nl.korf.service.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.korf.model.Party;
import nl.korf.model.Refusal;
import nl.korf.model.RuleId;
import nl.korf.model.facts.RoundEvent.CastingVoteCast;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.rules.RuleRef;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class CastCastingVoteTest {

  private static final RuleRef MAJORITY = new RuleRef(new RuleId("preset-majority-of-votes"), 1);

  private final Council council = new Council();
  private final MemoryLedger ledger = council.ledger;
  private final CastCastingVote vote = new CastCastingVote(Council.ROUND, Choice.YES, null, null);

  CastCastingVoteTest() {
    council.define(Council.heard(Party.of(Estate.OFFICER), Party.of(Estate.BODY)));
    council.open(new AskedRound().tiesBrokenBy(Estate.LEAD).command());
  }

  @Test
  void onlyWhoWasNamedAtOpeningCastsIt() {
    assertThat(((CastingVoteCast) ledger.send(Estate.LEAD, vote).getFirst()).choice())
        .isEqualTo(Choice.YES);
    assertThat(ledger.refused(Estate.MEMBER, vote).refusal()).isEqualTo(Refusal.NO_CASTING_VOTE);
  }

  @Test
  void itComesWithinItsWindow() {
    tie();
    ledger.pass(Council.WEEK.plusDays(1));
    assertThat(ledger.send(Estate.LEAD, vote)).hasSize(1);
    ledger.pass(Duration.ofDays(1));

    assertThat(ledger.refused(Estate.LEAD, vote).refusal()).isEqualTo(Refusal.TOO_LATE);
  }

  @Test
  void afterTheDeadlineItIsTakenWhereThereIsATieToBreak() {
    Council plain = new Council();
    plain.open(new AskedRound().under(MAJORITY).tiesBrokenBy(Estate.LEAD).command());
    plain.vote(Estate.MEMBER, Choice.YES);
    plain.vote(Estate.OFFICER, Choice.YES);
    plain.ledger.pass(Council.WEEK);

    assertThat(plain.ledger.refused(Estate.LEAD, vote).refusal()).isEqualTo(Refusal.ROUND_CLOSABLE);
  }

  @Test
  void whoBreaksATieWithoutBeingAnElectorCanStepBackToo() {
    Council plain = new Council();
    plain.open(new AskedRound().under(MAJORITY).tiesBrokenBy(Estate.DIRECTOR).command());

    assertThat(
            plain.ledger.send(
                Estate.DIRECTOR, new DeclareInterest(Council.ROUND, null, null, null)))
        .hasSize(1);
    assertThat(plain.ledger.refused(Estate.DIRECTOR, vote).refusal())
        .isEqualTo(Refusal.RECUSED_FROM_ROUND);
  }

  private void tie() {
    council.vote(Estate.MEMBER, Choice.YES);
    council.vote(Estate.OFFICER, Choice.NO);
  }

  @Test
  void whoSteppedBackBreaksNoTie() {
    ledger.send(Estate.LEAD, new DeclareInterest(Council.ROUND, null, null, null));

    assertThat(ledger.refused(Estate.LEAD, vote).refusal()).isEqualTo(Refusal.RECUSED_FROM_ROUND);
  }
}
