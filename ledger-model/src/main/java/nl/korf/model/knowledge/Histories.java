package nl.korf.model.knowledge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.Envelope;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.view.Evolution;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Timeline;

/** Facts up to a position, by the entities they are about, each folded when first asked for. */
final class Histories {

  private static final List<Evolution> EVOLUTIONS =
      List.of(
          Evolution.of(ReadModel.PEOPLE),
          Evolution.of(ReadModel.BODIES),
          Evolution.of(ReadModel.ROLES),
          Evolution.of(ReadModel.GROUPS),
          Evolution.of(ReadModel.POWERS),
          Evolution.of(ReadModel.MANDATES),
          Evolution.of(ReadModel.DECISIONS));

  /** A decision that was taken, and when. */
  record Taken(DecisionTaken decision, Instant at) {}

  private final Map<String, Evolution> evolutions = new HashMap<>();
  private final Map<String, List<RecordedFact>> facts = new HashMap<>();
  private final Map<String, Timeline> timelines = new HashMap<>();
  private final Map<String, SortedSet<String>> entitiesByKind = new HashMap<>();
  private final List<Taken> decisions = new ArrayList<>();

  Histories(Collection<RecordedFact> all, long position) {
    for (RecordedFact fact : all) {
      if (fact.position() <= position) {
        add(fact);
      }
    }
  }

  private void add(RecordedFact fact) {
    for (Evolution evolution : EVOLUTIONS) {
      for (String entity : evolution.entities(fact)) {
        evolutions.put(entity, evolution);
        facts.computeIfAbsent(entity, _ -> new ArrayList<>()).add(fact);
        String kind = entity.substring(0, entity.indexOf('/'));
        entitiesByKind.computeIfAbsent(kind, _ -> new TreeSet<>()).add(entity);
      }
    }
    if (fact.fact() instanceof DecisionTaken taken) {
      decisions.add(new Taken(taken, takenAt(fact.envelope())));
    }
  }

  /** An act of the ledger counts from its recording, recorded history from its own time. */
  private static Instant takenAt(Envelope envelope) {
    return envelope.imported() == null ? envelope.recordedAt() : envelope.effectiveAt();
  }

  Timeline timeline(String entity) {
    Evolution evolution = evolutions.get(entity);
    if (evolution == null) {
      return Timeline.EMPTY;
    }
    return timelines.computeIfAbsent(
        entity, _ -> Timeline.fold(evolution, entity, facts.getOrDefault(entity, List.of())));
  }

  /** All entities of a kind, {@code appointment}, in order. */
  SortedSet<String> entities(String kind) {
    return entitiesByKind.getOrDefault(kind, new TreeSet<>());
  }

  List<Taken> decisions() {
    return decisions;
  }
}
