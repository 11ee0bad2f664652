package nl.korf.service.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.Tag;
import nl.korf.model.facts.Tags;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Criteria;

/** The boundary of one command over a list of facts; keeps what was loaded. */
final class MemoryBoundary implements Boundary {

  private final List<RecordedFact> facts;
  private final Instant now;
  private final Actor actor;
  private final UUID commandId;
  private final UUID requestId = UUID.randomUUID();
  private final List<Criteria> loaded = new ArrayList<>();

  MemoryBoundary(List<RecordedFact> facts, Instant now, Actor actor, UUID commandId) {
    this.facts = List.copyOf(facts);
    this.now = now;
    this.actor = actor;
    this.commandId = commandId;
  }

  List<Criteria> loaded() {
    return loaded;
  }

  /** Whether a fact matches one of the alternatives. */
  static boolean matches(Criteria criteria, RecordedFact fact) {
    return criteria.selections().stream()
        .anyMatch(selection ->
            selection.types().contains(fact.fact().getClass())
                && Tags.of(fact.fact()).stream()
                    .map(Tag::toString)
                    .collect(Collectors.toSet())
                    .containsAll(selection.tags()));
  }

  @Override
  public <S> S load(Criteria criteria, S initial, BiFunction<S, RecordedFact, S> evolve) {
    return loadAfter(0, criteria, initial, evolve);
  }

  @Override
  public <S> S loadAfter(
      long position, Criteria criteria, S initial, BiFunction<S, RecordedFact, S> evolve) {
    loaded.add(criteria);
    S state = initial;
    for (RecordedFact fact : facts) {
      if (fact.position() > position && matches(criteria, fact)) {
        state = evolve.apply(state, fact);
      }
    }
    return state;
  }

  @Override
  public List<RecordedFact> facts(Criteria criteria) {
    return load(
        criteria,
        new ArrayList<>(),
        (all, fact) -> {
          all.add(fact);
          return all;
        });
  }

  @Override
  public void queueOn(String key) {
    // One command at a time: nobody to wait for.
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Actor actor() {
    return actor;
  }

  @Override
  public UUID commandId() {
    return commandId;
  }

  @Override
  public UUID requestId() {
    return requestId;
  }

  @Override
  public String newId(String prefix) {
    return prefix + "-" + commandId;
  }

  @Override
  public long position() {
    return facts.size();
  }
}
