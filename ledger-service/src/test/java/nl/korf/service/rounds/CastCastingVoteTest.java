package nl.korf.service.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.korf.model.Party;
import nl.korf.model.Refusal;
import nl.korf.model.facts.RoundEvent.CastingVoteCast;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class CastCastingVoteTest {

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
    ledger.pass(Council.WEEK.plusDays(1));
    assertThat(ledger.send(Estate.LEAD, vote)).hasSize(1);
    ledger.pass(Duration.ofDays(1));

    assertThat(ledger.refused(Estate.LEAD, vote).refusal()).isEqualTo(Refusal.TOO_LATE);
  }

  @Test
  void whoSteppedBackBreaksNoTie() {
    ledger.send(Estate.LEAD, new DeclareInterest(Council.ROUND, null, null, null));

    assertThat(ledger.refused(Estate.LEAD, vote).refusal()).isEqualTo(Refusal.RECUSED_FROM_ROUND);
  }
}
