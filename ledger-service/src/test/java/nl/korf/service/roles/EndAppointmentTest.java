package nl.korf.service.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class EndAppointmentTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void anAppointmentEndsOnce() {
    assertThat(ledger.send(new EndAppointment(Estate.DIRECTOR_ROLE, Estate.DIRECTOR, null, null)))
        .hasSize(1);
    assertThat(
            ledger
                .refused(new EndAppointment(Estate.DIRECTOR_ROLE, Estate.DIRECTOR, null, null))
                .refusal())
        .isEqualTo(Refusal.ROLE_NOT_HELD);
  }

  @Test
  void aDecisionCannotBeRecordedAfterAnAppointmentThatEnds() {
    Instant end = ledger.now().plus(Duration.ofDays(1));
    ledger.send(new EndAppointment(Estate.OFFICER_ROLE, Estate.OFFICER, end, null));

    ledger.send(Estate.OFFICER, Estate.lease("d-1", 1, 1));

    assertThat(ledger.lastNotAfter()).isEqualTo(end);
  }
}
