package nl.korf.projections;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import nl.korf.model.view.Row.DecisionRow;

/** The order of a list, and the cursor by which a piece of it says where it ended. */
enum Order {
  /** As entities became known; those that come later never move those that are there. */
  BIRTH("born, entity", "(born, entity) > ((select min(born) from {table} where entity = ?), ?)"),
  NEWEST_FIRST("effective_from desc, entity desc", "(effective_from, entity) < (?, ?)"),
  OLDEST_FIRST("effective_from, entity", "(effective_from, entity) > (?, ?)"),
  /** Decisions: the one that works last first, whatever became of it since. */
  WORKS_LAST_FIRST("works_from desc, entity desc", "(works_from, entity) < (?, ?)");

  private final String columns;
  private final String after;

  Order(String columns, String after) {
    this.columns = columns;
    this.after = after;
  }

  String columns() {
    return columns;
  }

  /** The condition for what comes after a cursor, in a table. */
  String after(String table) {
    return after.replace("{table}", "{schema}." + table);
  }

  /** Whether an index in this order ends where the condition no longer holds. */
  boolean endsAt(String condition) {
    return condition.equals(this == BIRTH ? Select.BORN : Select.BEGUN);
  }

  String cursor(Held<?> last) {
    String entity = last.row().entity();
    String place = this == BIRTH ? entity : since(last) + " " + entity;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((name() + " " + place).getBytes(StandardCharsets.UTF_8));
  }

  private Instant since(Held<?> last) {
    return this == WORKS_LAST_FIRST && last.row() instanceof DecisionRow decision
        ? decision.effectiveFrom()
        : last.from();
  }

  /** The values for {@link #after}. */
  List<Object> read(String cursor) {
    try {
      String written = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      String prefix = name() + " ";
      if (!written.startsWith(prefix)) {
        throw new IllegalArgumentException("it is of another list");
      }
      String place = written.substring(prefix.length());
      if (this == BIRTH) {
        return List.of(place, place);
      }
      int space = place.indexOf(' ');
      if (space < 0) {
        throw new IllegalArgumentException("it names no moment");
      }
      return List.of(Instant.parse(place.substring(0, space)), place.substring(space + 1));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException("'%s' is no cursor of this list".formatted(cursor), e);
    }
  }
}
