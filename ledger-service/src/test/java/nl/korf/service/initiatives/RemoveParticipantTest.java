package nl.korf.service.initiatives;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class RemoveParticipantTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aGroupStopsTakingPart() {
    ledger.send(new AddParticipant(Estate.INITIATIVE, Estate.GROUP));

    assertThat(ledger.send(Estate.LEAD, new RemoveParticipant(Estate.INITIATIVE, Estate.GROUP)))
        .hasSize(1);
    assertThat(ledger.refused(new RemoveParticipant(Estate.INITIATIVE, Estate.GROUP)).refusal())
        .isEqualTo(Refusal.ALREADY_SO);
  }
}
