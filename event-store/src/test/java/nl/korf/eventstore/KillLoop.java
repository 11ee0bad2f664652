package nl.korf.eventstore;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import nl.korf.eventstore.testing.DurablePostgres;
import nl.korf.eventstore.testing.LedgerFsck;
import org.jspecify.annotations.Nullable;

/**
 * Kills a writing JVM and its PostgreSQL without warning, again and again, and holds the stored
 * ledger against what was acknowledged: acknowledged is a subset of stored, appends are whole, no
 * position is missing. Reused by the benchmarks with more kills.
 */
public final class KillLoop implements AutoCloseable {

  /** What a run has shown; {@code findings} is empty when the ledger kept its promises. */
  public record Result(
      int jvmKills, int postgresKills, long acknowledged, long stored, List<String> findings) {}

  private record Ack(long first, long last) {}

  private static final int ACKS_BEFORE_KILL = 100;
  private static final int DELAY_MILLIS_MAX = 200;

  private final DurablePostgres postgres;
  private final String mode;
  private final Map<UUID, Ack> acknowledged = new ConcurrentHashMap<>();
  private final List<String> findings = new ArrayList<>();
  private @Nullable Process writer;
  private int jvmKills;
  private int postgresKills;

  private KillLoop(Path folder, String mode) {
    this.postgres = DurablePostgres.start(folder);
    this.mode = mode;
    postgres.database().withLedger();
  }

  /**
   * Runs with fsync on, on data under {@code folder}; tells {@code progress} after every kill. The
   * seed decides who is killed and when.
   */
  public static Result run(int kills, long seed, Path folder, Consumer<String> progress) {
    return run(kills, seed, folder, progress, "honest");
  }

  /** The control: a writer that acknowledges before it is durable. Its findings are not empty. */
  public static Result runWithEarlyWriter(int kills, long seed, Path folder) {
    return run(kills, seed, folder, ignored -> {}, "early");
  }

  private static Result run(
      int kills, long seed, Path folder, Consumer<String> progress, String mode) {
    SplittableRandom random = new SplittableRandom(seed);
    try (KillLoop loop = new KillLoop(folder, mode)) {
      for (int kill = 1; kill <= kills; kill++) {
        loop.killOnce(random);
        loop.check();
        progress.accept(
            "kill %d of %d: %d acknowledged, %d findings"
                .formatted(kill, kills, loop.acknowledged.size(), loop.findings.size()));
      }
      return loop.result();
    }
  }

  @Override
  public void close() {
    killWriter();
    postgres.close();
  }

  private void killOnce(SplittableRandom random) {
    if (writer == null) {
      writer = startWriter();
    }
    awaitAcks(acknowledged.size() + ACKS_BEFORE_KILL);
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(DELAY_MILLIS_MAX)));
    if (random.nextBoolean()) {
      killWriter();
      jvmKills++;
    } else {
      postgres.kill();
      postgres.restart();
      postgresKills++;
    }
  }

  private void awaitAcks(int count) {
    long deadline = System.nanoTime() + FactWriter.FIRST_ACK_WITHIN.toNanos();
    while (acknowledged.size() < count) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("The writer acknowledges nothing any more");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  /** Acknowledged before this moment means stored now; the writer may be writing on. */
  private void check() {
    Map<UUID, Ack> soFar = new HashMap<>(acknowledged);
    try (Connection connection = postgres.database().owner().getConnection()) {
      Map<UUID, Ack> stored = stored(connection);
      soFar.forEach((id, ack) -> {
        Ack found = stored.get(id);
        if (found == null || (ack.first() != 0 && !found.equals(ack))) {
          findings.add("append %s was acknowledged as %s, stored is %s".formatted(id, ack, found));
        }
      });
      requireWholeAppends(connection);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static Map<UUID, Ack> stored(Connection connection) throws SQLException {
    String sql =
        "select substr(tag, 8)::uuid, min(position), max(position) from ledger.event_tag"
            + " where tag like 'append=%' group by tag";
    Map<UUID, Ack> stored = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        stored.put(row.getObject(1, UUID.class), new Ack(row.getLong(2), row.getLong(3)));
      }
    }
    return stored;
  }

  private void requireWholeAppends(Connection connection) throws SQLException {
    String sql =
        "select tags[1], count(*) from ledger.event group by tags having"
            + " 'size=' || count(*) <> tags[2] or max(position) - min(position) + 1 <> count(*)";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        findings.add(row.getString(1) + " is stored in part: " + row.getLong(2) + " facts");
      }
    }
  }

  private Result result() {
    killWriter();
    findings.addAll(LedgerFsck.check(postgres.database().owner()));
    long stored = new FactLog(postgres.database().owner()).head();
    return new Result(jvmKills, postgresKills, acknowledged.size(), stored, List.copyOf(findings));
  }

  private void killWriter() {
    if (writer != null) {
      writer.destroyForcibly();
      try {
        writer.waitFor();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      writer = null;
    }
  }

  private Process startWriter() {
    var database = postgres.database();
    String url = "jdbc:postgresql://localhost:" + database.port() + "/" + database.name();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-Daxoniq.update-checker.disabled=true",
            "-cp",
            System.getProperty("java.class.path"),
            FactWriter.class.getName(),
            url,
            "postgres",
            mode);
    try {
      Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      Thread.ofVirtual().start(() -> listen(process));
      return process;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void listen(Process process) {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ");
        if (words.length == 4 && words[0].equals("ACK")) {
          acknowledged.putIfAbsent(
              UUID.fromString(words[1]),
              new Ack(Long.parseLong(words[2]), Long.parseLong(words[3])));
        }
      }
    } catch (IOException | IllegalArgumentException cutShort) {
      // the writer was killed in the middle of a line
    }
  }
}
