package nl.korf.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.korf.eventstore.EventStoreSchema;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL that waits for the disk, as a ledger's does; everything measured shares it. It and
 * its folder go when it is closed or the JVM is asked to end, whichever comes first.
 */
final class Server implements AutoCloseable {

  /**
   * Who owns the databases, and the password: the server listens on loopback and is thrown away.
   */
  static final String OWNER = "postgres";

  private static final List<String> DURABLE =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private final EmbeddedPostgres postgres;
  private final BenchFolder folder;
  private boolean closed;

  private Server(EmbeddedPostgres postgres, BenchFolder folder) {
    this.postgres = postgres;
    this.folder = folder;
  }

  /** Starts in {@code folder}, which must be on a real disk. */
  static Server start(BenchFolder folder) throws IOException, SQLException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.path().resolve("postgres"))
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(Duration.ofSeconds(60))
            .setServerConfig("max_connections", "300")
            .setServerConfig("shared_buffers", "1GB")
            .setServerConfig("maintenance_work_mem", "512MB")
            .setServerConfig("max_wal_size", "8GB");
    DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
    Server server = new Server(builder.start(), folder);
    Runtime.getRuntime().addShutdownHook(new Thread(server::closeAtTheEnd));
    server.requireDurable();
    return server;
  }

  private void requireDurable() throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String setting : DURABLE) {
        try (ResultSet row = statement.executeQuery("select current_setting('" + setting + "')")) {
          row.next();
          if (!row.getString(1).equals("on")) {
            throw new IllegalStateException(setting + " is off: the figures would mean nothing");
          }
        }
      }
    }
  }

  /** A new database, without tables; one of the name that an earlier run left is dropped. */
  Database empty(String name) throws SQLException {
    DataSource server = postgres.getPostgresDatabase();
    execute(server, "drop database if exists " + name + " with (force)");
    execute(server, "create database " + name);
    return database(name);
  }

  /** A new database with an empty ledger. */
  Database ledger(String name) throws SQLException {
    return founded(empty(name));
  }

  /** The ledger of that name an earlier run kept, or an empty one. */
  Database keptLedger(String name) throws SQLException {
    DataSource server = postgres.getPostgresDatabase();
    String count = "select count(*) from pg_database where datname = '%s'".formatted(name);
    if (number(server, count) == 0) {
      execute(server, "create database " + name);
    }
    return founded(database(name));
  }

  private Database database(String name) {
    return new Database(
        name,
        postgres.getPort(),
        postgres.getDatabase(OWNER, name),
        postgres.getJdbcUrl(OWNER, name));
  }

  private static Database founded(Database database) {
    EventStoreSchema.migrate(database.owner());
    EventStoreSchema.found(database.owner(), UUID.randomUUID(), false, Instant.now());
    return database;
  }

  /** The server's first process, whose children serve the connections. */
  ProcessHandle postmaster() throws IOException {
    Path file = folder.path().resolve("postgres").resolve("postmaster.pid");
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
        .orElseThrow();
  }

  BenchFolder folder() {
    return folder;
  }

  private static void execute(DataSource dataSource, String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long number(DataSource dataSource, String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (!closed) {
      closed = true;
      postgres.close();
    }
  }

  /** On Ctrl-C nobody else cleans up. */
  private void closeAtTheEnd() {
    try {
      close();
      folder.close();
    } catch (IOException failure) {
      System.err.println("not cleaned up: " + failure.getMessage());
    }
  }

  /** One database. */
  record Database(String name, int port, DataSource owner, String url) {

    /** One of a server another process has started. */
    static Database at(String name, int port, String url) {
      PGSimpleDataSource owner = new PGSimpleDataSource();
      owner.setUrl(url);
      return new Database(name, port, owner, url);
    }

    /** The address without anybody's name and password. */
    String plainUrl() {
      return "jdbc:postgresql://localhost:%d/%s".formatted(port, name);
    }

    HikariDataSource pool(int connections) {
      HikariConfig config = new HikariConfig();
      config.setJdbcUrl(url);
      config.setConnectionInitSql(EventStoreSchema.ENTER_APP_ROLE);
      config.setMaximumPoolSize(connections);
      config.setMinimumIdle(1);
      return new HikariDataSource(config);
    }

    /** Gives every later connection to it another setting. */
    void set(String setting, String value) throws SQLException {
      execute("alter database %s set %s = '%s'".formatted(name, setting, value));
    }

    void execute(String sql) throws SQLException {
      Server.execute(owner, sql);
    }

    long number(String sql) throws SQLException {
      return Server.number(owner, sql);
    }
  }
}
