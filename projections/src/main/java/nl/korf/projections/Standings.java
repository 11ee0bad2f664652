package nl.korf.projections;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.korf.model.view.ReadModel;
import org.jspecify.annotations.Nullable;

/**
 * How far every generation has come and which one answers, as known on this node. What is known
 * never goes back, and never runs ahead of what is committed. Safe from any thread.
 */
final class Standings {

  private final Bell bell = new Bell();
  private Map<ReadModel, Generation> live = Map.of();
  private Map<Generation, Long> positions = Map.of();

  /** A generation committed a batch. */
  synchronized void advance(Generation generation, long position) {
    if (position > positions.getOrDefault(generation, -1L)) {
      Map<Generation, Long> next = new HashMap<>(positions);
      next.put(generation, position);
      positions = Map.copyOf(next);
      bell.ring();
    }
  }

  /** What the database says about all of them. */
  synchronized void adopt(List<ProjectionStatus> statuses) {
    Map<ReadModel, Generation> nextLive = new EnumMap<>(ReadModel.class);
    Map<Generation, Long> next = new HashMap<>();
    for (ProjectionStatus status : statuses) {
      Generation generation = new Generation(status.model(), status.generation());
      next.put(generation, Math.max(status.position(), positions.getOrDefault(generation, 0L)));
      if (status.live()) {
        nextLive.put(status.model(), forward(live.get(status.model()), generation));
      }
    }
    boolean changed = !next.equals(positions) || !nextLive.equals(live);
    live = Map.copyOf(nextLive);
    positions = Map.copyOf(next);
    if (changed) {
      bell.ring();
    }
  }

  /** A reading that was overtaken by a later one must not point back. */
  private static Generation forward(@Nullable Generation known, Generation read) {
    return known != null && known.number() > read.number() ? known : read;
  }

  /** The generation that answers. */
  synchronized Generation live(ReadModel model) {
    Generation generation = live.get(model);
    if (generation == null) {
      throw new ReadModelMissing(model);
    }
    return generation;
  }

  synchronized long position(ReadModel model) {
    Generation generation = live.get(model);
    return generation == null ? 0 : positions.getOrDefault(generation, 0L);
  }

  /** The last position all that answer have reached. */
  synchronized long position() {
    long least = Long.MAX_VALUE;
    for (ReadModel model : ReadModel.values()) {
      least = Math.min(least, position(model));
    }
    return least;
  }

  /** Rings when anything here has changed. */
  Bell bell() {
    return bell;
  }
}
