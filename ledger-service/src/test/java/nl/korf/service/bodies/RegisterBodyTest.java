package nl.korf.service.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.BodyId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.model.facts.BodyEvent.Register;
import nl.korf.model.facts.BodyEvent.RegisterNumber;
import nl.korf.model.facts.LedgerEvent.LedgerFounded;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterBodyTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @ParameterizedTest
  @CsvSource({
    "TOOI, mnre1034, true",
    "TOOI, https://identifier.overheid.nl/tooi/id/ministerie/mnre1034, true",
    "TOOI, Ministerie, false",
    "OIN, 00000001234567890000, true",
    "OIN, 1234, false",
    "OIN, 0000000123456789000x, false",
    "KVK, 12345678, true",
    "KVK, 1234567, false"
  })
  void anIdentifierHasTheFormOfItsRegister(Register register, String number, boolean right) {
    RegisterBody command = body("agency", new RegisterNumber(register, number));

    if (right) {
      assertThat(ledger.send(command)).hasSize(1);
    } else {
      assertThat(ledger.refused(command).refusal()).isEqualTo(Refusal.REGISTER_NUMBER_MALFORMED);
    }
  }

  @Test
  void aLocalIdentifierIsForExamplesOnly() {
    RegisterBody command = body("agency", new RegisterNumber(Register.LOCAL, "agency"));
    MemoryLedger example = new MemoryLedger(true, new BodiesFeature());

    assertThat(ledger.refused(command).refusal()).isEqualTo(Refusal.REGISTER_NUMBER_MISSING);
    assertThat(example.send(command)).hasSize(1);
  }

  @Test
  void aLedgerBecomesNoExampleAfterItsBirth() {
    ledger.given(new LedgerFounded("urn:other", "Other", true));

    assertThat(
            ledger.refused(body("agency", new RegisterNumber(Register.LOCAL, "agency"))).refusal())
        .isEqualTo(Refusal.REGISTER_NUMBER_MISSING);
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    RegisterBody command =
        new RegisterBody(
            Estate.BODY,
            Estate.name("Agency"),
            new RegisterNumber(Register.KVK, "1"),
            "agency",
            new BodyId("nowhere"),
            null);

    assertThat(ledger.refused(Estate.MEMBER, command).reasons())
        .extracting(Refused.Reason::refusal)
        .containsExactly(
            Refusal.NOT_REGISTRAR,
            Refusal.REGISTER_NUMBER_MALFORMED,
            Refusal.BODY_UNKNOWN,
            Refusal.BODY_ID_TAKEN);
  }

  private static RegisterBody body(String id, RegisterNumber number) {
    return new RegisterBody(new BodyId(id), Estate.name("Agency"), number, "agency", null, null);
  }
}
