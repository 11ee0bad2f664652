package nl.korf.service.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

  private static final int CHILD_SECONDS_MAX = 90;

  @TempDir Path temp = Path.of("");

  @Test
  void aServerLeftBehindByAKilledProcessIsStoppedAndItsDataKept() throws Exception {
    Path data = temp.resolve("ledger");
    Process child = child(data);
    String url = read(child);
    child.destroyForcibly().waitFor(CHILD_SECONDS_MAX, TimeUnit.SECONDS);
    long leftBehind = postmaster(data);
    // control: the server really goes on without its process
    assertThat(ProcessHandle.of(leftBehind)).isPresent();

    try (DataFolder folder = DataFolder.open(data, false);
        EmbeddedDatabase again = EmbeddedDatabase.start(folder)) {
      assertThat(ProcessHandle.of(leftBehind).map(ProcessHandle::isAlive).orElse(false)).isFalse();
      assertThat(number(again.database(), "select count(*) from kept")).isEqualTo(1);
      assertThat(again.database().url()).isNotEqualTo(url);
    }
    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  void aPidFileOfAnotherProcessIsClearedAndTheProcessLeftAlone() throws IOException {
    Path data = temp.resolve("ledger");
    try (DataFolder folder = DataFolder.open(data, false)) {
      EmbeddedDatabase.start(folder).close();
      Path pidFile = data.resolve("postgres/postmaster.pid");
      long somebodyElse = ProcessHandle.current().pid();
      Files.writeString(pidFile, somebodyElse + "\n" + data.resolve("postgres") + "\n");
      EmbeddedDatabase.start(folder).close();
      assertThat(ProcessHandle.of(somebodyElse)).isPresent();
    }
  }

  @Test
  void itWaitsForTheDiskAndAsksForThePassword() throws SQLException {
    try (DataFolder folder = DataFolder.open(temp.resolve("ledger"), false);
        EmbeddedDatabase started = EmbeddedDatabase.start(folder)) {
      Database database = started.database();
      assertThatCode(() -> Durability.require(database)).doesNotThrowAnyException();
      Database guessed = new Database(database.url(), database.user(), "guessed");
      assertThatThrownBy(() -> Durability.require(guessed))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("does not answer");
    }
  }

  @Test
  void aDatabaseThatDoesNotWaitForTheDiskIsRefused() throws SQLException {
    try (DataFolder folder = DataFolder.open(temp.resolve("ledger"), false);
        EmbeddedDatabase started = EmbeddedDatabase.start(folder)) {
      Database database = started.database();
      execute(database, "alter user postgres set synchronous_commit = off");
      assertThatThrownBy(() -> Durability.require(database))
          .hasMessageContaining("synchronous_commit is off")
          .hasMessageContaining("acknowledged");
    }
  }

  /** Starts a server in a folder, stores a row, prints the address and waits to be killed. */
  static final class Child {

    private Child() {}

    public static void main(String[] arguments) throws Exception {
      DataFolder folder = DataFolder.open(Path.of(arguments[0]), false);
      EmbeddedDatabase started = EmbeddedDatabase.start(folder);
      execute(started.database(), "create table kept as select 1 as one");
      System.out.println(started.database().url());
      System.out.flush();
      System.in.read();
    }
  }

  private static Process child(Path data) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                data.toString()))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static String read(Process child) throws IOException {
    try (var lines = child.inputReader(StandardCharsets.UTF_8)) {
      return lines
          .lines()
          .filter(line -> line.startsWith("jdbc:"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("the child told no address"));
    }
  }

  private static long postmaster(Path data) throws IOException {
    return Long.parseLong(
        Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip());
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long number(Database database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Connection connect(Database database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }
}
