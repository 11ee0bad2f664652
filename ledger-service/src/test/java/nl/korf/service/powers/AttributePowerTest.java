package nl.korf.service.powers;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class AttributePowerTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aPowerIsAttributedToABodyOnce() {
    assertThat(ledger.send(new AttributePower(Estate.LEASES, Estate.BODY, null))).hasSize(1);
    assertThat(ledger.refused(new AttributePower(Estate.LEASES, Estate.BODY, null)).refusal())
        .isEqualTo(Refusal.ALREADY_ATTRIBUTED);
  }

  @Test
  void onlyTheRegistrarRecordsWhatTheLawGives() {
    assertThat(
            ledger
                .refused(Estate.MINISTER, new AttributePower(Estate.LEASES, Estate.BODY, null))
                .refusal())
        .isEqualTo(Refusal.NOT_REGISTRAR);
  }
}
