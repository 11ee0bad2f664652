package nl.korf.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.korf.model.GroupId;
import nl.korf.model.Subject;
import nl.korf.model.view.DirectiveRows.DirectiveRow;
import nl.korf.model.view.DirectiveRows.DirectiveState;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Row;
import nl.korf.projections.directives.DirectivesView;
import nl.korf.projections.directives.DirectivesView.Filter;
import nl.korf.projections.testing.RandomHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What lists of directives leave out and count, against the fold of the same facts; a history by
 * chance, with late facts, seed {@value #SEED}.
 */
class DirectivesViewTest {

  private static final long SEED = 815;
  private static final int FACTS = 900;
  private static final int LIMIT = 100;
  private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
  private static final ProjectedLedger LEDGER = new ProjectedLedger();

  private final DirectivesView directives = new DirectivesView(LEDGER.reads());

  @BeforeAll
  static void fill() throws InterruptedException {
    LEDGER.with(new RandomHistory(SEED, 9, 0.3).withStepIns().next(FACTS));
  }

  @AfterAll
  static void close() {
    LEDGER.close();
  }

  private static List<AsOf> moments() {
    return List.of(
        new AsOf(FACTS, START.plus(Duration.ofMinutes(FACTS + 1_000L))),
        new AsOf(FACTS, START.plus(Duration.ofMinutes(FACTS / 2))),
        new AsOf(FACTS / 2, START.plus(Duration.ofMinutes(FACTS / 2))),
        new AsOf(FACTS / 3, START.plus(Duration.ofMinutes(FACTS))));
  }

  private static Set<String> folded(AsOf asOf, Predicate<DirectiveRow> wanted) {
    Set<String> found = new TreeSet<>();
    LEDGER
        .folded(ReadModel.DIRECTIVES, asOf.position())
        .values()
        .forEach(timeline ->
            timeline
                .on(asOf.on())
                .filter(segment -> segment.row() instanceof DirectiveRow row && wanted.test(row))
                .ifPresent(segment -> found.add(segment.row().entity())));
    return found;
  }

  private static Set<String> entities(List<? extends Held<? extends Row>> held) {
    Set<String> found = new TreeSet<>();
    held.forEach(one -> found.add(one.row().entity()));
    return found;
  }

  @Test
  void inForceIsWhatHasNeitherLapsedNorBeenLifted() {
    int found = 0;
    for (AsOf asOf : moments()) {
      for (boolean inForce : new boolean[] {true, false}) {
        Set<String> listed =
            entities(
                directives
                    .page(asOf, new Filter(null, null, null, null, inForce), null, LIMIT)
                    .items());
        assertThat(listed)
            .as("%s %s", asOf, inForce)
            .isEqualTo(folded(asOf, row -> (row.state() == DirectiveState.IN_FORCE) == inForce));
        found += listed.size();
      }
    }
    assertThat(found).as("directives at all").isPositive();
  }

  @Test
  void whatIsAimedAtASubjectIsFoundThere() {
    for (AsOf asOf : moments()) {
      Subject target = Subject.of(new GroupId("group-1"));
      assertThat(entities(directives.inForceOn(asOf, List.of(target))))
          .isEqualTo(
              folded(
                  asOf,
                  row -> row.target().equals(target) && row.state() == DirectiveState.IN_FORCE));
    }
  }

  @Test
  void everyDirectiveCountsOnceWhateverBecameOfIt() {
    for (AsOf asOf : moments()) {
      Map<String, Set<String>> expected = new TreeMap<>();
      LEDGER
          .folded(ReadModel.DIRECTIVES, asOf.position())
          .values()
          .forEach(timeline ->
              timeline.segments().stream()
                  .filter(segment -> !segment.from().isAfter(asOf.on()))
                  .map(segment -> segment.row())
                  .filter(DirectiveRow.class::isInstance)
                  .map(DirectiveRow.class::cast)
                  .forEach(row ->
                      expected
                          .computeIfAbsent(
                              "%s %s %s"
                                  .formatted(
                                      row.group(),
                                      row.issuedOn().toString().substring(0, 7),
                                      row.type()),
                              _ -> new TreeSet<>())
                          .add(row.entity())));
      Map<String, Long> counted = new TreeMap<>();
      directives
          .counts(asOf, null)
          .forEach(count ->
              counted.put(
                  "%s %s %s".formatted(count.group(), count.month(), count.type()),
                  count.directives()));

      Map<String, Long> sizes = new TreeMap<>();
      expected.forEach((key, entities) -> sizes.put(key, (long) entities.size()));
      assertThat(counted).as(asOf.toString()).isEqualTo(sizes);
    }
  }
}
