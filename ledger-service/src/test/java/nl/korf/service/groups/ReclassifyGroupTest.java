package nl.korf.service.groups;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class ReclassifyGroupTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aGroupBecomesOneOfAnotherKind() {
    assertThat(ledger.send(Estate.LEAD, new ReclassifyGroup(Estate.GROUP, "committee"))).hasSize(1);
    assertThat(ledger.refused(new ReclassifyGroup(Estate.GROUP, "committee")).refusal())
        .isEqualTo(Refusal.ALREADY_SO);
  }
}
