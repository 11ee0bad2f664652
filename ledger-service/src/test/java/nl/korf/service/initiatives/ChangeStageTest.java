package nl.korf.service.initiatives;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class ChangeStageTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aStageChangesToAnother() {
    assertThat(ledger.send(Estate.MEMBER, new ChangeStage(Estate.INITIATIVE, "draft", null)))
        .hasSize(1);
    assertThat(ledger.refused(new ChangeStage(Estate.INITIATIVE, "draft", null)).refusal())
        .isEqualTo(Refusal.STAGE_SAME);
    assertThat(ledger.send(new ChangeStage(Estate.INITIATIVE, "draft", "beta"))).hasSize(1);
  }
}
