package nl.korf.model.notices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import nl.korf.model.InitiativeId;
import nl.korf.model.PersonId;
import nl.korf.model.facts.InitiativeEvent.InitiativeProposed;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.view.Evolution;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Timeline;

/**
 * {@link Relations} by folding every fact from the first on: for a replay that computes recipients
 * again without any read model. Holds all of the ledger in memory.
 */
public final class RelationsFold {

  private static final List<Evolution> EVOLUTIONS =
      Arrays.stream(ReadModel.values()).map(Evolution::of).toList();

  private final NavigableMap<String, Timeline> timelines = new TreeMap<>();
  private final Map<String, Timeline> earlier = new HashMap<>();
  private final Map<String, List<RecordedFact>> facts = new HashMap<>();
  private final Map<InitiativeId, PersonId> proposers = new HashMap<>();

  /** Takes the next fact; the world as known with it. The answer serves until the next one. */
  public Relations take(RecordedFact fact) {
    earlier.clear();
    for (Evolution evolution : EVOLUTIONS) {
      for (String entity : evolution.entities(fact)) {
        fold(evolution, entity, fact);
      }
    }
    Instant on = fact.envelope().recordedAt();
    if (fact.fact() instanceof InitiativeProposed proposed) {
      PersonId proposer = Doers.actor(fact.envelope().actor());
      if (proposer != null) {
        proposers.putIfAbsent(proposed.initiative(), proposer);
      }
    }
    FoldedRelations before = new FoldedRelations(timelines, earlier, proposers, on, null);
    return new FoldedRelations(timelines, Map.of(), proposers, on, before);
  }

  private void fold(Evolution evolution, String entity, RecordedFact fact) {
    Timeline known = timelines.getOrDefault(entity, Timeline.EMPTY);
    List<RecordedFact> all = facts.computeIfAbsent(entity, _ -> new ArrayList<>());
    all.add(fact);
    earlier.put(entity, known);
    timelines.put(
        entity,
        known.next(evolution, entity, fact).orElseGet(() -> Timeline.fold(evolution, entity, all)));
  }
}
