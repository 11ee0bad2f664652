package nl.korf.projections;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.korf.model.view.ReadModel;
import org.jspecify.annotations.Nullable;

/**
 * How far every generation has come and which one answers, as known on this node. What is known
 * goes back only where the database did: it may lose what was written last when it crashes. Safe
 * from any thread.
 */
final class Standings {

  /** What was known at some moment. */
  record Known(Map<ReadModel, Generation> live, Map<Generation, Long> positions) {}

  private final Bell bell = new Bell();
  private Known known = new Known(Map.of(), Map.of());

  /** A generation committed a batch. */
  synchronized void advance(Generation generation, long position) {
    if (position > known.positions().getOrDefault(generation, -1L)) {
      lead(generation, position);
    }
  }

  /** Whoever writes a generation from now on has read where it stands, be that further back. */
  synchronized void lead(Generation generation, long position) {
    Map<Generation, Long> next = new HashMap<>(known.positions());
    next.put(generation, position);
    become(new Known(known.live(), Map.copyOf(next)));
  }

  /** What is known now: to be asked for before the database is. */
  synchronized Known known() {
    return known;
  }

  /**
   * What the database says about all of them.
   *
   * @param before what was known before it was asked: where something else is known by now, that
   *     may be the newer, and what the database said counts only if it is further on
   */
  synchronized void adopt(Known before, List<ProjectionStatus> statuses) {
    Map<ReadModel, Generation> live = new EnumMap<>(ReadModel.class);
    Map<Generation, Long> positions = new HashMap<>();
    for (ProjectionStatus status : statuses) {
      Generation generation = new Generation(status.model(), status.generation());
      Long now = known.positions().get(generation);
      boolean same = Objects.equals(now, before.positions().get(generation));
      positions.put(
          generation, same || now == null ? status.position() : Math.max(status.position(), now));
      // rows of another shape would be misread: until they are built anew, nothing answers
      if (status.live() && status.hasPresentShape()) {
        live.put(status.model(), pointed(before, generation));
      }
    }
    become(new Known(Map.copyOf(live), Map.copyOf(positions)));
  }

  /** A reading that was overtaken by a later one must not point back. */
  private Generation pointed(Known before, Generation read) {
    Generation now = known.live().get(read.model());
    boolean same = Objects.equals(now, before.live().get(read.model()));
    return same || now == null || now.number() < read.number() ? read : now;
  }

  private void become(Known next) {
    boolean changed = !next.equals(known);
    known = next;
    if (changed) {
      bell.ring();
    }
  }

  /** The generation that answers. */
  synchronized Generation live(ReadModel model) {
    Generation generation = known.live().get(model);
    if (generation == null) {
      throw new ReadModelMissing(model);
    }
    return generation;
  }

  synchronized long position(ReadModel model) {
    return positionOf(known.live().get(model));
  }

  private long positionOf(@Nullable Generation generation) {
    return generation == null ? 0 : known.positions().getOrDefault(generation, 0L);
  }

  /**
   * The last position all that answer have reached; 0 while none does. One that does not answer
   * holds up nobody: who asks it is told so by {@link #live}.
   */
  synchronized long position() {
    return known.live().values().stream().mapToLong(this::positionOf).min().orElse(0);
  }

  /** Rings when anything here has changed. */
  Bell bell() {
    return bell;
  }
}
