package nl.korf.service.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts in order of position.
 *
 * @param next give it as {@code after} for the facts that follow; null: this was the head
 */
record FactPage(List<FactDocument> items, @Nullable Long next) {
  FactPage {
    items = List.copyOf(items);
  }
}
