package nl.korf.service.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.korf.model.GroupId;
import nl.korf.model.facts.GroupEvent.GroupState;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.model.view.Row.MembershipRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Page;
import nl.korf.projections.groups.GroupsView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The set rust-teams: nested teams over time. */
class RustTeamsTest {

  private static final String SET = "rust-teams";
  private static @Nullable ImportLab lab;
  private static @Nullable ImportReport report;
  private static long imported;

  @BeforeAll
  static void imports() {
    Path _ = RealData.folder(SET);
    lab = new ImportLab();
    report = RealData.imported(SET, lab);
    imported = lab.head();
  }

  @AfterAll
  static void closes() {
    if (lab != null) {
      lab.close();
    }
  }

  @Test
  void everyRowIsTaken() {
    assertThat(report().exitCode()).isZero();
    assertThat(report().lines()).anyMatch(line -> line.contains("3,601 rows,   3,601 read"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018-11-10T00:00:00Z",
        "2020-08-17T15:11:36Z",
        "2023-12-04T08:19:54Z",
        "2026-08-21T00:00:00Z"
      })
  void teamsStandAsTheCsvSaysOnADate(Instant on) {
    GroupsView groups = new GroupsView(lab().reads());
    AsOf asOf = new AsOf(imported, on);
    Map<String, String> found = new TreeMap<>();
    Map<String, String> expected = expectedTeams(on);
    for (Map<String, String> team : rows("teams.csv")) {
      Optional<Held<GroupRow>> held = groups.find(asOf, new GroupId(RealData.cell(team, "id")));
      held.map(Held::row)
          .filter(row -> row.state() != GroupState.DISSOLVED)
          .ifPresent(row -> found.put(RealData.cell(team, "id"), described(row)));
    }

    assertThat(found).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2018-11-10T00:00:00Z", "2022-03-01T00:00:00Z", "2026-08-21T00:00:00Z"})
  void membersAreThoseOfTheCsvOnADate(Instant on) {
    GroupsView groups = new GroupsView(lab().reads());
    AsOf asOf = new AsOf(imported, on);
    TreeSet<String> found = new TreeSet<>();
    for (Map<String, String> team : rows("teams.csv")) {
      members(groups, asOf, new GroupId(RealData.cell(team, "id")))
          .forEach(row -> found.add(row.group() + " " + row.person() + " " + row.capacity()));
    }

    assertThat(found).isEqualTo(expectedMembers(on));
  }

  @Test
  void aLateCorrectionIsKnownOnlyFromWhenItCame(@TempDir Path temporary) {
    new Folder(temporary)
        .with("people.csv", "id,name", "late,Late")
        .with("memberships.csv", "group,person,capacity,from", "compiler,late,member,2021-01-01");
    GroupId compiler = new GroupId("compiler");
    Instant on = Instant.parse("2021-06-01T00:00:00Z");
    long before = lab().head();
    GroupsView groups = new GroupsView(lab().reads());
    int known = members(groups, new AsOf(before, on), compiler).size();

    assertThat(lab().run(temporary).exitCode()).isZero();

    GroupsView later = new GroupsView(lab().reads());
    assertThat(members(later, new AsOf(before, on), compiler)).hasSize(known);
    assertThat(members(later, new AsOf(lab().head(), on), compiler)).hasSize(known + 1);
  }

  @Test
  void aRebuildGivesTheSame() {
    assertThat(RealData.rebuilt(SET, lab())).isPositive();
  }

  private static Map<String, String> expectedTeams(Instant on) {
    Map<String, String> expected = new TreeMap<>();
    for (Map<String, String> period : rows("team_history.csv")) {
      if (RealData.covers(period, on)) {
        expected.put(
            RealData.cell(period, "team"),
            "%s below '%s', %s"
                .formatted(
                    RealData.cell(period, "kind"),
                    RealData.cell(period, "parent"),
                    RealData.cell(period, "status")));
      }
    }
    return expected;
  }

  private static String described(GroupRow row) {
    return "%s below '%s', %s"
        .formatted(
            row.kind(),
            row.parent() == null ? "" : row.parent(),
            row.state() == GroupState.ACTIVE ? "active" : "archived");
  }

  private static SortedSet<String> expectedMembers(Instant on) {
    SortedSet<String> expected = new TreeSet<>();
    for (String file : List.of("memberships.csv", "role_assignments.csv")) {
      for (Map<String, String> row : rows(file)) {
        if (RealData.covers(row, on)) {
          expected.add(
              RealData.cell(row, "team")
                  + " "
                  + lab().person(SET, RealData.cell(row, "person"))
                  + " "
                  + RealData.cell(row, "role"));
        }
      }
    }
    return expected;
  }

  static List<MembershipRow> members(GroupsView groups, AsOf asOf, GroupId group) {
    List<MembershipRow> all = new ArrayList<>();
    String cursor = null;
    do {
      Page<Held<MembershipRow>> page = groups.members(asOf, group, cursor, 200);
      page.items().forEach(held -> all.add(held.row()));
      cursor = page.next();
    } while (cursor != null);
    return all;
  }

  private static List<Map<String, String>> rows(String file) {
    return RealData.rows(RealData.folder(SET).resolve(file));
  }

  private static ImportLab lab() {
    return java.util.Objects.requireNonNull(lab);
  }

  private static ImportReport report() {
    return java.util.Objects.requireNonNull(report);
  }
}
