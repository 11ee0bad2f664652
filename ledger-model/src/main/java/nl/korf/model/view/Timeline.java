package nl.korf.model.view;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.korf.model.facts.RecordedFact;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one entity: its row over effective time, as a pure function of the facts about
 * it. Segments are half-open, in order, do not overlap, and neighbours differ.
 *
 * @param segments in order of time; gaps are times without a row
 * @param lastStepAt the latest instant at which any fact so far did something, or tried to; null
 *     before the first fact
 */
public record Timeline(List<Segment> segments, @Nullable Instant lastStepAt) {

  /** Nothing known. */
  public static final Timeline EMPTY = new Timeline(List.of(), null);

  public Timeline {
    segments = List.copyOf(segments);
  }

  /**
   * Folds facts in any order; those that do not concern the entity change nothing.
   *
   * @param entity for example {@code group/tiger-team}
   */
  public static Timeline fold(Evolution evolution, String entity, Collection<RecordedFact> facts) {
    List<Step> steps =
        facts.stream()
            .flatMap(fact -> evolution.steps(fact).stream())
            .filter(step -> step.entity().equals(entity))
            .sorted(Step.ORDER)
            .toList();
    return steps.isEmpty() ? EMPTY : new Unfolding(EMPTY).take(steps);
  }

  /**
   * The quick path for a fact with a higher position than all before it: when nothing it does lies
   * before {@link #lastStepAt}, the same as a fold over all facts. Empty when it comes late: then
   * fold all facts of the entity anew.
   */
  public Optional<Timeline> next(Evolution evolution, String entity, RecordedFact fact) {
    List<Step> steps =
        evolution.steps(fact).stream()
            .filter(step -> step.entity().equals(entity))
            .sorted(Step.ORDER)
            .toList();
    if (steps.isEmpty()) {
      return Optional.of(this);
    }
    if (lastStepAt != null && steps.getFirst().at().isBefore(lastStepAt)) {
      return Optional.empty();
    }
    return Optional.of(new Unfolding(this).take(steps));
  }

  /** The segment in force at the instant. */
  public Optional<Segment> on(Instant instant) {
    return segments.stream().filter(segment -> segment.covers(instant)).findFirst();
  }

  /** The segments that are here and not there: what a change opened, or closed. */
  public List<Segment> without(Timeline other) {
    Set<Segment> there = Set.copyOf(other.segments);
    return segments.stream().filter(segment -> !there.contains(segment)).toList();
  }
}
