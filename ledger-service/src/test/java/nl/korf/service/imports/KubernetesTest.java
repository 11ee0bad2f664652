package nl.korf.service.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.groups.GroupsView;
import nl.korf.projections.initiatives.InitiativesView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The set kubernetes: groups, proposals and every change of status. */
class KubernetesTest {

  private static final String SET = "kubernetes";
  private static @Nullable ImportLab lab;
  private static @Nullable ImportReport report;

  @BeforeAll
  static void imports() {
    Path _ = RealData.folder(SET);
    lab = new ImportLab();
    report = RealData.imported(SET, lab);
  }

  @AfterAll
  static void closes() {
    if (lab != null) {
      lab.close();
    }
  }

  @Test
  void everyDatedStepIsADecisionOfUnknownCompetence() {
    assertThat(Objects.requireNonNull(report).exitCode()).isZero();
    List<DecisionTaken> decisions =
        lab().facts().stream()
            .map(RecordedFact::fact)
            .filter(DecisionTaken.class::isInstance)
            .map(DecisionTaken.class::cast)
            .toList();
    assertThat(decisions).hasSize(1_785);
    assertThat(decisions).allMatch(d -> d.competence().verdict() == Verdict.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018-12-01T07:06:41Z",
        "2021-05-05T19:23:14Z",
        "2022-09-22T15:59:06Z",
        "2026-07-24T00:00:00Z"
      })
  void initiativesStandAsTheCsvSaysOnADate(Instant on) {
    InitiativesView initiatives = new InitiativesView(lab().reads());
    AsOf asOf = new AsOf(lab().head(), on);
    Map<String, String> found = new TreeMap<>();
    for (Map<String, String> initiative : rows("initiatives.csv")) {
      Optional<Held<InitiativeRow>> held =
          initiatives.find(asOf, new InitiativeId(RealData.cell(initiative, "id")));
      held.ifPresent(h -> found.put(RealData.cell(initiative, "id"), described(h.row())));
    }

    assertThat(found).isEqualTo(expected(on));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2017-05-17T00:00:00Z", "2019-07-22T20:02:54Z", "2026-08-20T00:00:00Z"})
  void leadersAreThoseOfTheCsvOnADate(Instant on) {
    GroupsView groups = new GroupsView(lab().reads());
    AsOf asOf = new AsOf(lab().head(), on);
    TreeSet<String> found = new TreeSet<>();
    for (Map<String, String> group : rows("groups.csv")) {
      RustTeamsTest.members(groups, asOf, new GroupId(RealData.cell(group, "id")))
          .forEach(row -> found.add(row.group() + " " + row.person() + " " + row.capacity()));
    }
    TreeSet<String> expected = new TreeSet<>();
    for (Map<String, String> row : rows("memberships.csv")) {
      if (RealData.covers(row, on)) {
        expected.add(
            RealData.cell(row, "group")
                + " "
                + lab().person(SET, RealData.cell(row, "person"))
                + " "
                + RealData.cell(row, "role"));
      }
    }

    assertThat(found).isEqualTo(expected);
  }

  @Test
  void aRebuildGivesTheSame() {
    assertThat(RealData.rebuilt(SET, lab())).isPositive();
  }

  /** The state of each proposal on a date, folded from the files here. */
  private static Map<String, String> expected(Instant on) {
    Map<String, String> stages = new TreeMap<>();
    for (Map<String, String> step : rows("history.csv")) {
      if (!Instant.parse(RealData.cell(step, "at")).isAfter(on)) {
        boolean removed = "removed".equals(RealData.cell(step, "event"));
        String status =
            RealData.cell(step, "to_status").isEmpty()
                ? "unstated"
                : RealData.cell(step, "to_status");
        stages.put(
            RealData.cell(step, "initiative"),
            removed ? "withdrawn" : status + " " + RealData.cell(step, "to_stage"));
      }
    }
    Map<String, String> owners = new TreeMap<>();
    Map<String, TreeSet<String>> participants = new TreeMap<>();
    for (Map<String, String> change : rows("changes.csv")) {
      if (!Instant.parse(RealData.cell(change, "at")).isAfter(on)) {
        boolean add = "add".equals(RealData.cell(change, "change"));
        if ("owning_group".equals(RealData.cell(change, "field")) && add) {
          owners.put(RealData.cell(change, "initiative"), RealData.cell(change, "value"));
        } else if ("participating_group".equals(RealData.cell(change, "field"))) {
          TreeSet<String> groups =
              participants.computeIfAbsent(
                  RealData.cell(change, "initiative"), id -> new TreeSet<>());
          boolean _ =
              add
                  ? groups.add(RealData.cell(change, "value"))
                  : groups.remove(RealData.cell(change, "value"));
        }
      }
    }
    Map<String, String> expected = new TreeMap<>();
    stages.forEach((id, stage) ->
        expected.put(
            id,
            stage
                + ", "
                + owners.get(id)
                + " with "
                + participants.getOrDefault(id, new TreeSet<>())));
    return expected;
  }

  private static String described(InitiativeRow row) {
    String stage =
        row.withdrawn()
            ? "withdrawn"
            : row.stage() + " " + (row.maturity() == null ? "" : row.maturity());
    TreeSet<String> groups = new TreeSet<>();
    row.participants().forEach(group -> groups.add(group.value()));
    return stage + ", " + row.owner() + " with " + groups;
  }

  private static List<Map<String, String>> rows(String file) {
    return RealData.rows(RealData.folder(SET).resolve(file));
  }

  private static ImportLab lab() {
    return Objects.requireNonNull(lab);
  }
}
