package nl.korf.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The facts of a boundary, in order, in one query. */
final class Sourcing {

  /** Facts one boundary may hold. More is no boundary but a scan: use a projection. */
  static final int SOURCED_FACTS_MAX = 100_000;

  private Sourcing() {}

  static List<StoredFact> facts(
      DataSource dataSource, Boundary boundary, long after, long upTo, TagIndex index)
      throws SQLException {
    if (after >= upTo) {
      return List.of();
    }
    CriteriaSql query = query(boundary, after, upTo, index);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = BinaryRows.prepare(connection, query.sql())) {
      query.bind(connection, statement, 1);
      List<StoredFact> facts = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          facts.add(FactRows.fact(row));
        }
      }
      requireBounded(facts.size());
      return FactRows.withPersonal(connection, facts);
    }
  }

  /** The query, apart for the test of its plan. */
  static CriteriaSql query(Boundary boundary, long after, long upTo, TagIndex index) {
    if (boundary.isEverything()) {
      return new CriteriaSql(
          "select "
              + FactRows.COLUMNS
              + " from ledger.event e where e.position > ? and e.position <= ?"
              + " order by e.position limit "
              + (SOURCED_FACTS_MAX + 1),
          List.of(after, upTo));
    }
    CriteriaSql positions = CriteriaSql.positions(boundary, after, upTo, index);
    return new CriteriaSql(
        "select "
            + FactRows.COLUMNS
            + " from ("
            + positions.sql()
            + " limit "
            + (SOURCED_FACTS_MAX + 1)
            // lateral with an offset leaves the planner no way but the primary key, row by row
            + ") p cross join lateral (select * from ledger.event"
            + " where position = p.position offset 0) e order by p.position",
        positions.arguments());
  }

  private static void requireBounded(int facts) {
    if (facts > SOURCED_FACTS_MAX) {
      throw new IllegalStateException(
          "A boundary holds more than %d facts: narrow it".formatted(SOURCED_FACTS_MAX));
    }
  }
}
