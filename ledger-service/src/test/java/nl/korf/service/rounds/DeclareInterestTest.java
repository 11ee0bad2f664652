package nl.korf.service.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.Refusal;
import nl.korf.model.facts.RoundEvent.InterestDeclared;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class DeclareInterestTest {

  private final Council council = Council.holding(Council.majority());
  private final MemoryLedger ledger = council.ledger;
  private final DeclareInterest interest = new DeclareInterest(Council.ROUND, null, "A flat", null);

  @Test
  void anElectorStepsBackOnceAndForGood() {
    assertThat(((InterestDeclared) ledger.send(Estate.MEMBER, interest).getFirst()).person())
        .isEqualTo(Estate.MEMBER);
    assertThat(ledger.refused(Estate.MEMBER, interest).refusal())
        .isEqualTo(Refusal.RECUSED_FROM_ROUND);
    assertThat(ledger.refused(Estate.OUTSIDER, interest).refusal())
        .isEqualTo(Refusal.NOT_AN_ELECTOR);
  }

  @Test
  void afterTheDeadlineItIsTooLate() {
    ledger.pass(Council.WEEK);

    assertThat(ledger.refused(Estate.MEMBER, interest).refusal()).isEqualTo(Refusal.TOO_LATE);
  }
}
