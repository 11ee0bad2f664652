package nl.korf.service.initiatives;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class AddParticipantTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aGroupTakesPartOnce() {
    assertThat(ledger.send(Estate.MEMBER, new AddParticipant(Estate.INITIATIVE, Estate.GROUP)))
        .hasSize(1);
    assertThat(ledger.refused(new AddParticipant(Estate.INITIATIVE, Estate.GROUP)).refusal())
        .isEqualTo(Refusal.ALREADY_SO);
  }
}
