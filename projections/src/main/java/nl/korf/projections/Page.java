package nl.korf.projections;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a list.
 *
 * @param next cursor of the piece that follows, opaque; null when this is the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

  public Page {
    items = List.copyOf(items);
  }
}
