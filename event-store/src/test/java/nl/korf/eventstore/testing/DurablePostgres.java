package nl.korf.eventstore.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server that waits for the disk, on a folder of the caller's, and that can be killed
 * without warning and started again on the same folder and port.
 */
public final class DurablePostgres implements AutoCloseable {

  private static final int STARTS_MAX = 20;
  private static final List<String> DURABLE =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private final Path folder;
  private @Nullable EmbeddedPostgres server;
  private int port;

  private DurablePostgres(Path folder) {
    this.folder = folder;
  }

  /** Starts a new server with its data under {@code folder}. */
  public static DurablePostgres start(Path folder) {
    DurablePostgres postgres = new DurablePostgres(folder.resolve("data"));
    postgres.restart();
    return postgres;
  }

  /** The default database. */
  public TestPostgres.Database database() {
    return new TestPostgres.Database("localhost", port, "postgres");
  }

  /** SIGKILL to the server and all its processes, in the middle of whatever they do. */
  public void kill() {
    ProcessHandle postmaster = postmaster();
    List<ProcessHandle> backends = postmaster.children().toList();
    postmaster.destroyForcibly();
    backends.forEach(ProcessHandle::destroyForcibly);
    awaitEnd(postmaster);
    backends.forEach(DurablePostgres::awaitEnd);
  }

  /** Starts the server on its folder again, through crash recovery if it was killed. */
  public void restart() {
    closeServer();
    for (int attempt = 1; server == null; attempt++) {
      try {
        server = start();
      } catch (IOException | IllegalStateException notYet) {
        if (attempt == STARTS_MAX) {
          throw new IllegalStateException("PostgreSQL does not start again", notYet);
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
      }
    }
    requireDurable();
  }

  @Override
  public void close() {
    closeServer();
  }

  private EmbeddedPostgres start() throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setCleanDataDirectory(false)
            .setPGStartupWait(Duration.ofSeconds(60))
            .setServerConfig("max_connections", "100");
    // the builder starts with these off; what comes later counts
    DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
    if (port != 0) {
      builder.setPort(port);
    }
    EmbeddedPostgres started = builder.start();
    port = started.getPort();
    return started;
  }

  private void requireDurable() {
    try (Connection connection = database().owner().getConnection();
        Statement statement = connection.createStatement()) {
      for (String setting : DURABLE) {
        try (ResultSet row = statement.executeQuery("show " + setting)) {
          row.next();
          if (!row.getString(1).equals("on")) {
            throw new IllegalStateException(setting + " is " + row.getString(1));
          }
        }
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private ProcessHandle postmaster() {
    try {
      String pid = Files.readAllLines(folder.resolve("postmaster.pid")).getFirst();
      return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void awaitEnd(ProcessHandle process) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (process.isAlive() && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  private void closeServer() {
    if (server != null) {
      try {
        server.close();
      } catch (IOException | RuntimeException killed) {
        // a killed server cannot be stopped; its folder is what counts
      }
      server = null;
    }
  }
}
