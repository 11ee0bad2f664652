package nl.korf.model.decisions;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.korf.model.DecisionId;
import nl.korf.model.facts.DecisionEvent.DecisionSuperseded;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.view.DecisionRows.DecisionState;
import nl.korf.model.view.DecisionRows.Repeal;
import nl.korf.model.view.DecisionRows.SupersessionRow;
import nl.korf.model.view.Evolution;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Row;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.model.view.Segment;
import nl.korf.model.view.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * One decision over time, as known from some facts.
 *
 * @param own what it is by itself
 * @param replacements the decisions that were to take its place
 */
public record DecisionLife(DecisionId decision, Timeline own, List<Replacement> replacements) {

  private static final Evolution EVOLUTION = Evolution.of(ReadModel.DECISIONS);

  /**
   * A later decision that was to take the place of this one.
   *
   * @param place the time for which it has the place, whatever becomes of the later decision
   * @param by the later decision by itself
   */
  public record Replacement(Timeline place, Timeline by) {

    /** The supersession, where it counts on the instant. */
    Optional<SupersessionRow> on(Instant instant) {
      return row(place.on(instant), SupersessionRow.class)
          .filter(row -> row.holds(repeal(by.on(instant))));
    }

    /** The supersession, where it counts in the end, by all that is known and planned. */
    Optional<SupersessionRow> atLast() {
      return row(last(place), SupersessionRow.class).filter(row -> row.holds(repeal(last(by))));
    }

    private static @Nullable Repeal repeal(Optional<Segment> later) {
      return row(later, DecisionRow.class).map(DecisionRow::repeal).orElse(null);
    }
  }

  public DecisionLife {
    replacements = List.copyOf(replacements);
  }

  /**
   * Folds what the facts say.
   *
   * @param facts about the decision, and about those that superseded it
   */
  public static DecisionLife of(DecisionId decision, Collection<RecordedFact> facts) {
    List<Replacement> replacements =
        supersededBy(decision, facts).stream()
            .map(by ->
                new Replacement(
                    fold("supersession/" + decision + "/" + by, facts),
                    fold("decision/" + by, facts)))
            .toList();
    return new DecisionLife(decision, fold("decision/" + decision, facts), replacements);
  }

  /** The decisions that were to take its place, whatever became of them. */
  public static List<DecisionId> supersededBy(DecisionId decision, Collection<RecordedFact> facts) {
    return facts.stream()
        .filter(fact ->
            fact.fact() instanceof DecisionSuperseded one && one.decision().equals(decision))
        .map(fact -> ((DecisionSuperseded) fact.fact()).by())
        .distinct()
        .toList();
  }

  private static Timeline fold(String entity, Collection<RecordedFact> facts) {
    return Timeline.fold(EVOLUTION, entity, facts);
  }

  /** The decision by itself; empty where it was not taken yet. */
  public Optional<DecisionRow> on(Instant instant) {
    return row(own.on(instant), DecisionRow.class);
  }

  /** The decision as it is in the end, by all that is known and planned. */
  public Optional<DecisionRow> atLast() {
    return row(last(own), DecisionRow.class);
  }

  /** The supersession by which another decision stands in its place on the instant. */
  public Optional<SupersessionRow> supersession(Instant instant) {
    return replacements.stream().flatMap(one -> one.on(instant).stream()).findFirst();
  }

  /** The supersession by which another has, or will have, its place in the end. */
  public Optional<SupersessionRow> supersessionAtLast() {
    return replacements.stream().flatMap(one -> one.atLast().stream()).findFirst();
  }

  /** Whether it works on the instant, and if not, why; empty where it was not taken yet. */
  public Optional<DecisionState> state(Instant instant) {
    return on(instant).map(row -> state(row, supersession(instant).isPresent()));
  }

  /** The state of a decision that another may stand in the place of. */
  public static DecisionState state(DecisionRow row, boolean superseded) {
    return superseded && row.state() != DecisionState.REPEALED
        ? DecisionState.SUPERSEDED
        : row.state();
  }

  private static Optional<Segment> last(Timeline timeline) {
    return timeline.segments().isEmpty()
        ? Optional.empty()
        : Optional.of(timeline.segments().getLast());
  }

  private static <R extends Row> Optional<R> row(Optional<Segment> segment, Class<R> type) {
    return segment.map(Segment::row).filter(type::isInstance).map(type::cast);
  }
}
