package nl.korf.service.groups;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.InitiativeId;
import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class RestoreGroupTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aGroupThatStoppedTakesUpItsWorkAgain() {
    ledger.send(new DissolveGroup(Estate.GROUP, null));
    assertThat(ledger.send(new RestoreGroup(Estate.GROUP, "Needed"))).hasSize(1);
    assertThat(ledger.send(Estate.MEMBER, Estate.propose(new InitiativeId("next")))).hasSize(1);
    assertThat(ledger.refused(new RestoreGroup(Estate.GROUP, null)).refusal())
        .isEqualTo(Refusal.ALREADY_SO);
  }
}
