package nl.korf.service.host;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Whether a database keeps what it acknowledges. */
public final class Durability {

  /** Oldest PostgreSQL that is supported, as {@code server_version_num}. */
  private static final int VERSION_MIN = 150_000;

  private Durability() {}

  /**
   * Asks the running server for its settings, whatever its configuration files say.
   *
   * @throws CannotStart naming every setting that is wrong
   */
  static void require(Database database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser(database.user());
    source.setPassword(database.password());
    require(source, database.toString());
  }

  /**
   * The same of a database whose connections are at hand.
   *
   * @param name what the message calls it; no password
   */
  public static void require(DataSource source, String name) {
    List<String> wrong = new ArrayList<>();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      if (Integer.parseInt(setting(statement, "server_version_num")) < VERSION_MIN) {
        wrong.add("it is PostgreSQL " + setting(statement, "server_version") + ", older than 15");
      }
      for (String needed : EmbeddedDatabase.DURABLE) {
        if (setting(statement, needed).equals("off")) {
          wrong.add(needed + " is off");
        }
      }
    } catch (SQLException failure) {
      throw new CannotStart(
          "The database %s does not answer: %s. Check the address, the user and the password."
              .formatted(name, failure.getMessage()),
          failure);
    }
    if (!wrong.isEmpty()) {
      throw new CannotStart(
          "The database %s would lose acknowledged facts or cannot keep them: %s. Change that first."
              .formatted(name, String.join("; ", wrong)));
    }
  }

  private static String setting(Statement statement, String name) throws SQLException {
    try (ResultSet row = statement.executeQuery("select current_setting('" + name + "')")) {
      row.next();
      return row.getString(1);
    }
  }
}
