package nl.korf.service.notices;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import nl.korf.model.notices.Reason;

/** Writes what is told, in the transaction of whoever tells. */
final class NoticeRows {

  /** Rows of one statement. */
  private static final int ROWS_MAX = 5_000;

  /** Reasons found later (a subscription that asked for the past) join those that are there. */
  private static final String NOTICES =
      """
      insert into notices.notice as n (person, position, type, recorded_at, reasons, read_at)
      select person, position, type, recorded_at, string_to_array(reasons, E'\\n'), read_at
      from unnest(?::text[], ?::bigint[], ?::text[], ?::timestamptz[], ?::text[], ?::timestamptz[])
        as told(person, position, type, recorded_at, reasons, read_at)
      on conflict (person, position) do update
      set reasons = array(select distinct unnest(n.reasons || excluded.reasons) order by 1)
      """;

  private static final String DELIVERIES =
      """
      insert into notices.delivery
        (position, person, channel, target, subscription, cadence, language, due_at)
      select * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[],
        ?::text[], ?::timestamptz[])
      on conflict do nothing
      returning position, person, channel, target
      """;

  private final Connection connection;

  NoticeRows(Connection connection) {
    this.connection = connection;
  }

  private record Line(Telling.Told told, String person, SortedSet<Reason> reasons) {}

  void notices(List<Telling.Told> all, Instant now) throws SQLException {
    List<Line> lines = new ArrayList<>();
    for (Telling.Told told : all) {
      told.reasons()
          .forEach((person, reasons) -> lines.add(new Line(told, person.value(), reasons)));
    }
    for (int from = 0; from < lines.size(); from += ROWS_MAX) {
      write(lines.subList(from, Math.min(lines.size(), from + ROWS_MAX)), now);
    }
  }

  private void write(List<Line> lines, Instant now) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NOTICES)) {
      texts(statement, 1, lines.stream().map(Line::person).toList());
      statement.setArray(
          2, array("bigint", lines.stream().map(line -> line.told().fact().position()).toArray()));
      texts(statement, 3, lines.stream().map(line -> line.told().fact().type()).toList());
      statement.setArray(
          4,
          array(
              "timestamptz",
              lines.stream().map(line -> at(line.told().fact().recordedAt())).toArray()));
      texts(statement, 5, lines.stream().map(line -> written(line.reasons())).toList());
      statement.setArray(
          6,
          array(
              "timestamptz",
              lines.stream().map(line -> line.told().news() ? null : at(now)).toArray()));
      statement.executeUpdate();
    }
  }

  private static String written(SortedSet<Reason> reasons) {
    return reasons.stream().map(Reason::written).collect(Collectors.joining("\n"));
  }

  /** Writes deliveries; those that were not there yet. */
  List<Delivery> deliveries(List<Delivery> all) throws SQLException {
    List<Delivery> added = new ArrayList<>();
    for (int from = 0; from < all.size(); from += ROWS_MAX) {
      added.addAll(add(all.subList(from, Math.min(all.size(), from + ROWS_MAX))));
    }
    return added;
  }

  private List<Delivery> add(List<Delivery> due) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(DELIVERIES)) {
      statement.setArray(1, array("bigint", due.stream().map(Delivery::position).toArray()));
      texts(statement, 2, due.stream().map(one -> one.person().value()).toList());
      texts(statement, 3, due.stream().map(one -> one.channel().name()).toList());
      texts(statement, 4, due.stream().map(Delivery::target).toList());
      statement.setArray(5, array("uuid", due.stream().map(Delivery::subscription).toArray()));
      texts(statement, 6, due.stream().map(one -> one.cadence().name()).toList());
      texts(statement, 7, due.stream().map(Delivery::language).toList());
      statement.setArray(
          8, array("timestamptz", due.stream().map(one -> at(one.dueAt())).toArray()));
      Set<String> added = new HashSet<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          added.add(
              row.getLong(1)
                  + " "
                  + row.getString(2)
                  + " "
                  + row.getString(3)
                  + " "
                  + row.getString(4));
        }
      }
      return due.stream().filter(one -> added.contains(key(one))).toList();
    }
  }

  private static String key(Delivery one) {
    return one.position() + " " + one.person() + " " + one.channel() + " " + one.target();
  }

  private void texts(PreparedStatement statement, int index, List<String> values)
      throws SQLException {
    statement.setArray(index, array("text", values.toArray()));
  }

  private Array array(String type, Object[] values) throws SQLException {
    return connection.createArrayOf(type, values);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
