package nl.korf.auditor.replay;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.view.CanonicalRows;
import nl.korf.model.view.Evolution;
import nl.korf.model.view.MultisetHash;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Segment;
import nl.korf.model.view.Timeline;
import nl.korf.model.view.ViewHash;

/**
 * The shared view, by folding facts: the rows of every entity, and the hash over them. Facts are
 * taken in order; their entities are folded when the hash is asked for, so that a view at few
 * positions costs little more than one at the end.
 */
public final class View {

  private static final class Entity {
    final Evolution evolution;
    final String name;
    final List<RecordedFact> facts = new ArrayList<>();
    int folded;
    Timeline timeline = Timeline.EMPTY;

    Entity(Evolution evolution, String name) {
      this.evolution = evolution;
      this.name = name;
    }

    /** What it is by all its facts; the quick way where the new ones do not come late. */
    Timeline fold() {
      Optional<Timeline> quick = Optional.of(timeline);
      for (RecordedFact fact : facts.subList(folded, facts.size())) {
        quick = quick.flatMap(sofar -> sofar.next(evolution, name, fact));
      }
      folded = facts.size();
      return quick.orElseGet(() -> Timeline.fold(evolution, name, facts));
    }
  }

  private final Map<ReadModel, Evolution> evolutions = new EnumMap<>(ReadModel.class);
  private final Map<ReadModel, MultisetHash> hashes = new EnumMap<>(ReadModel.class);
  private final Map<ReadModel, byte[]> digests = new EnumMap<>(ReadModel.class);
  private final Map<String, Entity> entities = new HashMap<>();
  private final Set<Entity> touched = new LinkedHashSet<>();
  private long segments;

  public View() {
    for (ReadModel readModel : ReadModel.values()) {
      evolutions.put(readModel, Evolution.of(readModel));
      hashes.put(readModel, new MultisetHash());
    }
  }

  /** The next fact. */
  public void add(RecordedFact fact) {
    for (Evolution evolution : evolutions.values()) {
      for (String name : evolution.entities(fact)) {
        Entity entity = entities.computeIfAbsent(name, _ -> new Entity(evolution, name));
        entity.facts.add(fact);
        touched.add(entity);
      }
    }
  }

  /** The hash of the view by the facts so far. */
  public byte[] hash() {
    for (Entity entity : touched) {
      Timeline before = entity.timeline;
      Timeline after = entity.fold();
      MultisetHash rows = hashes.get(entity.evolution.readModel());
      if (rows != null && !before.segments().equals(after.segments())) {
        for (Segment gone : before.without(after)) {
          rows.remove(CanonicalRows.of(gone));
          segments--;
        }
        for (Segment come : after.without(before)) {
          rows.add(CanonicalRows.of(come));
          segments++;
        }
        digests.remove(entity.evolution.readModel());
      }
      entity.timeline = after;
    }
    touched.clear();
    hashes.forEach((readModel, rows) -> digests.computeIfAbsent(readModel, _ -> rows.digest()));
    return ViewHash.of(digests);
  }

  /** Rows with the times they are in force, as of the last {@link #hash}. */
  public long segments() {
    return segments;
  }
}
