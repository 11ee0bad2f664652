package nl.korf.projections;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.view.CanonicalRows;
import nl.korf.model.view.MultisetHash;
import nl.korf.model.view.Row;
import nl.korf.model.view.Segment;
import nl.korf.model.view.Timeline;
import org.jspecify.annotations.Nullable;

/** Folds the facts of one batch, one after the other, and gathers what they change. */
final class Folding {

  /** Reads all facts about an entity that are written by now. */
  @FunctionalInterface
  interface History {
    List<RecordedFact> of(String entity) throws SQLException;
  }

  private record Outcome(Entity entity, Timeline next) {}

  private final RowFold fold;
  private final Entities entities;
  private final History history;
  private final MultisetHash hash;
  private final Changes changes = new Changes();

  Folding(RowFold fold, Entities entities, History history, MultisetHash hash) {
    this.fold = fold;
    this.entities = entities;
    this.history = history;
    this.hash = hash;
  }

  Changes changes() {
    return changes;
  }

  /** Takes the next fact; all of it, or, when this throws, nothing. */
  void take(RecordedFact fact, Iterable<String> concerned) throws SQLException {
    List<Outcome> outcomes = new ArrayList<>();
    for (String name : concerned) {
      Entity entity = entities.get(name);
      outcomes.add(new Outcome(entity, unfold(entity, fact)));
    }
    boolean changed = false;
    for (Outcome outcome : outcomes) {
      changed |= apply(outcome.entity(), outcome.next(), fact);
    }
    if (changed) {
      changes.hash(fact.position(), hash.digest());
    }
  }

  private Timeline unfold(Entity entity, RecordedFact fact) throws SQLException {
    Optional<Timeline> next = fold.next(entity.timeline(), entity.name(), fact);
    return next.isPresent() ? next.get() : unfoldAnew(entity, fact);
  }

  /** The fact comes late: what is known of the entity is folded again, in order of effect. */
  private Timeline unfoldAnew(Entity entity, RecordedFact fact) throws SQLException {
    if (!entity.hasAllFacts()) {
      TreeMap<Long, RecordedFact> all = new TreeMap<>();
      history.of(entity.name()).forEach(written -> all.put(written.position(), written));
      entity.facts().forEach(recent -> all.put(recent.position(), recent));
      entity.remember(all.values());
    }
    List<RecordedFact> facts = new ArrayList<>(entity.facts());
    facts.add(fact);
    return fold.fold(entity.name(), facts);
  }

  private boolean apply(Entity entity, Timeline next, RecordedFact fact) {
    int same = entity.unchangedRows(next.segments());
    List<HeldRow> before = entity.rows().subList(same, entity.rows().size());
    List<HeldRow> rows = new ArrayList<>(entity.rows().subList(0, same));
    List<HeldRow> gone = new ArrayList<>(before);
    for (Segment segment : next.segments().subList(same, next.segments().size())) {
      HeldRow kept = find(gone, segment);
      if (kept != null) {
        gone.remove(kept);
        rows.add(kept);
      } else {
        rows.add(open(entity, segment, before, fact.position()));
      }
    }
    gone.forEach(row -> close(row, fact.position()));
    boolean changed = !gone.isEmpty() || rows.size() > entity.rows().size() - gone.size();
    entity.become(next, rows, fact);
    changes.concern(entity, fact.position(), Objects.requireNonNull(next.lastStepAt()));
    return changed;
  }

  private HeldRow open(Entity entity, Segment segment, List<HeldRow> before, long position) {
    byte[] bytes = bytes(segment.row(), before);
    HeldRow row = HeldRow.opened(segment, bytes, position, entity.born(position));
    hash.add(CanonicalRows.of(segment, row.bytes()));
    changes.open(row);
    return row;
  }

  private void close(HeldRow row, long position) {
    hash.remove(CanonicalRows.of(row.segment(), row.bytes()));
    changes.close(row, position);
  }

  /** A row that only gets an end has its bytes already. */
  private static byte[] bytes(Row row, List<HeldRow> before) {
    for (HeldRow earlier : before) {
      if (earlier.segment().row().equals(row)) {
        return earlier.bytes();
      }
    }
    return CanonicalRows.of(row);
  }

  private static @Nullable HeldRow find(List<HeldRow> rows, Segment segment) {
    for (HeldRow row : rows) {
      if (row.segment().equals(segment)) {
        return row;
      }
    }
    return null;
  }
}
