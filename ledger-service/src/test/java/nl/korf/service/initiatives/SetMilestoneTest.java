package nl.korf.service.initiatives;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class SetMilestoneTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void anInitiativeAimsAtAMilestone() {
    assertThat(ledger.send(Estate.MEMBER, new SetMilestone(Estate.INITIATIVE, "2026-Q3")))
        .hasSize(1);
    assertThat(ledger.refused(new SetMilestone(Estate.INITIATIVE, "2026-Q3")).refusal())
        .isEqualTo(Refusal.ALREADY_SO);
    assertThat(ledger.send(new SetMilestone(Estate.INITIATIVE, null))).hasSize(1);
  }
}
