package nl.korf.model.knowledge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.korf.model.BodyId;
import nl.korf.model.PowerId;
import nl.korf.model.view.Row.PowerRow;
import org.jspecify.annotations.Nullable;

/** The tree of powers: who holds a power holds everything below it. */
public final class Taxonomy {

  /** Deepest tree, in powers; a walk up stops there. */
  public static final int DEPTH_MAX = 64;

  private Taxonomy() {}

  /** The power and all above it, lowest first; empty where the power is not known. */
  public static List<PowerRow> upFrom(PowerId power, Knowledge knowledge) {
    List<PowerRow> up = new ArrayList<>();
    Set<PowerId> seen = new HashSet<>();
    @Nullable PowerId next = power;
    while (next != null && seen.add(next) && up.size() < DEPTH_MAX) {
      Optional<PowerRow> row = knowledge.power(next);
      row.ifPresent(up::add);
      next = row.map(PowerRow::parent).orElse(null);
    }
    return up;
  }

  /** Whether {@code power} is {@code wider} or lies below it. */
  public static boolean within(PowerId power, PowerId wider, Knowledge knowledge) {
    return power.equals(wider)
        || upFrom(power, knowledge).stream().anyMatch(row -> row.power().equals(wider));
  }

  /** Whether the body holds the power, or one above it, by attribution. */
  public static boolean attributed(PowerId power, BodyId body, Knowledge knowledge) {
    return upFrom(power, knowledge).stream()
        .anyMatch(row -> knowledge.attributed(row.power(), body));
  }
}
