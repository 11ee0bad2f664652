package nl.korf.service.initiatives;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class InvolvePersonTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aPersonHasAPartOnce() {
    assertThat(
            ledger.send(
                Estate.MEMBER, new InvolvePerson(Estate.INITIATIVE, Estate.OUTSIDER, "author")))
        .hasSize(1);
    assertThat(
            ledger
                .refused(new InvolvePerson(Estate.INITIATIVE, Estate.OUTSIDER, "author"))
                .refusal())
        .isEqualTo(Refusal.ALREADY_SO);
    assertThat(ledger.send(new InvolvePerson(Estate.INITIATIVE, Estate.OUTSIDER, "reviewer")))
        .hasSize(1);
  }
}
