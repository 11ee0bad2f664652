package nl.korf.projections;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** The order of a list, and the cursor by which a piece of it says where it ended. */
enum Order {
  ENTITY("entity", "entity > ?"),
  NEWEST_FIRST("effective_from desc, entity desc", "(effective_from, entity) < (?, ?)"),
  OLDEST_FIRST("effective_from, entity", "(effective_from, entity) > (?, ?)");

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

  String cursor(Held<?> last) {
    String place = this == ENTITY ? last.row().entity() : last.from() + " " + last.row().entity();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((name() + " " + place).getBytes(StandardCharsets.UTF_8));
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
      if (this == ENTITY) {
        return List.of(place);
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
