package nl.korf.service.initiatives;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.GroupId;
import nl.korf.model.Refusal;
import nl.korf.service.groups.FormGroup;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class TransferInitiativeTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void anotherGroupTakesOver() {
    ledger.send(
        new FormGroup(new GroupId("other"), Estate.name("Other"), "team", null, null, null, null));

    assertThat(
            ledger.send(
                Estate.MEMBER, new TransferInitiative(Estate.INITIATIVE, new GroupId("other"))))
        .hasSize(1);
    assertThat(
            ledger
                .refused(Estate.MEMBER, new ChangeStage(Estate.INITIATIVE, "next", null))
                .refusal())
        .isEqualTo(Refusal.NOT_IN_OWNER_GROUP);
  }
}
