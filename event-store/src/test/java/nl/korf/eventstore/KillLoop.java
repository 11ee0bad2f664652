package nl.korf.eventstore;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.korf.eventstore.AckOracle.Range;
import nl.korf.eventstore.testing.DurablePostgres;
import nl.korf.eventstore.testing.LedgerFsck;
import nl.korf.eventstore.testing.TestPostgres;
import org.jspecify.annotations.Nullable;

/**
 * Kills a writing JVM and its PostgreSQL in turn, without warning and in the middle of a batch, and
 * after each kill holds the stored ledger against what was said: acknowledged is stored, refused is
 * not, appends are whole, no position is missing, and an independent check of every row finds
 * nothing. {@code ./korf bench --faults} runs it with many kills.
 */
public final class KillLoop implements AutoCloseable {

  /**
   * What a run has shown.
   *
   * @param acknowledged appends
   * @param facts stored at the end
   * @param openStored appends whose outcome nobody knew at a kill and that turned out to be stored
   * @param openNotStored those that turned out not to be
   * @param findings empty when the ledger kept its promises
   */
  public record Result(
      int jvmKills,
      int postgresKills,
      long acknowledged,
      long facts,
      long openStored,
      long openNotStored,
      List<String> findings) {}

  /** How long a killed writer's successor, or a killed server's, may take to go on. */
  private static final Duration GOES_ON_WITHIN = Duration.ofSeconds(60);

  private static final int ACKS_BETWEEN_KILLS = 100;
  private static final int DELAY_MILLIS_MAX = 200;

  private final DurablePostgres postgres;
  private final List<String> writerCommand;
  private final Path writerErrors;
  private final AckOracle oracle = new AckOracle();
  private final List<String> findings = new ArrayList<>();
  private @Nullable WriterProcess writer;
  private int jvmKills;
  private int postgresKills;
  private long openStored;
  private long openNotStored;
  private long facts;

  private KillLoop(Path folder, String mode, Function<String, List<String>> launcher) {
    this.postgres = DurablePostgres.start(folder);
    TestPostgres.Database database = postgres.database().withLedger();
    this.writerCommand = new ArrayList<>(launcher.apply(FactWriter.class.getName()));
    this.writerCommand.add(
        "jdbc:postgresql://localhost:" + database.port() + "/" + database.name());
    this.writerCommand.addAll(List.of("postgres", mode));
    this.writerErrors = folder.resolve("writer.log");
  }

  /**
   * Runs with fsync on, on data under {@code folder}.
   *
   * @param seed decides when a kill comes
   * @param launcher the command that runs a class of this name in a JVM of its own
   * @param progress told a line after every kill
   */
  public static Result run(
      int kills,
      long seed,
      Path folder,
      Function<String, List<String>> launcher,
      Consumer<String> progress) {
    return run(kills, seed, folder, launcher, progress, "honest");
  }

  /** The control: a writer that acknowledges before it is durable. Its findings are not empty. */
  public static Result runWithEarlyWriter(
      int kills, long seed, Path folder, Function<String, List<String>> launcher) {
    return run(kills, seed, folder, launcher, _ -> {}, "early");
  }

  /** A JVM with the class path of this one. */
  public static List<String> onThisClassPath(String mainClass) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-Daxoniq.update-checker.disabled=true",
        "-cp",
        System.getProperty("java.class.path"),
        mainClass);
  }

  private static Result run(
      int kills,
      long seed,
      Path folder,
      Function<String, List<String>> launcher,
      Consumer<String> progress,
      String mode) {
    SplittableRandom random = new SplittableRandom(seed);
    try (KillLoop loop = new KillLoop(folder, mode, launcher)) {
      for (int kill = 1; kill <= kills; kill++) {
        progress.accept("kill %d of %d, %s".formatted(kill, kills, loop.round(kill, random)));
      }
      return loop.result();
    }
  }

  @Override
  public void close() {
    if (writer != null) {
      writer.close();
    }
    postgres.close();
  }

  private String round(int kill, SplittableRandom random) {
    WriterProcess running = writer();
    awaitAcknowledgements(running);
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(DELAY_MILLIS_MAX)));
    boolean jvm = kill % 2 == 1;
    Set<UUID> open = jvm ? killWriter(running) : killPostgres(running);
    int stored = check(open);
    if (!jvm) {
      running.resume();
    }
    return "%s: %d acknowledged, %d facts, %d outcomes open at the kill, %d of them stored; %d findings"
        .formatted(
            jvm ? "JVM" : "PostgreSQL",
            oracle.acknowledged(),
            facts,
            open.size(),
            stored,
            findings.size());
  }

  private Set<UUID> killWriter(WriterProcess running) {
    running.kill();
    writer = null;
    jvmKills++;
    return oracle.unanswered();
  }

  /** The writer lives on, has to find out about what was under way, and then comes to rest. */
  private Set<UUID> killPostgres(WriterProcess running) {
    postgres.kill();
    Set<UUID> open = oracle.unanswered();
    postgres.restart();
    postgresKills++;
    awaitAcknowledgements(running);
    running.pause();
    oracle.unanswered().forEach(append -> findings.add("append " + append + " got no answer"));
    return open;
  }

  private WriterProcess writer() {
    if (writer == null) {
      writer = new WriterProcess(writerCommand, writerErrors, oracle);
    }
    return writer;
  }

  private void awaitAcknowledgements(WriterProcess running) {
    int enough = oracle.acknowledged() + ACKS_BETWEEN_KILLS;
    long deadline = System.nanoTime() + GOES_ON_WITHIN.toNanos();
    while (oracle.acknowledged() < enough) {
      running.requireAlive();
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("The writer acknowledges nothing any more");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  /** Nobody writes now. Returns how many of the open outcomes are stored. */
  private int check(Set<UUID> open) {
    Map<UUID, Range> stored;
    try (Connection connection = postgres.database().owner().getConnection()) {
      awaitLock(connection);
      stored = stored(connection);
      requireWholeAppends(connection);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    findings.addAll(oracle.contradictions(stored));
    findings.addAll(LedgerFsck.check(postgres.database().owner()));
    facts = new FactLog(postgres.database().owner()).head();
    oracle.settle(stored);
    int openAndStored = (int) open.stream().filter(stored::containsKey).count();
    openStored += openAndStored;
    openNotStored += open.size() - openAndStored;
    return openAndStored;
  }

  /** The server may still be at work on what a killed JVM has sent. */
  private static void awaitLock(Connection connection) throws SQLException {
    String sql = "select pg_advisory_xact_lock(" + LedgerSession.LEDGER_LOCK + ")";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }

  private static Map<UUID, Range> stored(Connection connection) throws SQLException {
    String sql =
        "select substr(tag, 8)::uuid, min(position), max(position) from ledger.event_tag"
            + " where tag like 'append=%' group by tag";
    Map<UUID, Range> stored = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        stored.put(row.getObject(1, UUID.class), new Range(row.getLong(2), row.getLong(3)));
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
    return new Result(
        jvmKills,
        postgresKills,
        oracle.acknowledged(),
        facts,
        openStored,
        openNotStored,
        List.copyOf(findings));
  }
}
