package nl.korf.service.entities;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.InitiativeId;
import nl.korf.model.RoundId;
import nl.korf.model.decisions.DecisionLife;
import nl.korf.model.decisions.DecisionLife.Replacement;
import nl.korf.model.facts.DecisionEvent;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.DecisionEvent.DissentRecorded;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoundEvent.AdviceGiven;
import nl.korf.model.facts.RoundEvent.RoundOpened;
import nl.korf.model.view.Segment;
import nl.korf.service.kernel.Criteria;
import nl.korf.service.kernel.Criteria.Selection;
import org.jspecify.annotations.Nullable;

/** What becomes of decisions, as sourced in one boundary. */
public final class DecisionEntities {

  /** Longest row of decisions in which each took the place of the one before. */
  public static final int REPLACED_MAX = 256;

  private final Entities entities;

  private DecisionEntities(Entities entities) {
    this.entities = entities;
  }

  public static DecisionEntities in(Entities entities) {
    return new DecisionEntities(entities);
  }

  /** The decision over time, with the decisions that took its place; empty where it is unknown. */
  public Optional<DecisionLife> life(DecisionId decision) {
    List<RecordedFact> own = facts(decision);
    List<RecordedFact> all = new ArrayList<>(own);
    DecisionLife.supersededBy(decision, own).forEach(by -> all.addAll(facts(by)));
    DecisionLife life = DecisionLife.of(decision, all);
    return life.own().segments().isEmpty() ? Optional.empty() : Optional.of(life);
  }

  /** The fact by which it was taken. */
  public Optional<RecordedFact> taking(DecisionId decision) {
    return facts(decision).stream()
        .filter(fact -> fact.fact() instanceof DecisionTaken)
        .findFirst();
  }

  /**
   * The decisions that stand, one through the other, in the place of this one, whatever became of
   * them; nearest first, at most {@value #REPLACED_MAX}.
   */
  public List<DecisionId> later(DecisionId decision) {
    Set<DecisionId> later = new LinkedHashSet<>();
    List<DecisionId> open = new ArrayList<>(List.of(decision));
    while (!open.isEmpty() && later.size() < REPLACED_MAX) {
      DecisionId next = open.removeFirst();
      DecisionLife.supersededBy(next, facts(next)).stream().filter(later::add).forEach(open::add);
    }
    return List.copyOf(later);
  }

  /** Decisions about an initiative, by anybody. */
  public List<DecisionTaken> about(InitiativeId initiative) {
    return taken(Criteria.tagged("initiative", initiative, DecisionTaken.class));
  }

  /** Decisions about an initiative that a body took by a power it holds itself. */
  public List<DecisionTaken> about(InitiativeId initiative, BodyId byItself) {
    return taken(
        new Criteria(
            List.of(
                new Selection(
                    Set.of("initiative=" + initiative, "own-power=" + byItself),
                    Set.of(DecisionTaken.class)))));
  }

  private List<DecisionTaken> taken(Criteria criteria) {
    return entities.facts(criteria).stream()
        .map(RecordedFact::fact)
        .filter(DecisionTaken.class::isInstance)
        .map(DecisionTaken.class::cast)
        .toList();
  }

  /** How a round was opened. */
  public Optional<RoundOpened> opened(RoundId round) {
    return entities.facts(Criteria.tagged("round", round, RoundOpened.class)).stream()
        .map(fact -> (RoundOpened) fact.fact())
        .findFirst();
  }

  /** The advice given in a round. */
  public List<AdviceGiven> advice(RoundId round) {
    return entities.facts(Criteria.tagged("in-round", round, AdviceGiven.class)).stream()
        .map(fact -> (AdviceGiven) fact.fact())
        .toList();
  }

  /** The views that differ from a decision. */
  public List<RecordedFact> dissents(DecisionId decision) {
    return entities.facts(Criteria.tagged("dissent-on", decision, DissentRecorded.class));
  }

  /**
   * The first moment after now at which something sourced is known to end: whatever {@link
   * Entities} answered, and the state of these decisions.
   */
  public @Nullable Instant firstEnd(DecisionLife... lives) {
    Instant now = entities.now();
    return Stream.concat(Stream.ofNullable(entities.firstEnd()), ends(lives))
        .filter(end -> end.isAfter(now))
        .min(Instant::compareTo)
        .orElse(null);
  }

  private static Stream<Instant> ends(DecisionLife... lives) {
    return Stream.of(lives)
        .flatMap(life ->
            Stream.concat(
                life.own().segments().stream(),
                life.replacements().stream().flatMap(DecisionEntities::segments)))
        .flatMap(segment -> Stream.of(segment.from(), segment.until()))
        .filter(Objects::nonNull);
  }

  private static Stream<Segment> segments(Replacement one) {
    return Stream.concat(one.place().segments().stream(), one.by().segments().stream());
  }

  private List<RecordedFact> facts(DecisionId decision) {
    return entities.facts(Criteria.tagged("decision", decision, DecisionEvent.class));
  }
}
