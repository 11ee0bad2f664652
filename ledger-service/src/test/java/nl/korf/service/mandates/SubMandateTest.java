package nl.korf.service.mandates;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.Refusal;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.money.Limit;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class SubMandateTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void onlyTheHolderPassesAMandateOn() {
    assertThat(ledger.refused(Estate.OUTSIDER, sub("m-1", Estate.perAct(1))).refusal())
        .isEqualTo(Refusal.NOT_THE_HOLDER);
    assertThat(ledger.send(Estate.DIRECTOR, sub("m-1", Estate.perAct(1)))).hasSize(1);
  }

  @Test
  void whatIsPassedOnIsNotMoreThanWhatIsHeld() {
    assertThat(ledger.refused(Estate.DIRECTOR, sub("m-1", Estate.perAct(1_000_001))).refusal())
        .isEqualTo(Refusal.LIMIT_WIDER);
    assertThat(ledger.send(Estate.DIRECTOR, sub("m-2", Estate.perAct(1_000_000)))).hasSize(1);
  }

  @Test
  void whatIsLeftOutIsTakenFromTheMandateAbove() {
    SubMandateGranted granted =
        (SubMandateGranted) ledger.send(Estate.DIRECTOR, sub("m-1", Estate.perAct(1))).getFirst();

    assertThat(granted.terms().principal()).isEqualTo(Estate.BODY);
    assertThat(granted.terms().grantor()).isEqualTo(Party.of(Estate.DIRECTOR_ROLE));
  }

  @Test
  void aMandateThatDoesNotSaySoIsNotPassedOn() {
    assertThat(
            ledger
                .refused(
                    Estate.OFFICER,
                    Estate.subMandate(
                        new MandateId("m-1"), Estate.SUB, Estate.DIRECTOR_ROLE, Estate.perAct(1)))
                .refusal())
        .isEqualTo(Refusal.SUB_MANDATE_NOT_ALLOWED);
  }

  private static SubMandate sub(String id, Limit limit) {
    return Estate.subMandate(new MandateId(id), Estate.ROOT, Estate.OFFICER_ROLE, limit);
  }
}
