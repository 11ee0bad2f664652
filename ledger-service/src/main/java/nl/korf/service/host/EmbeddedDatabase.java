package nl.korf.service.host;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;

/**
 * A PostgreSQL of the ledger's own, in its folder, listening on loopback only and asking for a
 * password only the owner of the folder can read. It waits for the disk at every commit.
 *
 * <p>Its programs lie in the folder too, one set for each version, so that a new minor version
 * takes over the data at the next start and no other user's files get in the way.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  /** Settings without which an acknowledged fact might be lost. */
  static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

  private static final String NAME = "korf";
  private static final String OWNER = "postgres";
  private static final Duration START_PATIENCE = Duration.ofSeconds(60);
  private static final int PASSWORD_BYTES = 24;

  private final EmbeddedPostgres postgres;
  private final Database database;

  private EmbeddedDatabase(EmbeddedPostgres postgres, Database database) {
    this.postgres = postgres;
    this.database = database;
  }

  /**
   * Starts the server in the folder; one that a killed process left behind is stopped first.
   *
   * @throws CannotStart when it does not start
   */
  public static EmbeddedDatabase start(DataFolder folder) {
    Path data = folder.path().resolve("postgres");
    try {
      LeftBehind.stop(data);
      String password = password(folder.path());
      EmbeddedPostgres postgres = launch(folder.path(), data, password);
      try {
        secure(postgres.getPostgresDatabase(), data, password);
        createDatabase(postgres.getPostgresDatabase());
      } catch (SQLException | IOException failure) {
        postgres.close();
        throw failure;
      }
      String url = "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), NAME);
      return new EmbeddedDatabase(postgres, new Database(url, OWNER, password));
    } catch (IOException | SQLException | RuntimeException failure) {
      throw failure instanceof CannotStart refused
          ? refused
          : new CannotStart(
              "The embedded PostgreSQL in %s does not start: %s. Its log is in %s."
                  .formatted(data, failure.getMessage(), folder.path().resolve("postgres.log")),
              failure);
    }
  }

  public Database database() {
    return database;
  }

  private static EmbeddedPostgres launch(Path folder, Path data, String password)
      throws IOException {
    File log = folder.resolve("postgres.log").toFile();
    Path programs = folder.resolve("postgres-programs");
    OwnerOnly.folder(programs);
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(programs.toFile())
            .setRegisterShutdownHook(false)
            .setConnectConfig("password", password)
            .setPGStartupWait(START_PATIENCE)
            .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
            .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log))
            .setServerConfig("listen_addresses", "localhost")
            .setServerConfig("max_connections", "100")
            .setServerConfig("shared_buffers", "256MB")
            .setServerConfig("max_wal_size", "2GB")
            .setServerConfig("timezone", "UTC");
    DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
    return builder.start();
  }

  /** The password of the server, made at the first start. */
  private static String password(Path folder) throws IOException {
    Path file = folder.resolve("postgres.password");
    if (!Files.exists(file)) {
      byte[] random = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(random);
      OwnerOnly.write(file, HexFormat.of().formatHex(random));
    }
    return Files.readString(file).strip();
  }

  /** A new server trusts everybody on this machine; from here on it asks for the password. */
  private static void secure(DataSource server, Path data, String password)
      throws IOException, SQLException {
    Path access = data.resolve("pg_hba.conf");
    String asked = "local all all scram-sha-256\nhost all all localhost scram-sha-256\n";
    if (Files.readString(access).equals(asked)) {
      return;
    }
    execute(server, "alter user %s password '%s'".formatted(OWNER, password));
    Path draft = data.resolve("pg_hba.conf.new");
    OwnerOnly.write(draft, asked);
    Files.move(draft, access, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    execute(server, "select pg_reload_conf()");
  }

  private static void createDatabase(DataSource server) throws SQLException {
    try (Connection connection = server.getConnection();
        Statement statement = connection.createStatement();
        var row =
            statement.executeQuery("select from pg_database where datname = '" + NAME + "'")) {
      if (row.next()) {
        return;
      }
    }
    execute(server, "create database " + NAME + " encoding 'UTF8' template template0");
  }

  private static void execute(DataSource server, String sql) throws SQLException {
    try (Connection connection = server.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Stops the server after the transactions under way were ended. */
  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }
}
