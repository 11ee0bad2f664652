package nl.korf.model.map;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Ledgers made up by chance: the same seed gives the same births. */
final class Births {

  private final SplittableRandom random;
  private final List<Birth> births = new ArrayList<>();
  private final List<Birth> islands = new ArrayList<>();
  private final List<Birth> discs = new ArrayList<>();
  private long position;

  private Births(long seed) {
    random = new SplittableRandom(seed);
  }

  static List<Birth> of(long seed, int count) {
    Births made = new Births(seed);
    while (made.births.size() < count) {
      made.next();
    }
    return made.births;
  }

  /** What was known after a position. */
  static List<Birth> until(List<Birth> births, long position) {
    return births.stream().filter(birth -> birth.born() <= position).toList();
  }

  private void next() {
    position += random.nextInt(3);
    position = Math.max(1, position);
    int chance = random.nextInt(1000);
    if (islands.isEmpty() || chance < 12) {
      islands.add(add(NodeKind.ISLAND, null));
    } else if (discs.isEmpty() || chance < 60) {
      discs.add(add(NodeKind.DISC, some(islands).id()));
    } else {
      add(chance < 200 ? NodeKind.HOLDER : NodeKind.INITIATIVE, some(discs).id());
    }
  }

  /** The earlier the likelier, as with organisations. */
  private Birth some(List<Birth> among) {
    double chance = random.nextDouble();
    return among.get((int) (chance * chance * among.size()));
  }

  private Birth add(NodeKind kind, @Nullable String parent) {
    // facts of one position are ordered by kind, so a container may not share its child's
    if (kind == NodeKind.ISLAND || kind == NodeKind.DISC) {
      position++;
    }
    Birth birth = new Birth(kind, kind + "-" + births.size(), parent, position);
    births.add(birth);
    return birth;
  }
}
