package nl.korf.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.korf.eventstore.Boundary.Criterion;
import nl.korf.eventstore.testing.TestPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * The queries of the store run on indexes whether or not the tables were ever analysed: a table
 * that grew faster than its statistics once made a condition 25 times slower.
 */
class QueryPlanTest {

  private static final Boundary ONE_TAG =
      new Boundary(List.of(new Criterion(Set.of("type1", "type2"), List.of("rare=7"))));
  private static final Boundary TWO_TAGS =
      new Boundary(List.of(new Criterion(Set.of("type1"), List.of("common=1", "rare=7"))));
  private static final Boundary CHAIN =
      new Boundary(
          List.of(
              new Criterion(Set.of("type1"), List.of("common=1")),
              new Criterion(Set.of("type2"), List.of("rare=8")),
              new Criterion(Set.of(), List.of("rare=9", "common=1"))));

  private static final TestPostgres.Database DATABASE = TestPostgres.ledger();

  @BeforeAll
  static void fill() {
    DATABASE.execute(
        """
        alter table ledger.event set (autovacuum_enabled = off);
        alter table ledger.event_tag set (autovacuum_enabled = off);
        insert into ledger.event select n, gen_random_uuid(), 'type' || n % 5, '1', now(),
          array['common=1', 'rare=' || n % 20000], repeat('x', 300)::bytea, '{}', '{}',
          sha256(n::text::bytea) from generate_series(1, 60000) n;
        insert into ledger.event_tag select tag, position, type
          from ledger.event cross join unnest(tags) tag;
        """);
  }

  @ParameterizedTest(name = "analysed: {0}, generic plan: {1}")
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void noConditionAndNoSourcingReadsAWholeTable(boolean analysed, boolean generic)
      throws SQLException {
    if (analysed) {
      DATABASE.execute("analyze ledger.event; analyze ledger.event_tag");
    }
    for (Boundary boundary : List.of(ONE_TAG, TWO_TAGS, CHAIN)) {
      CriteriaSql exists = CriteriaSql.exists(boundary, 100, 50_000, TagIndex.B_TREE);
      assertThat(plan(exists, generic)).doesNotContain("Seq Scan").contains("event_tag_pkey");
    }
    for (Boundary boundary : List.of(ONE_TAG, TWO_TAGS)) {
      CriteriaSql source = Sourcing.query(boundary, 0, 60_000, TagIndex.B_TREE);
      assertThat(plan(source, generic)).doesNotContain("Seq Scan").contains("event_pkey");
    }
  }

  @ParameterizedTest(name = "analysed: {0}, generic plan: {1}")
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void aScanFollowsThePrimaryKeyAndSortsNothing(boolean analysed, boolean generic)
      throws SQLException {
    if (analysed) {
      DATABASE.execute("analyze ledger.event; analyze ledger.event_tag");
    }
    CriteriaSql next = new CriteriaSql(FactRows.NEXT, List.of(10_000L, 1_000L));

    assertThat(plan(next, generic)).doesNotContain("Seq Scan", "Sort").contains("event_pkey");
  }

  /** A plan made then is kept for as long as the ledger grows unanalysed: a minute, or more. */
  @Test
  void commandsAreFoundByKeyEvenByPlansMadeInAnEmptyLedger() throws SQLException {
    TestPostgres.Database empty = TestPostgres.ledger();

    for (String sql : List.of(LedgerSession.COMMANDS, CommandLog.FIND_ALL)) {
      assertThat(genericPlan(empty, sql)).asString().doesNotContain("Seq Scan");
    }
    String obvious =
        "select c.digest, e.recorded_at from unnest(?::uuid[]) as asked(id)"
            + " join ledger.command c on c.command_id = asked.id"
            + " join ledger.event e on e.position = c.first_position";
    assertThat(genericPlan(empty, obvious)).asString().contains("Seq Scan");
  }

  @Test
  void theObviousQueryWouldReadAWholeTable() throws SQLException {
    CriteriaSql obvious =
        new CriteriaSql(
            "select exists (select 1 from ledger.event_tag where tag = ? and type = ?)",
            List.of("common=1", "type1"));

    assertThat(plan(obvious, false)).contains("Seq Scan");
  }

  private static String plan(CriteriaSql query, boolean generic) throws SQLException {
    return String.join("\n", generic ? genericPlan(DATABASE, query.sql()) : customPlan(query));
  }

  private static List<String> customPlan(CriteriaSql query) throws SQLException {
    try (Connection connection = DATABASE.owner().getConnection();
        var statement = connection.prepareStatement("explain " + query.sql())) {
      query.bind(connection, statement, 1);
      try (ResultSet rows = statement.executeQuery()) {
        return lines(rows);
      }
    }
  }

  private static List<String> genericPlan(TestPostgres.Database database, String sql)
      throws SQLException {
    StringBuilder numbered = new StringBuilder();
    int parameter = 0;
    for (int i = 0; i < sql.length(); i++) {
      char c = sql.charAt(i);
      numbered.append(c == '?' ? "$" + ++parameter : String.valueOf(c));
    }
    PGSimpleDataSource simple = (PGSimpleDataSource) database.owner();
    simple.setPreferQueryMode(PreferQueryMode.SIMPLE); // the parameters stay unbound
    try (Connection connection = simple.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("explain (generic_plan) " + numbered)) {
      return lines(rows);
    }
  }

  private static List<String> lines(ResultSet rows) throws SQLException {
    List<String> lines = new ArrayList<>();
    while (rows.next()) {
      lines.add(rows.getString(1));
    }
    return lines;
  }
}
