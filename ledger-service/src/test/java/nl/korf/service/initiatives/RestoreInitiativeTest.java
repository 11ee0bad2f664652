package nl.korf.service.initiatives;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class RestoreInitiativeTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aWithdrawnInitiativeIsTakenUpAgain() {
    ledger.send(new WithdrawInitiative(Estate.INITIATIVE, null));

    assertThat(ledger.send(Estate.MEMBER, new RestoreInitiative(Estate.INITIATIVE, "Money")))
        .hasSize(1);
    assertThat(ledger.refused(new RestoreInitiative(Estate.INITIATIVE, null)).refusal())
        .isEqualTo(Refusal.INITIATIVE_NOT_WITHDRAWN);
    assertThat(ledger.send(new ChangeStage(Estate.INITIATIVE, "draft", null))).hasSize(1);
  }
}
