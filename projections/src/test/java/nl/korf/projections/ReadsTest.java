package nl.korf.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.korf.model.GroupId;
import nl.korf.model.PersonId;
import nl.korf.model.facts.GroupEvent.GroupState;
import nl.korf.model.view.DecisionRows.UseRow;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Row;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.model.view.Row.MembershipRow;
import nl.korf.model.view.Segment;
import nl.korf.projections.decisions.DecisionsView;
import nl.korf.projections.groups.GroupsView;
import nl.korf.projections.initiatives.InitiativesView;
import nl.korf.projections.testing.RandomHistory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the read models answer about any position and instant is what a fold over the facts says,
 * written independently of them; a history by chance, with late facts, seed {@value #SEED}.
 */
class ReadsTest {

  private static final long SEED = 4711;
  private static final int FACTS = 1_200;
  private static final int MOMENTS = 12;
  private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant TODAY = Instant.parse("2025-01-01T00:00:00Z");
  private static final ProjectedLedger LEDGER = new ProjectedLedger();

  @BeforeAll
  static void fill() throws InterruptedException {
    LEDGER.with(new RandomHistory(SEED, 9, 0.3).withStepIns().next(FACTS));
  }

  @AfterAll
  static void close() {
    LEDGER.close();
  }

  private static List<AsOf> moments() {
    var random = new SplittableRandom(SEED);
    List<AsOf> moments = new ArrayList<>();
    for (int i = 0; i < MOMENTS; i++) {
      Instant on = START.plus(Duration.ofMinutes(random.nextInt(FACTS + 300)));
      moments.add(new AsOf(1 + random.nextInt(FACTS), on));
    }
    moments.add(new AsOf(FACTS, TODAY));
    return moments;
  }

  private static List<Segment> inForce(ReadModel model, AsOf asOf, Predicate<? super Row> wanted) {
    return LEDGER.folded(model, asOf.position()).values().stream()
        .flatMap(timeline -> timeline.on(asOf.on()).stream())
        .filter(segment -> wanted.test(segment.row()))
        .toList();
  }

  private static List<Segment> bare(List<? extends Held<? extends Row>> held) {
    return held.stream().map(one -> new Segment(one.row(), one.from(), one.until())).toList();
  }

  /** The whole list, by small pieces. */
  private static List<Segment> paged(
      Function<@Nullable String, Page<? extends Held<? extends Row>>> next) {
    List<Segment> all = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      Page<? extends Held<? extends Row>> page = next.apply(cursor);
      all.addAll(bare(page.items()));
      cursor = page.next();
    } while (cursor != null);
    return all;
  }

  @ParameterizedTest
  @EnumSource
  void anyEntityReadsAsTheFoldSays(RowTable table) {
    for (AsOf asOf : moments()) {
      LEDGER
          .folded(table.model(), asOf.position())
          .forEach((entity, timeline) -> {
            if (RowTable.of(entity) == table) {
              assertThat(bare(of(table).where("entity", entity).asOf(asOf).all()))
                  .as(entity + " " + asOf)
                  .isEqualTo(timeline.on(asOf.on()).stream().toList());
              assertThat(
                      bare(
                          of(table)
                              .where("entity", entity)
                              .knownAt(asOf.position())
                              .oldestFirst()
                              .all()))
                  .as(entity + " " + asOf)
                  .isEqualTo(timeline.segments());
            }
          });
    }
  }

  private static Select<? extends Row> of(RowTable table) {
    return LEDGER.reads().from(table.model(), table.table(), table.type());
  }

  @ParameterizedTest
  @EnumSource
  void theListsOfAnyTableHoldEveryRowOnceInOrder(RowTable table) {
    for (AsOf asOf : moments()) {
      List<Segment> listed = paged(cursor -> of(table).asOf(asOf).page(cursor, 4));

      assertThat(listed)
          .as(asOf.toString())
          .isEqualTo(inForce(table.model(), asOf, row -> RowTable.of(row.entity()) == table));
    }
  }

  @Test
  void filtersLeaveWhatMatches() {
    var groups = new GroupsView(LEDGER.reads());
    var initiatives = new InitiativesView(LEDGER.reads());
    int found = 0;
    for (AsOf asOf : moments()) {
      var archived = new GroupsView.Filter(null, null, null, GroupState.ARCHIVED, null);
      assertThat(paged(cursor -> groups.page(asOf, archived, cursor, 2)))
          .isEqualTo(
              inForce(
                  ReadModel.GROUPS,
                  asOf,
                  row -> row instanceof GroupRow g && g.state() == GroupState.ARCHIVED));
      for (int i = 0; i < 9; i++) {
        found += initiativesOf(new GroupId("g" + i), asOf, initiatives);
      }
    }
    assertThat(found).as("initiatives that match at all").isPositive();
  }

  private static int initiativesOf(GroupId owner, AsOf asOf, InitiativesView initiatives) {
    var owned = new InitiativesView.Filter(owner, "stage1", null, false, "INITIATIVE ");
    List<Segment> listed = paged(cursor -> initiatives.page(asOf, owned, cursor, 2));
    assertThat(listed)
        .isEqualTo(
            inForce(
                ReadModel.INITIATIVES,
                asOf,
                row ->
                    row instanceof InitiativeRow i
                        && i.owner().equals(owner)
                        && i.stage().equals("stage1")));
    return listed.size();
  }

  @Test
  void aTitleIsFoundByItsBeginningOnly() {
    var groups = new GroupsView(LEDGER.reads());
    AsOf head = new AsOf(FACTS, TODAY);

    for (String beginning : List.of("group 1", "Group 9", "roup", "%", "_roup")) {
      var titled = new GroupsView.Filter(null, null, null, null, beginning);
      assertThat(paged(cursor -> groups.page(head, titled, cursor, 3)))
          .isEqualTo(
              inForce(
                  ReadModel.GROUPS,
                  head,
                  row ->
                      row instanceof GroupRow g
                          && g.name()
                              .in("nl")
                              .regionMatches(true, 0, beginning, 0, beginning.length())));
    }
  }

  @Test
  void membersAndMembershipsMeet() {
    var groups = new GroupsView(LEDGER.reads());
    for (AsOf asOf : moments()) {
      for (int i = 0; i < 9; i++) {
        var group = new GroupId("g" + i);
        var person = new PersonId("p" + i);
        assertThat(paged(cursor -> groups.members(asOf, group, cursor, 3)))
            .isEqualTo(
                inForce(
                    ReadModel.GROUPS,
                    asOf,
                    row -> row instanceof MembershipRow m && m.group().equals(group)));
        assertThat(paged(cursor -> groups.membershipsOf(asOf, person, cursor, 3)))
            .isEqualTo(
                inForce(
                    ReadModel.GROUPS,
                    asOf,
                    row -> row instanceof MembershipRow m && m.person().equals(person)));
      }
    }
  }

  @Test
  void decisionsAreListedLatestFirst() {
    var decisions = new DecisionsView(LEDGER.reads());
    for (AsOf asOf : moments()) {
      List<Segment> listed =
          paged(cursor -> decisions.page(asOf, DecisionsView.Filter.ALL, cursor, 5));

      assertThat(listed)
          .containsExactlyInAnyOrderElementsOf(
              inForce(ReadModel.DECISIONS, asOf, row -> row instanceof DecisionRow));
      assertThat(listed.stream().map(Segment::from).map(from -> -from.getEpochSecond())).isSorted();
    }
  }

  @Test
  void theDecisionsUnderAMandateAreThoseThatUsedIt() {
    var decisions = new DecisionsView(LEDGER.reads());
    for (AsOf asOf : moments()) {
      List<UseRow> uses =
          inForce(ReadModel.DECISIONS, asOf, row -> row instanceof UseRow).stream()
              .map(segment -> (UseRow) segment.row())
              .toList();
      for (var mandate : uses.stream().map(UseRow::mandate).distinct().toList()) {
        assertThat(
                paged(cursor -> decisions.underMandate(asOf, mandate, cursor, 2)).stream()
                    .map(segment -> ((DecisionRow) segment.row()).decision()))
            .containsExactlyInAnyOrderElementsOf(
                uses.stream()
                    .filter(use -> use.mandate().equals(mandate))
                    .map(UseRow::decision)
                    .toList());
      }
    }
  }

  @Test
  void countsAddUp() {
    var groups = new GroupsView(LEDGER.reads());
    for (AsOf asOf : moments()) {
      Map<String, Long> expected = new LinkedHashMap<>();
      Stream.of("ACTIVE", "ARCHIVED", "DISSOLVED")
          .forEach(state -> {
            long count =
                inForce(
                        ReadModel.GROUPS,
                        asOf,
                        row -> row instanceof GroupRow g && g.state().name().equals(state))
                    .size();
            if (count > 0) {
              expected.put(state, count);
            }
          });

      assertThat(groups.countByState(asOf, GroupsView.Filter.ALL)).isEqualTo(expected);
    }
  }

  @Test
  void aCursorOfAnotherListOrOfNobodyIsRefused() {
    var groups = new GroupsView(LEDGER.reads());
    var decisions = new DecisionsView(LEDGER.reads());
    AsOf asOf = new AsOf(FACTS, TODAY);
    String ofDecisions = decisions.page(asOf, DecisionsView.Filter.ALL, null, 1).next();

    for (String cursor : List.of("", "!", "Zm9v", String.valueOf(ofDecisions))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> groups.page(asOf, GroupsView.Filter.ALL, cursor, 5))
          .withMessageContaining("no cursor of this list");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> groups.page(asOf, GroupsView.Filter.ALL, null, 0));
  }
}
