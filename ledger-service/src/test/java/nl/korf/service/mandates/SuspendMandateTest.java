package nl.korf.service.mandates;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class SuspendMandateTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aSuspendedMandateDoesNotCountNorDoThoseBelow() {
    assertThat(ledger.send(Estate.MINISTER, new SuspendMandate(Estate.ROOT, "Inquiry", null)))
        .hasSize(1);
    assertThat(ledger.refused(Estate.OFFICER, Estate.lease("d-1", 1, 1)).refusal())
        .isEqualTo(Refusal.MANDATE_SUSPENDED);
    assertThat(
            ledger
                .refused(Estate.MINISTER, new SuspendMandate(Estate.ROOT, "Again", null))
                .refusal())
        .isEqualTo(Refusal.MANDATE_ALREADY_SUSPENDED);
  }
}
