package nl.korf.service.roles;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class AbolishRoleTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void byAnAbolishedRoleNobodyActs() {
    assertThat(ledger.send(new AbolishRole(Estate.DIRECTOR_ROLE, null))).hasSize(1);
    assertThat(
            ledger
                .refused(new AppointToRole(Estate.DIRECTOR_ROLE, Estate.MEMBER, null, null))
                .refusal())
        .isEqualTo(Refusal.ROLE_ABOLISHED);
    assertThat(ledger.refused(Estate.DIRECTOR, Estate.lease("d-1", 1, 1)).refusal())
        .isEqualTo(Refusal.NO_MANDATE);
  }

  @Test
  void aRoleIsAbolishedOnce() {
    assertThat(ledger.send(new AbolishRole(Estate.DIRECTOR_ROLE, null))).hasSize(1);
    assertThat(ledger.refused(new AbolishRole(Estate.DIRECTOR_ROLE, null)).refusal())
        .isEqualTo(Refusal.ROLE_ABOLISHED);
  }
}
