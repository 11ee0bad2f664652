package nl.korf.model.directives;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.korf.model.BodyId;
import nl.korf.model.DirectiveId;
import nl.korf.model.GroupId;
import nl.korf.model.LegalReference;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused.Reason;
import nl.korf.model.Subject;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.DirectiveEvent.DirectiveType;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.Scope;
import nl.korf.model.view.DirectiveRows.DirectiveRow;
import nl.korf.model.view.DirectiveRows.DirectiveState;
import nl.korf.model.worlds.Acts;
import nl.korf.model.worlds.Terms;
import nl.korf.model.worlds.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may step in, a row per refusal; and what a directive in force refuses. */
public class StepInRefusalsTest {

  /** The refusals with rows here or, for what a directive holds up, with the verbs it stops. */
  public static final Set<Refusal> REFUSALS =
      Set.of(
          Refusal.NOT_ABOVE,
          Refusal.POWER_PASSED_ON,
          Refusal.RETAINS_NO_POWER,
          Refusal.HELD,
          Refusal.CALLED_IN);

  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

  /**
   * The minister gives the sg a mandate, who passes works on to a team; leases passed to an agency,
   * which gives a mandate to its desk. Nobody gave anything to the loose group of the ministry.
   */
  private final World world =
      World.ofTheMinister()
          .body("agency")
          .group("team")
          .group("desk")
          .group("loose")
          .group("nobodys")
          .grant("m-sg", Terms.of("role:minister", "role:sg").build())
          .pass("m-team", "m-sg", Terms.of("role:sg", "group:team").power("works").build())
          .grant(
              "m-agency",
              Terms.of("role:minister", "body:agency")
                  .kind(MandateKind.DELEGATION)
                  .power("leases")
                  .build())
          .grant(
              "m-desk",
              Terms.of("body:agency", "group:desk").principal("agency").power("leases").build());

  private Target target(String group, @Nullable String power, String... used) {
    List<BodyId> organisations =
        switch (group) {
          case "desk" -> List.of(new BodyId("agency"));
          case "nobodys" -> List.of();
          default -> List.of(new BodyId("minister"));
        };
    GroupId id = new GroupId(group);
    @Nullable Act act = power == null ? null : Acts.of(power);
    return new Target(
        Subject.of(id), id, act, Stream.of(used).map(MandateId::new).toList(), organisations);
  }

  private StepIn.Authority authority(DirectiveType type, String issuer, Target target) {
    Knowledge knowledge = world.knowledge();
    return StepIn.authority(type, Issuer.of(Party.parse(issuer), knowledge), target, knowledge);
  }

  @ParameterizedTest
  @CsvSource({
    "RECOMMEND, role:clerk, team, works, ",
    "RECOMMEND, role:minister, desk, leases, ",
    "INSTRUCT, role:sg, team, works, ",
    "HOLD, role:sg, team, , ",
    "HOLD, role:minister, team, works, ",
    "CALL_IN, body:minister, team, works, ",
    "HOLD, role:director, team, works, NOT_ABOVE",
    "INSTRUCT, role:officer, team, , NOT_ABOVE",
    "HOLD, role:sg, team, leases, NOT_ABOVE",
    "HOLD, role:minister, team, estate, ",
    "HOLD, role:minister, loose, , ",
    "HOLD, role:sg, loose, , NOT_ABOVE",
    "HOLD, role:minister, nobodys, , NOT_ABOVE",
    "HOLD, body:agency, desk, leases, ",
    "CALL_IN, body:agency, desk, leases, ",
    "HOLD, body:agency, team, works, NOT_ABOVE",
    "HOLD, role:minister, desk, works, NOT_ABOVE",
    "INSTRUCT, role:minister, desk, leases, POWER_PASSED_ON",
    "HOLD, body:minister, desk, leases, POWER_PASSED_ON",
    "CALL_IN, role:minister, desk, leases, POWER_PASSED_ON",
    "REPLACE, body:minister, desk, leases, POWER_PASSED_ON",
  })
  void whoMayStepIn(
      DirectiveType type, String issuer, String group, String power, @Nullable Refusal refusal) {
    StepIn.Authority authority = authority(type, issuer, target(group, power));

    assertThat(authority.reasons().stream().map(Reason::refusal).toList())
        .isEqualTo(refusal == null ? List.of() : List.of(refusal));
    assertThat(authority.principal() == null)
        .isEqualTo(refusal != null || type == DirectiveType.RECOMMEND);
  }

