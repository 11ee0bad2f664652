package nl.korf.eventstore.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import nl.korf.eventstore.EventStoreSchema;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server of this JVM, started at the first use and stopped with the JVM. Every test
 * takes databases of its own from it.
 *
 * <p>The shared server does not wait for the disk. A test about durability starts a server of its
 * own.
 */
public final class TestPostgres {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  /** Where Linux keeps files in memory: tests need not wait for the disk nor wear it. */
  private static final Path MEMORY = Path.of("/dev/shm");

  private static final long MEMORY_BYTES_MIN = 4L << 30;
  private static final String TEMPLATE = "ledger_template";
  private static @Nullable EmbeddedPostgres shared;
  private static boolean templateMade;

  private TestPostgres() {}

  /** A new, empty database. */
  public static Database emptyDatabase() {
    return database("template1");
  }

  /** A new database with a founded, empty ledger. */
  public static synchronized Database ledger() {
    if (!templateMade) {
      execute(shared().getPostgresDatabase(), "create database " + TEMPLATE);
      EventStoreSchema.migrate(new Database("localhost", shared().getPort(), TEMPLATE).owner());
      templateMade = true;
    }
    return database(TEMPLATE).founded();
  }

  /** A new database with all that is in another, to which nobody may be connected. */
  public static Database copyOf(Database other) {
    return database(other.name());
  }

  private static Database database(String template) {
    String name = "test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
    EmbeddedPostgres server = shared();
    execute(server.getPostgresDatabase(), "create database " + name + " template " + template);
    return new Database("localhost", server.getPort(), name);
  }

  /** Runs one or more statements in autocommit. */
  public static void execute(DataSource dataSource, String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(sql, failure);
    }
  }

  /** Drops a database and whoever is connected to it. For tests that take many. */
  public static void drop(Database database) {
    execute(shared().getPostgresDatabase(), "drop database " + database.name() + " with (force)");
  }

  private static boolean roomInMemory() throws IOException {
    return Files.isDirectory(MEMORY)
        && Files.isWritable(MEMORY)
        && Files.getFileStore(MEMORY).getUsableSpace() > MEMORY_BYTES_MIN;
  }

  private static synchronized EmbeddedPostgres shared() {
    if (shared == null) {
      try {
        // zonky stops the server and deletes its folder in a shutdown hook
        EmbeddedPostgres.Builder builder =
            EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("max_connections", "300")
                .setServerConfig("shared_buffers", "128MB");
        if (roomInMemory()) {
          builder.setDataDirectory(Files.createTempDirectory(MEMORY, "korf-test"));
        }
        shared = builder.start();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return shared;
  }

  /** One database, and the ways into it. */
  public record Database(String host, int port, String name) {

    /** Connections of the owner, here the superuser. */
    public DataSource owner() {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setServerNames(new String[] {host});
      source.setPortNumbers(new int[] {port});
      source.setDatabaseName(name);
      source.setUser("postgres");
      source.setPassword("postgres");
      return source;
    }

    /** A pool that enters the application's role, as the application does. Close it. */
    public HikariDataSource pool(int connections) {
      return pool(EventStoreSchema.ENTER_APP_ROLE, connections);
    }

    /** A pool that runs a statement on every new connection. Close it. */
    public HikariDataSource pool(String initSql, int connections) {
      HikariConfig config = new HikariConfig();
      config.setDataSource(owner());
      config.setConnectionInitSql(initSql);
      config.setMaximumPoolSize(connections);
      config.setMinimumIdle(0);
      config.setPoolName(name);
      config.setConnectionTimeout(10_000);
      return new HikariDataSource(config);
    }

    /** Migrated and founded, as a ledger that is no example. */
    public Database withLedger() {
      EventStoreSchema.migrate(owner());
      return founded();
    }

    private Database founded() {
      EventStoreSchema.found(owner(), UUID.randomUUID(), false, Clock.systemUTC().instant());
      return this;
    }

    /** Runs one or more statements as the owner, in autocommit. */
    public void execute(String sql) {
      TestPostgres.execute(owner(), sql);
    }
  }
}
