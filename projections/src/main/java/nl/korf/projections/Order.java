package nl.korf.projections;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import nl.korf.model.view.Row.DecisionRow;

/**
 * The order of a list, and the cursor by which a piece of it says where it ended: the order, the
 * table, the place in the order and the entity, each told from the next by a space.
 */
enum Order {
  /** As entities became known; those that come later never move those that are there. */
  BIRTH("born, entity", "(born, entity) > (?, ?)"),
  NEWEST_FIRST("effective_from desc, entity desc", "(effective_from, entity) < (?, ?)"),
  OLDEST_FIRST("effective_from, entity", "(effective_from, entity) > (?, ?)"),
  /** Decisions: the one that works last first, whatever became of it since. */
  WORKS_LAST_FIRST("works_from desc, entity desc", "(works_from, entity) < (?, ?)");

  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant AFTER_LATEST = Instant.parse("+10000-01-01T00:00:00Z");

  private final String columns;
  private final String after;

  Order(String columns, String after) {
    this.columns = columns;
    this.after = after;
  }

  String columns() {
    return columns;
  }

  /** The condition for what comes after a cursor. */
  String after() {
    return after;
  }

  /** Whether an index in this order ends where the condition no longer holds. */
  boolean endsAt(String condition) {
    return condition.equals(this == BIRTH ? Select.BORN : Select.BEGUN);
  }

  /**
   * Where a piece of a list ended.
   *
   * @param born position of the first fact about the entity of the last row
   */
  String cursor(String table, Held<?> last, long born) {
    Object place = this == BIRTH ? born : since(last);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            (beginning(table) + place + " " + last.row().entity())
                .getBytes(StandardCharsets.UTF_8));
  }

  private String beginning(String table) {
    return name() + " " + table + " ";
  }

  private Instant since(Held<?> last) {
    return this == WORKS_LAST_FIRST && last.row() instanceof DecisionRow decision
        ? decision.effectiveFrom()
        : last.from();
  }

  /**
   * The values for {@link #after}.
   *
   * @throws BadCursor when it is of another list, or nobody was given it
   */
  List<Object> read(String table, String cursor) {
    try {
      String written = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (!written.startsWith(beginning(table))) {
        throw new IllegalArgumentException("it is of another list");
      }
      if (written.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("it holds a control character");
      }
      String place = written.substring(beginning(table).length());
      int space = place.indexOf(' ');
      if (space < 0) {
        throw new IllegalArgumentException("it names no place");
      }
      return List.of(place(place.substring(0, space)), place.substring(space + 1));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new BadCursor(cursor, e);
    }
  }

  private Object place(String text) {
    if (this == BIRTH) {
      return Long.valueOf(text);
    }
    Instant instant = Instant.parse(text);
    if (instant.isBefore(EARLIEST) || !instant.isBefore(AFTER_LATEST)) {
      throw new IllegalArgumentException("it names a moment outside the years 0 to 9999");
    }
    return instant;
  }
}
