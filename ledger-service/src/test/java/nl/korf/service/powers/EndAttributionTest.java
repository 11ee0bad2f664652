package nl.korf.service.powers;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class EndAttributionTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void mandatesThatRestOnItNoLongerCount() {
    ledger.send(new EndAttribution(Estate.CONTRACTS, Estate.BODY, null));

    assertThat(ledger.refused(Estate.OFFICER, Estate.lease("d-1", 1, 1)).refusal())
        .isEqualTo(Refusal.ROOT_WITHOUT_POWER);
    assertThat(ledger.refused(new EndAttribution(Estate.CONTRACTS, Estate.BODY, null)).refusal())
        .isEqualTo(Refusal.NOT_ATTRIBUTED);
  }
}
