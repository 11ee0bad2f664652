package nl.korf.service.groups;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class RenameGroupTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aGroupGoesByAnotherName() {
    assertThat(ledger.send(Estate.LEAD, new RenameGroup(Estate.GROUP, Estate.name("Homes"))))
        .hasSize(1);
    assertThat(ledger.refused(new RenameGroup(Estate.GROUP, Estate.name("Homes"))).refusal())
        .isEqualTo(Refusal.ALREADY_SO);
    assertThat(
            ledger
                .refused(Estate.MEMBER, new RenameGroup(Estate.GROUP, Estate.name("X")))
                .refusal())
        .isEqualTo(Refusal.NOT_GROUP_LEAD);
  }
}
