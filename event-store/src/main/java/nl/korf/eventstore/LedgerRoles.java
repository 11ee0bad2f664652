package nl.korf.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The roles {@code korf_app} and {@code korf_erasure}. They belong to the whole database server,
 * not to one database, so another ledger may have made them before.
 */
final class LedgerRoles {

  private static final List<String> ROLES =
      List.of(EventStoreSchema.APP_ROLE, EventStoreSchema.ERASURE_ROLE);

  /** duplicate_object and unique_violation: another node made the role at the same moment. */
  private static final List<String> MADE_MEANWHILE = List.of("42710", "23505");

  private LedgerRoles() {}

  static void ensure(DataSource owner) {
    try (Connection connection = owner.getConnection()) {
      connection.setAutoCommit(true);
      List<String> problems = new ArrayList<>();
      for (String role : ROLES) {
        ensure(connection, role, problems);
      }
      if (!problems.isEmpty()) {
        throw new IllegalStateException(advice(connection, problems));
      }
    } catch (SQLException failure) {
      throw new StoreUnreachable("prepare the database roles", failure);
    }
  }

  private static void ensure(Connection connection, String role, List<String> problems)
      throws SQLException {
    if (!exists(connection, role) && !attempt(connection, "create role " + role + " nologin")) {
      problems.add(role + " does not exist and may not be created");
      return;
    }
    if (!mayEnter(connection, role) && !attempt(connection, "grant " + role + " to current_user")) {
      problems.add(role + " may not be entered");
    }
  }

  private static boolean attempt(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return true;
    } catch (SQLException refused) {
      if (MADE_MEANWHILE.contains(refused.getSQLState())) {
        return true;
      }
      if ("42501".equals(refused.getSQLState())) {
        return false;
      }
      throw refused;
    }
  }

  private static boolean exists(Connection connection, String role) throws SQLException {
    return ask(connection, "select exists (select from pg_roles where rolname = ?)", role);
  }

  private static boolean mayEnter(Connection connection, String role) throws SQLException {
    // SET is a privilege of its own since PostgreSQL 16; before, membership included it
    boolean separate = connection.getMetaData().getDatabaseMajorVersion() >= 16;
    return ask(connection, "select pg_has_role(?, '" + (separate ? "SET" : "MEMBER") + "')", role);
  }

  private static boolean ask(Connection connection, String sql, String role) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, role);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private static String advice(Connection connection, List<String> problems) throws SQLException {
    String user = connection.getMetaData().getUserName();
    return "The database user "
        + user
        + " cannot set up the roles of the ledger ("
        + String.join("; ", problems)
        + "). Let an administrator run once: create role korf_app nologin;"
        + " create role korf_erasure nologin; grant korf_app, korf_erasure to "
        + user
        + ";";
  }
}
