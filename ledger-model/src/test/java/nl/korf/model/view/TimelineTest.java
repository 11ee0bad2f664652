package nl.korf.model.view;

import static nl.korf.model.view.Histories.ANN;
import static nl.korf.model.view.Histories.DIRECTOR;
import static nl.korf.model.view.Histories.MANDATE;
import static nl.korf.model.view.Histories.TIGERS;
import static nl.korf.model.view.Histories.assigned;
import static nl.korf.model.view.Histories.day;
import static nl.korf.model.view.Histories.formed;
import static nl.korf.model.view.Histories.granted;
import static nl.korf.model.view.Histories.narrowed;
import static nl.korf.model.view.Histories.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.korf.model.LocalizedText;
import nl.korf.model.facts.GroupEvent.GroupRenamed;
import nl.korf.model.facts.GroupEvent.MemberJoined;
import nl.korf.model.facts.GroupEvent.MemberLeft;
import nl.korf.model.facts.MandateEvent.MandateRevoked;
import nl.korf.model.facts.MandateEvent.MandateSuspended;
import nl.korf.model.facts.MandateEvent.SuspensionLifted;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoleEvent.RoleEnded;
import nl.korf.model.view.Row.AppointmentRow;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.model.view.Row.MandateRow;
import org.junit.jupiter.api.Test;

/** Cases worth a name. {@code state@from-until} in days, {@code -} for open. */
class TimelineTest {

  private static List<String> mandate(RecordedFact... facts) {
    return Timeline.fold(Evolution.of(ReadModel.MANDATES), "mandate/m-1", List.of(facts))
        .segments()
        .stream()
        .map(segment -> ((MandateRow) segment.row()).state() + span(segment))
        .toList();
  }

  private static List<String> appointment(RecordedFact... facts) {
    return Timeline.fold(
            Evolution.of(ReadModel.ROLES), "appointment/director/p-ann", List.of(facts))
        .segments()
        .stream()
        .map(segment -> "by " + ((AppointmentRow) segment.row()).assignedBy() + span(segment))
        .toList();
  }

  private static String span(Segment segment) {
    var until = segment.until();
    return "@" + days(segment.from()) + "-" + (until == null ? "" : days(until));
  }

  private static long days(java.time.Instant instant) {
    return java.time.Duration.between(day(0), instant).toDays();
  }

  @Test
  void aRowRunsUntilTheInstantOfTheNextFact() {
    Timeline timeline =
        Timeline.fold(
            Evolution.of(ReadModel.GROUPS),
            "group/tigers",
            List.of(
                recorded(1, 0, formed("Tigers")),
                recorded(2, 5, new GroupRenamed(TIGERS, LocalizedText.en("Lions")))));

    assertThat(timeline.segments()).extracting(Segment::from).containsExactly(day(0), day(5));
    assertThat(timeline.segments().getFirst().until()).isEqualTo(day(5));
    assertThat(timeline.on(day(5).minusNanos(1_000)).orElseThrow().row())
        .isInstanceOfSatisfying(
            GroupRow.class, row -> assertThat(row.name()).isEqualTo(LocalizedText.en("Tigers")));
    assertThat(timeline.on(day(5)).orElseThrow().row())
        .isInstanceOfSatisfying(
            GroupRow.class, row -> assertThat(row.name()).isEqualTo(LocalizedText.en("Lions")));
  }

  @Test
  void aMandateExpiresAtTheEndItNames() {
    assertThat(mandate(recorded(1, 0, granted(null, 9))))
        .containsExactly("ACTIVE@0-9", "EXPIRED@9-");
  }

  @Test
  void anEarlierEndReplacesALaterOneAndNeverTheOtherWayRound() {
    assertThat(mandate(recorded(1, 0, granted(null, 9)), recorded(2, 3, narrowed(6))))
        .containsExactly("ACTIVE@0-3", "ACTIVE@3-6", "EXPIRED@6-");
    assertThat(mandate(recorded(1, 0, granted(null, 9)), recorded(2, 3, narrowed(20))))
        .containsExactly("ACTIVE@0-3", "ACTIVE@3-9", "EXPIRED@9-");
  }

