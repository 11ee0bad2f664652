package nl.korf.service.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class DissolveBodyTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aBodyIsDissolvedOnce() {
    assertThat(ledger.send(new DissolveBody(Estate.BODY, null))).hasSize(1);
    assertThat(ledger.refused(new DissolveBody(Estate.BODY, null)).refusal())
        .isEqualTo(Refusal.BODY_DISSOLVED);
  }

  @Test
  void nobodyButTheRegistrarDissolvesABody() {
    assertThat(ledger.refused(Estate.MINISTER, new DissolveBody(Estate.BODY, null)).refusal())
        .isEqualTo(Refusal.NOT_REGISTRAR);
  }
}
