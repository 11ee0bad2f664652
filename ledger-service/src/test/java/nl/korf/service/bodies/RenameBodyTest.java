package nl.korf.service.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.BodyId;
import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class RenameBodyTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aBodyGoesByAnotherNameAndKeepsItsIdentifier() {
    assertThat(ledger.send(new RenameBody(Estate.BODY, Estate.name("Minister of Housing"))))
        .hasSize(1);
    assertThat(
            ledger
                .refused(new RenameBody(Estate.BODY, Estate.name("Minister of Housing")))
                .refusal())
        .isEqualTo(Refusal.ALREADY_SO);
  }

  @Test
  void aBodyThatIsNotThereIsNotRenamed() {
    assertThat(ledger.refused(new RenameBody(new BodyId("nowhere"), Estate.name("X"))).refusal())
        .isEqualTo(Refusal.BODY_UNKNOWN);
  }
}
