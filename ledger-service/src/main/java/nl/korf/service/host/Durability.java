package nl.korf.service.host;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Whether a database keeps what it acknowledges. */
final class Durability {

  /** Oldest PostgreSQL that is supported, as {@code server_version_num}. */
  private static final int VERSION_MIN = 150_000;

  private Durability() {}

  /**
   * Asks the running server for its settings, whatever its configuration files say.
   *
   * @throws CannotStart naming every setting that is wrong
   */
  static void require(Database database) {
    List<String> wrong = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement()) {
      if (Integer.parseInt(setting(statement, "server_version_num")) < VERSION_MIN) {
        wrong.add("it is PostgreSQL " + setting(statement, "server_version") + ", older than 15");
      }
      for (String name : EmbeddedDatabase.DURABLE) {
        if (setting(statement, name).equals("off")) {
          wrong.add(name + " is off");
        }
      }
    } catch (SQLException failure) {
      throw new CannotStart(
          "The database %s does not answer: %s. Check the address, the user and the password."
              .formatted(database, failure.getMessage()),
          failure);
    }
    if (!wrong.isEmpty()) {
      throw new CannotStart(
          "The database %s would lose acknowledged facts or cannot keep them: %s. Change that first."
              .formatted(database, String.join("; ", wrong)));
    }
  }

  private static String setting(Statement statement, String name) throws SQLException {
    try (ResultSet row = statement.executeQuery("select current_setting('" + name + "')")) {
      row.next();
      return row.getString(1);
    }
  }
}
