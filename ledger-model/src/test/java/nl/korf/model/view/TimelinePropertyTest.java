package nl.korf.model.view;

import static nl.korf.model.view.Histories.inOrderOfEffect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.view.Histories.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the fold of any history at all; every run names its seed. */
class TimelinePropertyTest {

  private static final int HISTORIES = 400;
  private static final int FACTS_MAX = 14;

  /** One half of the facts by the quick path or anew, as a follower does it. */
  private static Timeline follow(History history, Timeline start, List<RecordedFact> known) {
    Timeline timeline = start;
    List<RecordedFact> sofar = new ArrayList<>(known);
    for (RecordedFact fact : history.facts().subList(known.size(), history.facts().size())) {
      sofar.add(fact);
      Optional<Timeline> next = timeline.next(history.evolution(), history.entity(), fact);
      timeline = next.orElseGet(() -> fold(history, sofar));
    }
    return timeline;
  }

  private static Timeline fold(History history, Collection<RecordedFact> facts) {
    return Timeline.fold(history.evolution(), history.entity(), facts);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void foldedInTwoHalvesIsFoldedInOne(long seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < HISTORIES; i++) {
      History history = Histories.random(random, 1 + random.nextInt(FACTS_MAX));
      List<RecordedFact> first =
          history.facts().subList(0, random.nextInt(history.facts().size() + 1));

      Timeline followed = follow(history, fold(history, first), first);

      assertThat(followed).as(history.toString()).isEqualTo(fold(history, history.facts()));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23, 24, 25, 26})
  void theQuickPathGivesWhatTheFullFoldGives(long seed) {
    var random = new SplittableRandom(seed);
    int quick = 0;
    for (int i = 0; i < HISTORIES; i++) {
      History history = Histories.random(random, 1 + random.nextInt(FACTS_MAX));
      for (int known = 0; known < history.facts().size(); known++) {
        Timeline before = fold(history, history.facts().subList(0, known));

        Optional<Timeline> next =
            before.next(history.evolution(), history.entity(), history.facts().get(known));

        quick += next.isPresent() ? 1 : 0;
        Timeline full = fold(history, history.facts().subList(0, known + 1));
        assertThat(next.orElse(full)).as(history.toString()).isEqualTo(full);
      }
    }
    assertThat(quick).as("times the quick path was taken").isGreaterThan(HISTORIES);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {31, 32, 33, 34})
  void theOrderInWhichFactsAreReadDoesNotMatter(long seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < HISTORIES; i++) {
      History history = Histories.random(random, 1 + random.nextInt(FACTS_MAX));
      List<RecordedFact> shuffled = new ArrayList<>(history.facts());
      Collections.shuffle(shuffled, new Random(random.nextLong()));

      assertThat(fold(history, shuffled)).isEqualTo(fold(history, history.facts()));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {41, 42, 43, 44})
  void theOrderOfArrivalLeavesNoTraceOnceAllHasArrived(long seed) {
    var random = new SplittableRandom(seed);
    int told = 0;
    for (int i = 0; i < HISTORIES; i++) {
      History history = Histories.random(random, 1 + random.nextInt(FACTS_MAX / 2));
      List<RecordedFact> acts = Arrivals.distinctInstants(inOrderOfEffect(history.facts()));
      if (Arrivals.shareAnInstant(history.evolution(), acts)) {
        continue;
      }
      told++;
      List<RecordedFact> late = new ArrayList<>(acts);
      Collections.shuffle(late, new Random(random.nextLong()));

      List<Segment> inTime = fold(history, Arrivals.renumbered(acts)).segments();
      List<Segment> jumbled = fold(history, Arrivals.renumbered(late)).segments();

      assertThat(Arrivals.withoutPositions(jumbled)).isEqualTo(Arrivals.withoutPositions(inTime));
    }
    assertThat(told).as("histories without two acts at one instant").isGreaterThan(HISTORIES / 2);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {51, 52, 53, 54})
  void segmentsAreHalfOpenInOrderAndNeighboursDiffer(long seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < HISTORIES; i++) {
      History history = Histories.random(random, 1 + random.nextInt(FACTS_MAX));

      Timeline timeline = fold(history, history.facts());

      assertThat(faults(timeline.segments())).as(history.toString()).isEmpty();
      for (Segment segment : timeline.segments()) {
        assertThat(timeline.on(segment.from())).contains(segment);
        Instant until = segment.until();
        if (until != null) {
          assertThat(timeline.on(until)).isNotEqualTo(Optional.of(segment));
          assertThat(timeline.on(until.minusNanos(1_000))).contains(segment);
        }
      }
    }
  }

  /** Control: the properties above can fail. */
  @Test
  void aFoldThatForgetsLateFactsIsFoundOut() {
    var random = new SplittableRandom(7);
    int found = 0;
    for (int i = 0; i < HISTORIES; i++) {
      History history = Histories.random(random, FACTS_MAX);
      Timeline timeline = Timeline.EMPTY;
      for (RecordedFact fact : history.facts()) {
        timeline = timeline.next(history.evolution(), history.entity(), fact).orElse(timeline);
      }
      found += timeline.equals(fold(history, history.facts())) ? 0 : 1;
    }
    assertThat(found).as("histories that tell the two apart").isGreaterThan(HISTORIES / 2);
  }

  /** Control: faults in segments are seen. */
  @Test
  void overlapsEmptySegmentsAndEqualNeighboursAreFaults() {
    Row row = new Row.PersonRow(Histories.ANN, false);
    Row other = new Row.PersonRow(Histories.ANN, true);
    Instant a = Histories.day(1);
    Instant b = Histories.day(2);
    Instant c = Histories.day(3);

    assertThat(faults(List.of(new Segment(row, a, c), new Segment(other, b, null)))).hasSize(1);
    assertThat(faults(List.of(new Segment(row, a, null), new Segment(other, b, null)))).hasSize(1);
    assertThat(faults(List.of(new Segment(row, a, a)))).hasSize(1);
    assertThat(faults(List.of(new Segment(row, a, b), new Segment(row, b, null)))).hasSize(1);
    assertThat(faults(List.of(new Segment(row, a, b), new Segment(other, b, null)))).isEmpty();
  }

  private static List<String> faults(List<Segment> segments) {
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      Instant until = segment.until();
      if (until != null && !segment.from().isBefore(until)) {
        faults.add("empty: " + segment);
      }
      if (i + 1 < segments.size()) {
        Segment next = segments.get(i + 1);
        if (until == null || until.isAfter(next.from())) {
          faults.add("overlap: " + segment + " and " + next);
        } else if (until.equals(next.from()) && segment.row().equals(next.row())) {
          faults.add("equal neighbours: " + segment + " and " + next);
        }
      }
    }
    return faults;
  }
}
