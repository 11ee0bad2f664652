package nl.korf.service.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import nl.korf.model.Refusal;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class AppointToRoleTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  @Test
  void aRoleOfOneHasOneHolderAtATime() {
    assertThat(
            ledger
                .refused(new AppointToRole(Estate.DIRECTOR_ROLE, Estate.MEMBER, null, null))
                .refusal())
        .isEqualTo(Refusal.ROLE_HELD_BY_ANOTHER);
    assertThat(
            ledger
                .refused(new AppointToRole(Estate.DIRECTOR_ROLE, Estate.DIRECTOR, null, null))
                .refusal())
        .isEqualTo(Refusal.APPOINTMENT_OVERLAPS);
  }

  @Test
  void aSuccessorStartsWhereThePredecessorEnds() {
    Instant end = ledger.now().plus(Duration.ofDays(30));
    ledger.send(new EndAppointment(Estate.DIRECTOR_ROLE, Estate.DIRECTOR, end, "Elsewhere"));

    assertThat(ledger.send(new AppointToRole(Estate.DIRECTOR_ROLE, Estate.MEMBER, end, null)))
        .hasSize(1);
  }

  @Test
  void theLedgerDoesNotBackdate() {
    assertThat(
            ledger
                .refused(
                    new AppointToRole(
                        Estate.MINISTER_ROLE,
                        Estate.LEAD,
                        ledger.now().minus(Duration.ofDays(1)),
                        null))
                .refusal())
        .isEqualTo(Refusal.BACKDATED);
  }

  @Test
  void aPeriodEndsAfterItStarts() {
    assertThat(
            ledger
                .refused(
                    new AppointToRole(
                        Estate.MINISTER_ROLE,
                        Estate.LEAD,
                        ledger.now().plus(Duration.ofDays(2)),
                        ledger.now().plus(Duration.ofDays(1))))
                .refusal())
        .isEqualTo(Refusal.PERIOD_EMPTY);
  }

  @Test
  void competenceFollowsTheAppointment() {
    ledger.send(new EndAppointment(Estate.OFFICER_ROLE, Estate.OFFICER, null, null));
    ledger.send(new AppointToRole(Estate.OFFICER_ROLE, Estate.MEMBER, null, null));

    assertThat(ledger.refused(Estate.OFFICER, Estate.lease("d-1", 1, 1)).refusal())
        .isEqualTo(Refusal.NO_MANDATE);
    assertThat(ledger.send(Estate.MEMBER, Estate.lease("d-2", 1, 1))).hasSize(1);
  }
}
