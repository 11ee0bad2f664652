package nl.korf.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import nl.korf.eventstore.EventStoreSchema;

/** A PostgreSQL that waits for the disk, as a ledger's does; everything measured shares it. */
final class Server implements AutoCloseable {

  private static final List<String> DURABLE =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private final EmbeddedPostgres postgres;
  private final AtomicInteger databases = new AtomicInteger();

  private Server(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /** Starts in {@code folder}, which must be on a real disk. */
  static Server start(Path folder) throws IOException, SQLException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setCleanDataDirectory(true)
            .setPGStartupWait(Duration.ofSeconds(60))
            .setServerConfig("max_connections", "300")
            .setServerConfig("shared_buffers", "1GB")
            .setServerConfig("max_wal_size", "8GB");
    DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
    Server server = new Server(builder.start());
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

  /** A new database with the store's tables. */
  Database ledger() throws SQLException {
    String name = "bench_" + databases.incrementAndGet();
    execute(postgres.getPostgresDatabase(), "create database " + name);
    DataSource owner = postgres.getDatabase("postgres", name);
    EventStoreSchema.migrate(owner);
    EventStoreSchema.found(owner, UUID.randomUUID(), false, Instant.now());
    return new Database(name, postgres.getPort(), owner, postgres.getJdbcUrl("postgres", name));
  }

  static void execute(DataSource dataSource, String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static long number(DataSource dataSource, String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }

  /** One database. */
  record Database(String name, int port, DataSource owner, String url) {

    HikariDataSource pool(int connections) {
      HikariConfig config = new HikariConfig();
      config.setJdbcUrl(url);
      config.setConnectionInitSql(EventStoreSchema.ENTER_APP_ROLE);
      config.setMaximumPoolSize(connections);
      config.setMinimumIdle(1);
      return new HikariDataSource(config);
    }

    void execute(String sql) throws SQLException {
      Server.execute(owner, sql);
    }

    long number(String sql) throws SQLException {
      return Server.number(owner, sql);
    }
  }
}
