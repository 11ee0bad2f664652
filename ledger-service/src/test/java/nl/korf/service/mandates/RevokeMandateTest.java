package nl.korf.service.mandates;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class RevokeMandateTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aRevokedMandateNoLongerDecides() {
    assertThat(ledger.send(Estate.DIRECTOR, revoke())).hasSize(1);
    assertThat(ledger.refused(Estate.OFFICER, Estate.lease("d-1", 1, 1)).refusal())
        .isEqualTo(Refusal.MANDATE_REVOKED);
    assertThat(ledger.refused(Estate.DIRECTOR, revoke()).refusal())
        .isEqualTo(Refusal.MANDATE_ALREADY_REVOKED);
  }

  @Test
  void whoStandsHigherRevokesToo() {
    assertThat(ledger.send(Estate.MINISTER, revoke())).hasSize(1);
  }

  @Test
  void itsHolderOrAStrangerDoesNot() {
    assertThat(ledger.refused(Estate.OFFICER, revoke()).refusal()).isEqualTo(Refusal.NOT_UPSTREAM);
    assertThat(ledger.refused(Estate.OUTSIDER, revoke()).refusal()).isEqualTo(Refusal.NOT_UPSTREAM);
  }

  private static RevokeMandate revoke() {
    return new RevokeMandate(Estate.SUB, "No longer needed", null, Estate.RECORD, null);
  }
}
