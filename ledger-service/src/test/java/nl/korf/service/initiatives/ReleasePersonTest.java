package nl.korf.service.initiatives;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class ReleasePersonTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aPersonStepsBackThemselves() {
    ledger.send(new InvolvePerson(Estate.INITIATIVE, Estate.OUTSIDER, "author"));

    assertThat(
            ledger.send(
                Estate.OUTSIDER, new ReleasePerson(Estate.INITIATIVE, Estate.OUTSIDER, "author")))
        .hasSize(1);
    assertThat(
            ledger
                .refused(new ReleasePerson(Estate.INITIATIVE, Estate.OUTSIDER, "author"))
                .refusal())
        .isEqualTo(Refusal.ALREADY_SO);
  }
}
