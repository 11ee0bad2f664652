package nl.korf.service.initiatives;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class WithdrawInitiativeTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aWithdrawnInitiativeDoesNotChangeAndIsNotDecided() {
    assertThat(ledger.send(Estate.MEMBER, new WithdrawInitiative(Estate.INITIATIVE, "No money")))
        .hasSize(1);
    assertThat(ledger.refused(new ChangeStage(Estate.INITIATIVE, "draft", null)).refusal())
        .isEqualTo(Refusal.INITIATIVE_WITHDRAWN);
    assertThat(ledger.refused(Estate.OFFICER, Estate.lease("d-1", 1, 1)).refusal())
        .isEqualTo(Refusal.INITIATIVE_WITHDRAWN);
  }
}
