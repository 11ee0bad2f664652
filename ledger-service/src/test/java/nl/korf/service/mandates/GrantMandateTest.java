package nl.korf.service.mandates;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.MandateId;
import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class GrantMandateTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void onlyWhoEmbodiesTheBodyGrantsInItsName() {
    assertThat(
            ledger.send(
                Estate.MINISTER,
                Estate.grant(new MandateId("m-1"), Estate.DIRECTOR_ROLE, Estate.perAct(1))))
        .hasSize(1);
    assertThat(
            ledger
                .refused(
                    Estate.DIRECTOR,
                    Estate.grant(new MandateId("m-2"), Estate.OFFICER_ROLE, Estate.perAct(1)))
                .refusal())
        .isEqualTo(Refusal.NOT_THE_PRINCIPAL);
  }

  @Test
  void anIdentifierIsNeverUsedTwice() {
    assertThat(
            ledger
                .refused(
                    Estate.MINISTER,
                    Estate.grant(Estate.ROOT, Estate.DIRECTOR_ROLE, Estate.perAct(1)))
                .refusal())
        .isEqualTo(Refusal.MANDATE_ID_TAKEN);
  }

  @Test
  void aRegistrarSaysWhoGranted() {
    GrantMandate asked = Estate.grant(new MandateId("m-1"), Estate.DIRECTOR_ROLE);
    GrantMandate recorded =
        new GrantMandate(asked.mandate(), asked.terms(), Estate.RECORD, null, Estate.MINISTER);

    assertThat(ledger.refused(asked).refusal()).isEqualTo(Refusal.VALUE_MISSING);
    assertThat(ledger.send(recorded)).hasSize(1);
    assertThat(ledger.refused(Estate.OUTSIDER, recorded).refusal())
        .isEqualTo(Refusal.ACTS_AS_ANOTHER);
  }
}