  @Test
  void aMandateRevokedBeforeItStartsNeverCounts() {
    assertThat(
            mandate(
                recorded(1, 0, granted(5, null)),
                recorded(2, 2, new MandateRevoked(MANDATE, null, null))))
        .containsExactly("REVOKED@5-");
  }

  @Test
  void aMandateSuspendedBeforeItStartsStartsSuspended() {
    assertThat(
            mandate(
                recorded(1, 0, granted(5, null)),
                recorded(2, 2, new MandateSuspended(MANDATE, null)),
                recorded(3, 7, new SuspensionLifted(MANDATE, null))))
        .containsExactly("SUSPENDED@5-7", "ACTIVE@7-");
  }

  @Test
  void nothingRevivesARevokedMandate() {
    assertThat(
            mandate(
                recorded(1, 0, granted(null, 9)),
                recorded(2, 2, new MandateRevoked(MANDATE, null, null)),
                recorded(3, 3, new SuspensionLifted(MANDATE, null)),
                recorded(4, 4, narrowed(6))))
        .containsExactly("ACTIVE@0-2", "REVOKED@2-");
  }

  @Test
  void aSuspendedMandateStillExpires() {
    assertThat(
            mandate(
                recorded(1, 0, granted(null, 9)),
                recorded(2, 2, new MandateSuspended(MANDATE, null)),
                recorded(3, 12, new SuspensionLifted(MANDATE, null))))
        .containsExactly("ACTIVE@0-2", "SUSPENDED@2-9", "EXPIRED@9-");
  }

  @Test
  void aRevocationThatArrivesLateCountsFromItsOwnTime() {
    Evolution mandates = Evolution.of(ReadModel.MANDATES);
    RecordedFact granted = recorded(1, 0, granted(null, null));
    RecordedFact suspended = recorded(2, 8, new MandateSuspended(MANDATE, null));
    RecordedFact late = recorded(3, 4, new MandateRevoked(MANDATE, null, null));

    Timeline known = Timeline.fold(mandates, "mandate/m-1", List.of(granted, suspended));

    assertThat(known.next(mandates, "mandate/m-1", late)).isEmpty();
    assertThat(mandate(granted, suspended, late)).containsExactly("ACTIVE@0-4", "REVOKED@4-");
  }

  @Test
  void theEndOfAnOlderAppointmentSparesANewerOne() {
    assertThat(appointment(recorded(1, 0, assigned(null, 6)), recorded(2, 4, assigned(null, null))))
        .containsExactly("by 1@0-4", "by 2@4-");
  }

  @Test
  void anAppointmentThatFollowsOnTheInstantLeavesNoGap() {
    assertThat(appointment(recorded(1, 0, assigned(6, 9)), recorded(2, 0, assigned(null, 6))))
        .containsExactly("by 2@0-6", "by 1@6-9");
  }

  @Test
  void anAppointmentEndedBeforeItStartsNeverRuns() {
    assertThat(
            appointment(
                recorded(1, 0, assigned(5, null)),
                recorded(2, 2, new RoleEnded(ANN, DIRECTOR, null))))
        .isEmpty();
  }

  @Test
  void anAppointmentThatEndsBeforeItBeginsIsNone() {
    assertThat(appointment(recorded(1, 0, assigned(5, 5)), recorded(2, 0, assigned(5, 4))))
        .isEmpty();
  }

  @Test
  void whoLeavesAndJoinsAtOneInstantIsAMemberAnew() {
    Timeline timeline =
        Timeline.fold(
            Evolution.of(ReadModel.GROUPS),
            "membership/tigers/p-ann/lead",
            List.of(
                recorded(1, 0, new MemberJoined(TIGERS, ANN, "lead")),
                recorded(2, 0, new MemberJoined(TIGERS, ANN, "chair")),
                recorded(3, 4, new MemberLeft(TIGERS, ANN, "lead", null)),
                recorded(4, 4, new MemberJoined(TIGERS, ANN, "lead"))));

    assertThat(timeline.segments()).hasSize(2);
    assertThat(timeline.segments().getLast().from()).isEqualTo(day(4));
  }
}
