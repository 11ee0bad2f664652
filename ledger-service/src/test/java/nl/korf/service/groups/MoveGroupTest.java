package nl.korf.service.groups;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.GroupId;
import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class MoveGroupTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aGroupNeverStandsBelowItself() {
    ledger.send(
        new FormGroup(
            new GroupId("sub"), Estate.name("Sub"), "team", Estate.GROUP, null, null, null));

    assertThat(ledger.refused(new MoveGroup(Estate.GROUP, new GroupId("sub"))).refusal())
        .isEqualTo(Refusal.GROUP_CYCLE);
    assertThat(ledger.refused(new MoveGroup(Estate.GROUP, Estate.GROUP)).refusal())
        .isEqualTo(Refusal.GROUP_CYCLE);
    assertThat(ledger.send(new MoveGroup(new GroupId("sub"), null))).hasSize(1);
    assertThat(ledger.refused(new MoveGroup(new GroupId("sub"), null)).refusal())
        .isEqualTo(Refusal.ALREADY_SO);
  }
}