  @ParameterizedTest
  @CsvSource({"role:sg, ", "role:minister, ", "role:director, NOT_ABOVE"})
  void onADecisionTheMandateItUsedTells(String issuer, @Nullable Refusal refusal) {
    assertThat(
            authority(DirectiveType.INSTRUCT, issuer, target("loose", "works", "m-team"))
                .reasons()
                .stream()
                .map(Reason::refusal)
                .toList())
        .isEqualTo(refusal == null ? List.of() : List.of(refusal));
  }

  @Test
  void aboveAGrantByWhichThePowerPassedNothingBinds() {
    world.grant(
        "m-old", Terms.of("role:minister", "group:team").kind(MandateKind.DELEGATION).build());

    assertThat(
            authority(DirectiveType.HOLD, "role:minister", target("loose", null, "m-old"))
                .reasons())
        .extracting(Reason::refusal)
        .containsExactly(Refusal.POWER_PASSED_ON);
  }

  @Test
  void whatADelegationDoesNotReachWasNotGivenAway() {
    world
        .revoke("m-agency")
        .grant(
            "m-north",
            Terms.of("role:minister", "body:agency")
                .kind(MandateKind.DELEGATION)
                .power("leases")
                .scope(new Scope(List.of("north"), List.of(), List.of(), List.of()))
                .build());

    for (String unit : List.of("north", "south")) {
      Target loose =
          new Target(
              Subject.of(new GroupId("loose")),
              new GroupId("loose"),
              Acts.about("leases", unit, null, null),
              List.of(),
              List.of(new BodyId("minister")));
      assertThat(authority(DirectiveType.HOLD, "role:minister", loose).reasons())
          .as(unit)
          .extracting(Reason::refusal)
          .isEqualTo(unit.equals("north") ? List.of(Refusal.POWER_PASSED_ON) : List.of());
    }
  }

  @Test
  void onceThatGrantIsRevokedThePowerIsBack() {
    world.revoke("m-agency").revoke("m-desk");

    assertThat(authority(DirectiveType.HOLD, "role:minister", target("desk", "leases")).reasons())
        .extracting(Reason::refusal)
        .as("no longer given away, and still not the agency's superior")
        .containsExactly(Refusal.NOT_ABOVE);
  }

  @Test
  void aRefusalSaysWhoStandsAbove() {
    Reason reason =
        authority(DirectiveType.HOLD, "role:director", target("team", "works"))
            .reasons()
            .getFirst();

    assertThat(reason.message("en")).contains("role:sg", "role:minister", "body:minister");
  }

  @ParameterizedTest
  @CsvSource({"COMPETENT, ", "NOT_COMPETENT, RETAINS_NO_POWER", "UNKNOWN, RETAINS_NO_POWER"})
  void thePowerItselfIsNeededToCallIn(Verdict verdict, @Nullable Refusal refusal) {
    Knowledge knowledge = world.knowledge();
    CompetenceProof proof =
        new CompetenceProof(verdict, 1, NOW, List.of(), "holds-a-mandate", Map.of());

    assertThat(
            StepIn.power(
                    DirectiveType.CALL_IN,
                    Issuer.of(Party.parse("role:sg"), knowledge),
                    target("team", "works"),
                    Acts.of("works"),
                    proof)
                .stream()
                .map(Reason::refusal)
                .toList())
        .isEqualTo(refusal == null ? List.of() : List.of(refusal));
  }

  @ParameterizedTest
  @CsvSource({
    "HOLD, IN_FORCE, false, HELD",
    "HOLD, IN_FORCE, true, HELD",
    "HOLD, LAPSED, false, ",
    "HOLD, LIFTED, false, ",
    "CALL_IN, IN_FORCE, false, CALLED_IN",
    "CALL_IN, IN_FORCE, true, ",
    "CALL_IN, LAPSED, false, ",
    "INSTRUCT, IN_FORCE, false, ",
    "RECOMMEND, IN_FORCE, false, ",
    "REPLACE, IN_FORCE, false, ",
  })
  void whatADirectiveStandsInTheWayOf(
      DirectiveType type, DirectiveState state, boolean byIssuer, @Nullable Refusal refusal) {
    DirectiveRow row =
        new DirectiveRow(
            new DirectiveId("d"),
            type,
            Subject.parse("group:team"),
            null,
            Party.parse("role:sg"),
            null,
            new PersonId("sam"),
            null,
            null,
            LegalReference.cited("Awb art. 10:6"),
            NOW,
            NOW.plusSeconds(1),
            false,
            state,
            7,
            false);

    assertThat(Effects.obstacle(row, byIssuer, 7).map(Reason::refusal))
        .isEqualTo(Optional.ofNullable(refusal));
  }
}
