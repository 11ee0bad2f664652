package nl.korf.service.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.ProgrammeId;
import nl.korf.model.Refusal;
import nl.korf.model.facts.BodyEvent.Register;
import nl.korf.model.facts.BodyEvent.RegisterNumber;
import nl.korf.model.facts.ProgrammeEvent.InitiativeExcluded;
import nl.korf.model.facts.ProgrammeEvent.InitiativeIncluded;
import nl.korf.model.facts.ProgrammeEvent.ProgrammeClosed;
import nl.korf.model.facts.ProgrammeEvent.ProgrammeEstablished;
import nl.korf.service.bodies.RegisterBody;
import nl.korf.service.groups.ArchiveGroup;
import nl.korf.service.groups.FormGroup;
import nl.korf.service.initiatives.AddParticipant;
import nl.korf.service.initiatives.ProposeInitiative;
import nl.korf.service.initiatives.WithdrawInitiative;
import nl.korf.service.kernel.Command;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Setting up a programme, what goes in and out of it, and its end; a row per refusal. */
class ProgrammesTest {

  private static final ProgrammeId PROGRAMME = new ProgrammeId("p-2026");
  private static final BodyId OTHER = new BodyId("city");
  private static final GroupId OTHERS = new GroupId("city-team");
  private static final InitiativeId ELSEWHERE = new InitiativeId("city-hall");

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());

  private static EstablishProgramme establish(
      String id, int year, GroupId group, BodyId... organisations) {
    return new EstablishProgramme(
        new ProgrammeId(id),
        Estate.name("Housing"),
        year,
        group,
        List.of(organisations),
        "Fewer square metres.");
  }

  private static EstablishProgramme establish() {
    return establish(PROGRAMME.value(), 2026, Estate.GROUP, Estate.BODY);
  }

  private static IncludeInitiative include() {
    return new IncludeInitiative(PROGRAMME, Estate.INITIATIVE);
  }

  private static ExcludeInitiative exclude(@Nullable String reason) {
    return new ExcludeInitiative(PROGRAMME, Estate.INITIATIVE, reason);
  }

  /** A city with a team and an initiative of its own. */
  private void city() {
    ledger.send(
        new RegisterBody(
            OTHER,
            Estate.name("City"),
            new RegisterNumber(Register.OIN, "00000001234567890001"),
            "municipality",
            null,
            null));
    ledger.send(new FormGroup(OTHERS, Estate.name("City"), "team", null, OTHER, null, null));
    ledger.send(
        new ProposeInitiative(
            ELSEWHERE, Estate.name("Hall"), OTHERS, null, null, null, null, null));
  }

  @Test
  void whoLeadsTheKeepingGroupRunsTheProgramme() {
    assertThat(ledger.send(Estate.LEAD, establish()))
        .singleElement()
        .isInstanceOf(ProgrammeEstablished.class);
    assertThat(ledger.send(Estate.LEAD, include()))
        .containsExactly(new InitiativeIncluded(PROGRAMME, Estate.INITIATIVE));
    assertThat(ledger.send(Estate.LEAD, exclude("Next year.")))
        .singleElement()
        .isInstanceOf(InitiativeExcluded.class);
    assertThat(ledger.send(Estate.LEAD, include())).hasSize(1);
    assertThat(ledger.send(Estate.LEAD, new CloseProgramme(PROGRAMME, "Over.")))
        .singleElement()
        .isInstanceOf(ProgrammeClosed.class);
  }

  @Test
  void anInitiativeOfAnotherYearOrOfAClosedProgrammeIsFree() {
    ledger.send(establish());
    ledger.send(include());
    ledger.send(establish("p-2027", 2027, Estate.GROUP, Estate.BODY));
    assertThat(ledger.send(new IncludeInitiative(new ProgrammeId("p-2027"), Estate.INITIATIVE)))
        .hasSize(1);

    ledger.send(new CloseProgramme(PROGRAMME, null));
    ledger.send(establish("p-2026-b", 2026, Estate.GROUP, Estate.BODY));
    assertThat(ledger.send(new IncludeInitiative(new ProgrammeId("p-2026-b"), Estate.INITIATIVE)))
        .hasSize(1);
  }

  @Test
  void aGroupThatTakesPartBringsAnInitiativeIn() {
    city();
    ledger.send(establish());
    IncludeInitiative hall = new IncludeInitiative(PROGRAMME, ELSEWHERE);
    assertThat(ledger.refused(hall).refusal()).isEqualTo(Refusal.ORGANISATION_NOT_IN_PROGRAMME);

    ledger.send(new AddParticipant(ELSEWHERE, Estate.GROUP));
    assertThat(ledger.send(hall)).hasSize(1);
  }

  @Test
  void twoInitiativesGoInAtOnceWithoutAConflict() {
    ledger.send(establish());
    ledger.send(include());

    assertThat(ledger.dependsOn(new InitiativeIncluded(PROGRAMME, ELSEWHERE))).isFalse();
    assertThat(
            ledger.dependsOn(new InitiativeIncluded(new ProgrammeId("another"), Estate.INITIATIVE)))
        .isTrue();
    assertThat(ledger.dependsOn(new ProgrammeClosed(PROGRAMME, null))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "set up by a member, NOT_GROUP_LEAD",
    "set up again, PROGRAMME_ID_TAKEN",
    "set up for a group that is not there, GROUP_UNKNOWN",
    "set up for an archived group, GROUP_NOT_ACTIVE",
    "set up for no year, VALUE_MALFORMED",
    "set up for nobody, VALUE_MISSING",
    "set up for a body that is not there, BODY_UNKNOWN",
    "taken up by a member, NOT_GROUP_LEAD",
    "taken up into nothing, PROGRAMME_UNKNOWN",
    "taken up after closing, PROGRAMME_CLOSED",
    "taken up though not there, INITIATIVE_UNKNOWN",
    "taken up though withdrawn, INITIATIVE_WITHDRAWN",
    "taken up twice, ALREADY_SO",
    "taken up elsewhere, IN_ANOTHER_PROGRAMME",
    "taken out though not in, NOT_IN_PROGRAMME",
    "taken out without a reason, VALUE_MISSING",
    "taken out after closing, PROGRAMME_CLOSED",
    "closed by a member, NOT_GROUP_LEAD",
    "closed twice, PROGRAMME_CLOSED",
    "closed though not there, PROGRAMME_UNKNOWN",
  })
  void aProgrammeIsRefused(String what, Refusal refusal) {
    given(what);
    Command command = command(what);

    assertThat(
            (what.endsWith("by a member")
                    ? ledger.refused(Estate.MEMBER, command)
                    : ledger.refused(command))
                .refusal())
        .isEqualTo(refusal);
  }

  private void given(String what) {
    if (what.equals("set up for an archived group")) {
      ledger.send(new ArchiveGroup(Estate.GROUP, "No"));
    } else if (!what.startsWith("set up") || what.equals("set up again")) {
      ledger.send(establish());
    }
    switch (what) {
      case "taken up twice", "taken out without a reason" -> ledger.send(include());
      case "taken up elsewhere" -> {
        ledger.send(establish("p-other", 2026, Estate.GROUP, Estate.BODY));
        ledger.send(new IncludeInitiative(new ProgrammeId("p-other"), Estate.INITIATIVE));
      }
      case "taken up though withdrawn" ->
          ledger.send(new WithdrawInitiative(Estate.INITIATIVE, "No"));
      case "taken out after closing" -> {
        ledger.send(include());
        ledger.send(new CloseProgramme(PROGRAMME, null));
      }
      case "taken up after closing", "closed twice" ->
          ledger.send(new CloseProgramme(PROGRAMME, null));
      default -> {}
    }
  }

  private static Command command(String what) {
    ProgrammeId no = new ProgrammeId("no");
    return switch (what) {
      case "set up for a group that is not there" ->
          establish("p", 2026, new GroupId("no"), Estate.BODY);
      case "set up for no year" -> establish("p", 26, Estate.GROUP, Estate.BODY);
      case "set up for nobody" -> establish("p", 2026, Estate.GROUP);
      case "set up for a body that is not there" ->
          establish("p", 2026, Estate.GROUP, new BodyId("no"));
      case "taken up into nothing" -> new IncludeInitiative(no, Estate.INITIATIVE);
      case "taken up though not there" -> new IncludeInitiative(PROGRAMME, new InitiativeId("no"));
      case "taken out though not in", "taken out after closing" -> exclude("Out.");
      case "taken out without a reason" -> exclude(null);
      case "closed by a member", "closed twice" -> new CloseProgramme(PROGRAMME, null);
      case "closed though not there" -> new CloseProgramme(no, null);
      default -> what.startsWith("set up") ? establish() : include();
    };
  }
}
