package nl.korf.service.people;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class RegisterPersonTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void theRegistrarRegistersAPersonUnderARandomIdentifier() {
    assertThat(ledger.send(new RegisterPerson(new PersonId("p-1"), false))).hasSize(1);
  }

  @Test
  void anIdentifierIsGivenOutOnce() {
    assertThat(ledger.refused(new RegisterPerson(Estate.OFFICER, false)).refusal())
        .isEqualTo(Refusal.PERSON_ID_TAKEN);
  }

  @Test
  void nobodyElseRegistersPeople() {
    assertThat(
            ledger
                .refused(Estate.MINISTER, new RegisterPerson(new PersonId("p-1"), false))
                .refusal())
        .isEqualTo(Refusal.NOT_REGISTRAR);
  }
}
