package nl.korf.service.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.Refusal;
import nl.korf.model.facts.RoundEvent.RoundWithdrawn;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class WithdrawRoundTest {

  private final Council council = Council.holding(Council.majority());
  private final MemoryLedger ledger = council.ledger;
  private final WithdrawRound back = new WithdrawRound(Council.ROUND, "The plan changes", null);

  @Test
  void whoLeadsTheGroupTakesTheQuestionBackOnce() {
    assertThat(ledger.refused(Estate.MEMBER, back).refusal()).isEqualTo(Refusal.NOT_GROUP_LEAD);
    assertThat(ledger.refused(Estate.LEAD, new WithdrawRound(Council.ROUND, null, null)).refusal())
        .isEqualTo(Refusal.VALUE_MISSING);
    assertThat(ledger.send(Estate.LEAD, back).getFirst()).isInstanceOf(RoundWithdrawn.class);
    assertThat(ledger.refused(Estate.LEAD, back).refusal()).isEqualTo(Refusal.ROUND_CLOSED);
  }
}
