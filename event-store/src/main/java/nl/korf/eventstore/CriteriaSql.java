package nl.korf.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * A boundary as SQL: which positions in (after, upTo] belong to it.
 *
 * <p>The shapes are chosen so that no statistics are needed to run them well, since a ledger that
 * grows fast is never analysed in time. One tag is one range of the index. Several tags leapfrog:
 * each step asks every tag for its first position from here on and jumps to the farthest, so the
 * cost follows the rarest tag whichever it is. Every existence check is "the first by position",
 * which only the index can answer cheaply, so no plan starts to read the table instead.
 */
record CriteriaSql(String sql, List<Object> arguments) {

  /** The positions, in order, each once. */
  static CriteriaSql positions(Boundary boundary, long after, long upTo, TagIndex index) {
    List<Object> arguments = new ArrayList<>();
    StringJoiner union =
        new StringJoiner(" union ", "select position from (", ") found order by 1");
    for (Boundary.Criterion criterion : boundary.criteria()) {
      union.add("(" + positions(criterion, after, upTo, index, arguments) + ")");
    }
    return new CriteriaSql(union.toString(), arguments);
  }

  /** One row, one boolean: whether there is any such position. */
  static CriteriaSql exists(Boundary boundary, long after, long upTo, TagIndex index) {
    List<Object> arguments = new ArrayList<>();
    if (boundary.isEverything()) {
      arguments.add(after);
      arguments.add(upTo);
      return new CriteriaSql("select ?::bigint < ?::bigint", arguments);
    }
    StringJoiner first = new StringJoiner(", ", "select coalesce(", ", null) is not null");
    for (Boundary.Criterion criterion : boundary.criteria()) {
      String positions = positions(criterion, after, upTo, index, arguments);
      first.add("(" + positions + " order by position limit 1)");
    }
    return new CriteriaSql(first.toString(), arguments);
  }

  /** Sets the arguments, the first at parameter {@code from}. */
  void bind(Connection connection, PreparedStatement statement, int from) throws SQLException {
    int parameter = from;
    for (Object argument : arguments) {
      switch (argument) {
        case String[] texts ->
            statement.setArray(parameter, connection.createArrayOf("text", texts));
        case Long number -> statement.setLong(parameter, number);
        default -> statement.setString(parameter, (String) argument);
      }
      parameter++;
    }
  }

  private static String positions(
      Boundary.Criterion criterion, long after, long upTo, TagIndex index, List<Object> arguments) {
    if (criterion.tags().isEmpty() || index == TagIndex.GIN) {
      return inEvents(criterion, after, upTo, arguments);
    }
    return criterion.tags().size() == 1
        ? oneTag(criterion, after, upTo, arguments)
        : leapfrog(criterion, after, upTo, arguments);
  }

  private static String inEvents(
      Boundary.Criterion criterion, long after, long upTo, List<Object> arguments) {
    String events = "ledger.event";
    if (!criterion.tags().isEmpty()) {
      arguments.add(criterion.tags().toArray(String[]::new));
      // with an offset, since a planner that looks for the first by position walks the whole table
      events = "(select position, type from ledger.event where tags @> ? offset 0) tagged";
    }
    arguments.add(after);
    arguments.add(upTo);
    return "select position from "
        + events
        + " where position > ? and position <= ?"
        + ofTypes(criterion, arguments);
  }

  private static String oneTag(
      Boundary.Criterion criterion, long after, long upTo, List<Object> arguments) {
    arguments.add(criterion.tags().getFirst());
    arguments.add(after);
    arguments.add(upTo);
    return "select position from ledger.event_tag where tag = ? and position > ? and position <= ?"
        + ofTypes(criterion, arguments);
  }

  private static String leapfrog(
      Boundary.Criterion criterion, long after, long upTo, List<Object> arguments) {
    StringJoiner firsts = new StringJoiner(", ");
    StringJoiner positions = new StringJoiner(", ");
    arguments.add(after);
    for (String tag : criterion.tags()) {
      String name = "t" + positions.length();
      arguments.add(tag);
      // every row of event_tag knows its fact's type, so one of the tags can filter for all
      String types = positions.length() == 0 ? ofTypes(criterion, arguments) : "";
      positions.add(name + ".position");
      firsts.add(
          "(select position from ledger.event_tag where tag = ? and position >= leap.next"
              + types
              + " order by position limit 1) "
              + name);
    }
    arguments.add(upTo);
    return """
    select hit as position from (
      with recursive leap(next, hit) as (
        select ?::bigint + 1, null::bigint
        union all
        select case when low = high then high + 1 else high end,
               case when low = high then high end
        from leap cross join lateral (select least(%s) low, greatest(%s) high from %s) step
        where step.high <= ?)
      select hit from leap where hit is not null) hits\
    """
        .formatted(positions, positions, firsts);
  }

  private static String ofTypes(Boundary.Criterion criterion, List<Object> arguments) {
    if (criterion.types().isEmpty()) {
      return "";
    }
    arguments.add(criterion.types().stream().sorted().toArray(String[]::new));
    return " and type = any (?)";
  }
}
