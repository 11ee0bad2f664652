package nl.korf.projections;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.korf.eventstore.EventStoreSchema;
import nl.korf.model.view.ReadModel;
import nl.korf.projections.RowWriter.Interruption;

/** One build of a read model's tables, in a schema of its own. */
record Generation(ReadModel model, int number) {

  /** The schema, {@code view_groups_g1}. */
  String schema() {
    return "view_%s_g%d".formatted(word(), number);
  }

  /** Makes the schema with its tables, empty and without keys; enough to be loaded. */
  void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create schema " + schema());
      statement.execute("set local search_path = " + schema());
      for (String table : statements("create table ")) {
        statement.execute(table);
      }
      for (RowTable table : RowTable.of(model)) {
        // nobody asks for rows by their bytes: the planner need not know how these are spread
        statement.execute(
            "alter table %s alter column row set statistics 0".formatted(table.table()));
      }
      statement.execute("alter table hash alter column state set storage plain");
      statement.execute("set local search_path to default");
      statement.execute(
          "grant usage on schema %1$s to %2$s; grant select on all tables in schema %1$s to %2$s"
              .formatted(schema(), EventStoreSchema.APP_ROLE));
    }
  }

  /** Makes the primary keys: what changing rows that were written before needs. */
  void key(Connection connection, Interruption interruption) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      prepare(statement);
      for (String key : statements("alter table ")) {
        interruption.before("key");
        statement.execute(key);
      }
      statement.execute("set local search_path to default");
    }
  }

  /** Empties the tables. */
  void clear(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (RowTable table : RowTable.of(model)) {
        statement.execute("truncate %s.%s".formatted(schema(), table.table()));
      }
      statement.execute("truncate %1$s.change, %1$s.digest, %1$s.hash".formatted(schema()));
    }
  }

  /**
   * Makes what reads need, where it is missing: cheaper after many rows were written than before.
   */
  void index(Connection connection, Interruption interruption) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      prepare(statement);
      for (String index : statements("create index ")) {
        interruption.before("index");
        statement.execute(index.replaceFirst(" index ", " index if not exists "));
      }
      for (String index : statements("create unique index ")) {
        interruption.before("index");
        statement.execute(index.replaceFirst(" index ", " index if not exists "));
      }
      statement.execute("set local search_path to default");
    }
  }

  private void prepare(Statement statement) throws SQLException {
    statement.execute("set local search_path = " + schema());
    statement.execute("set local maintenance_work_mem = '128MB'");
    // an index is made beside everything else: by one process, not by as many as there are
    statement.execute("set local max_parallel_maintenance_workers = 0");
  }

  private List<String> statements(String beginning) {
    String sql = resource("generation.sql") + resource(word() + ".sql");
    return Arrays.stream(sql.replaceAll("(?m)^--.*$", "").split(";"))
        .map(String::strip)
        .filter(statement -> statement.startsWith(beginning))
        .toList();
  }

  /** Lets the planner know how much is in the tables; unanalysed ones get bad plans. */
  void analyze(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (RowTable table : RowTable.of(model)) {
        statement.execute("analyze %s.%s".formatted(schema(), table.table()));
      }
      statement.execute("analyze %1$s.change, %1$s.digest".formatted(schema()));
    }
  }

  void drop(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop schema if exists %s cascade".formatted(schema()));
    }
  }

  private String word() {
    return model.name().toLowerCase(Locale.ROOT);
  }

  static String resource(String name) {
    try (InputStream in = Generation.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the SQL " + name + " is missing from this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
