package nl.korf.service.mandates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.korf.model.Refusal;
import nl.korf.model.money.Limit;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class NarrowMandateTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aNarrowerLimitBindsAllBelow() {
    assertThat(ledger.send(Estate.MINISTER, narrow(Estate.perAct(10_000)))).hasSize(1);
    assertThat(ledger.refused(Estate.OFFICER, Estate.lease("d-1", 20_000, 1)).refusal())
        .isEqualTo(Refusal.OVER_LIMIT);
  }

  @Test
  void aMandateNeverWidens() {
    assertThat(ledger.refused(Estate.MINISTER, narrow(Estate.perAct(2_000_000))).refusal())
        .isEqualTo(Refusal.WIDENS);
  }

  @Test
  void itsHolderDoesNotNarrowIt() {
    assertThat(ledger.refused(Estate.OFFICER, narrow(Estate.perAct(1))).refusal())
        .isEqualTo(Refusal.NOT_UPSTREAM);
  }

  @Test
  void aReasonIsGiven() {
    NarrowMandate without =
        new NarrowMandate(
            Estate.ROOT, null, List.of(Estate.perAct(1)), null, null, null, " ", null);

    assertThat(ledger.refused(Estate.MINISTER, without).refusal()).isEqualTo(Refusal.VALUE_MISSING);
  }

  private static NarrowMandate narrow(Limit limit) {
    return new NarrowMandate(Estate.ROOT, null, List.of(limit), null, null, null, "Too wide", null);
  }
}
