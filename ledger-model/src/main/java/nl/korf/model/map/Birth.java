package nl.korf.model.map;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The first fact that put something in a place. What moves to another container is born there again
 * under the same id; the place it left stays taken.
 *
 * @param id unique among the births in one parent
 * @param parent id of the container: null for an island, an island for a disc, a disc for the rest
 * @param born position of the fact
 */
public record Birth(NodeKind kind, String id, @Nullable String parent, long born) {

  /** The order in which slots are taken. Of one fact, containers come before their content. */
  public static final Comparator<Birth> ORDER =
      Comparator.comparingLong(Birth::born)
          .thenComparing(Birth::kind)
          .thenComparing(Birth::id)
          .thenComparing(Birth::parent, Comparator.nullsFirst(Comparator.naturalOrder()));

  public Birth {
    if (born < 1) {
      throw new IllegalArgumentException(id + " is born at position 1 or later, not " + born);
    }
    if ((kind == NodeKind.ISLAND) != (parent == null)) {
      throw new IllegalArgumentException(
          "an island, and only that, has no parent: " + kind + " " + id);
    }
  }
}
