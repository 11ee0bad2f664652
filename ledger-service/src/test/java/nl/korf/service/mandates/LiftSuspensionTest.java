package nl.korf.service.mandates;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class LiftSuspensionTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aLiftedSuspensionRestoresWhatIsBelow() {
    ledger.send(Estate.MINISTER, new SuspendMandate(Estate.ROOT, "Inquiry", null));

    assertThat(ledger.send(Estate.MINISTER, new LiftSuspension(Estate.ROOT, null, null)))
        .hasSize(1);
    assertThat(ledger.send(Estate.OFFICER, Estate.lease("d-1", 1, 1))).hasSize(1);
    assertThat(
            ledger.refused(Estate.MINISTER, new LiftSuspension(Estate.ROOT, null, null)).refusal())
        .isEqualTo(Refusal.MANDATE_NOT_SUSPENDED);
  }
}
