package nl.korf.service.groups;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.InitiativeId;
import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class ArchiveGroupTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aGroupThatStoppedOwnsNoNewInitiative() {
    assertThat(ledger.send(Estate.LEAD, new ArchiveGroup(Estate.GROUP, "Done"))).hasSize(1);
    assertThat(ledger.refused(Estate.propose(new InitiativeId("next"))).refusal())
        .isEqualTo(Refusal.OWNER_GROUP_NOT_ACTIVE);
    assertThat(ledger.refused(new ArchiveGroup(Estate.GROUP, null)).refusal())
        .isEqualTo(Refusal.ALREADY_SO);
  }
}
