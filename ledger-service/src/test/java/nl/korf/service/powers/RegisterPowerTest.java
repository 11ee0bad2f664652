package nl.korf.service.powers;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.PowerId;
import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegisterPowerTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aPowerStandsBelowOneThatExists() {
    assertThat(ledger.send(power("p-1", Estate.LEASES))).hasSize(1);
    assertThat(ledger.refused(power("p-2", new PowerId("nowhere"))).refusal())
        .isEqualTo(Refusal.POWER_UNKNOWN);
    assertThat(ledger.refused(power("leases", null)).refusal()).isEqualTo(Refusal.POWER_ID_TAKEN);
  }

  @Test
  void onlyTheRegistrarDescribesPowers() {
    assertThat(ledger.refused(Estate.MINISTER, power("p-1", null)).refusal())
        .isEqualTo(Refusal.NOT_REGISTRAR);
  }

  private static RegisterPower power(String id, @Nullable PowerId parent) {
    return new RegisterPower(new PowerId(id), Estate.name("Power"), parent, null, null, null);
  }
}
