package nl.korf.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.korf.model.MandateId;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Segment;
import nl.korf.model.view.Timeline;
import nl.korf.projections.mandates.Branch;
import nl.korf.projections.mandates.MandatesView;
import nl.korf.projections.mandates.TreeRoot;
import nl.korf.projections.testing.RandomHistory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Trees of mandates against a walk through the fold of the same facts; a history by chance in which
 * mandates also hang in circles, seed {@value #SEED}.
 */
class TreesTest {

  private static final long SEED = 271;
  private static final int FACTS = 700;
  private static final int ENTITIES = 14;
  private static final int LEVELS = 5;
  private static final int ALL = 1_000_000;
  private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
  private static final ProjectedLedger LEDGER = new ProjectedLedger();

  private final MandatesView mandates = new MandatesView(LEDGER.reads());

  @BeforeAll
  static void fill() throws InterruptedException {
    LEDGER.with(new RandomHistory(SEED, ENTITIES, 0.3).next(FACTS));
  }

  @AfterAll
  static void close() {
    LEDGER.close();
  }

  private static List<AsOf> moments() {
    return List.of(
        new AsOf(FACTS, START.plus(Duration.ofMinutes(FACTS))),
        new AsOf(FACTS, START.plus(Duration.ofMinutes(FACTS / 3))),
        new AsOf(FACTS / 2, START.plus(Duration.ofMinutes(FACTS / 2))));
  }

  private static List<TreeRoot> roots(AsOf asOf) {
    return LEDGER.folded(ReadModel.MANDATES, asOf.position()).keySet().stream()
        .filter(entity -> entity.startsWith("mandate/"))
        .map(entity -> new TreeRoot(new MandateId(entity.substring("mandate/".length())), LEVELS))
        .toList();
  }

  /** One walked-to mandate with the way to it. */
  private record Walked(MandateId mandate, List<MandateId> above, int levels) {}

  private static List<String> walked(AsOf asOf, List<TreeRoot> roots) {
    Map<MandateId, List<MandateId>> below = new HashMap<>();
    Map<MandateId, Instant> since = new HashMap<>();
    for (Timeline timeline : LEDGER.folded(ReadModel.MANDATES, asOf.position()).values()) {
      for (Segment segment : timeline.segments()) {
        if (segment.row() instanceof MandateRow row) {
          since.merge(row.mandate(), segment.from(), (a, b) -> a.isBefore(b) ? a : b);
          Instant until = segment.until();
          boolean ahead = until == null || until.isAfter(asOf.on());
          MandateId parent = row.parent();
          if (parent != null && ahead) {
            List<MandateId> known = below.computeIfAbsent(parent, _ -> new ArrayList<>());
            if (!known.contains(row.mandate())) {
              known.add(row.mandate());
            }
          }
        }
      }
    }
    List<String> walked = new ArrayList<>();
    Deque<Walked> ahead = new ArrayDeque<>();
    roots.forEach(root -> ahead.add(new Walked(root.mandate(), List.of(), root.levels())));
    while (!ahead.isEmpty()) {
      Walked at = ahead.removeFirst();
      List<MandateId> children = below.getOrDefault(at.mandate(), List.of());
      if (since.containsKey(at.mandate())) {
        MandateId parent = at.above().isEmpty() ? null : at.above().getLast();
        walked.add(said(at.mandate(), parent, since.get(at.mandate()), children.size()));
      }
      List<MandateId> above = new ArrayList<>(at.above());
      above.add(at.mandate());
      for (MandateId child : children) {
        if (at.levels() > 1 && !above.contains(child)) {
          ahead.add(new Walked(child, above, at.levels() - 1));
        }
      }
    }
    return walked;
  }

  private static String said(
      MandateId mandate, @Nullable MandateId parent, @Nullable Instant since, int below) {
    return "%s below %s since %s with %d".formatted(mandate, parent, since, below);
  }

  private static List<String> told(List<Branch> branches) {
    return branches.stream()
        .map(one -> said(one.mandate(), one.parent(), one.since(), one.below()))
        .toList();
  }

  @Test
  void aTreeHoldsEveryWayDownThatTheFactsGive() {
    for (AsOf asOf : moments()) {
      List<TreeRoot> roots = roots(asOf);
      List<String> walked = walked(asOf, roots);

      assertThat(told(mandates.trees(asOf, roots, ALL, ALL)))
          .as(asOf.toString())
          .containsExactlyInAnyOrderElementsOf(walked);
      assertThat(walked).hasSizeGreaterThan(roots.size());
    }
  }

  @Test
  void aTreeOfAnotherMomentIsFoundToDiffer() {
    List<AsOf> moments = moments();
    List<TreeRoot> roots = roots(moments.get(2));

    assertThat(told(mandates.trees(moments.getFirst(), roots, ALL, ALL)))
        .isNotEqualTo(walked(moments.get(2), roots));
  }

  @Test
  void ofManyTheFirstAreReadAndAllAreCounted() {
    // before anything took effect every sub-mandate is still ahead
    AsOf asOf = new AsOf(FACTS, START);
    List<TreeRoot> roots = roots(asOf);
    List<Branch> few = mandates.trees(asOf, roots, 1, ALL);

    assertThat(few).hasSizeLessThan(mandates.trees(asOf, roots, ALL, ALL).size());
    assertThat(few).anyMatch(one -> one.below() > 1);
    assertThat(mandates.trees(asOf, roots, ALL, 7)).hasSize(7);
  }
}
