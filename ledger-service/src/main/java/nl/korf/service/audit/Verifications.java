package nl.korf.service.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.korf.service.founding.Ledger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hashing everything anew because somebody asked for it; one run at a time on one database. A run
 * that finds nothing lifts a stop of the integrator; one that finds a difference causes one.
 */
@Component
final class Verifications {

  private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);

  /** A run that did not show life for so long ended with its process. */
  private static final Duration ALIVE_MAX = Duration.ofSeconds(30);

  private static final Duration TELL_EVERY = Duration.ofMillis(500);

  private final DataSource dataSource;
  private final JdbcClient database;
  private final Ledger ledger;

  Verifications(DataSource dataSource, Ledger ledger) {
    this.dataSource = dataSource;
    this.database = JdbcClient.create(dataSource);
    this.ledger = ledger;
  }

  /**
   * A run.
   *
   * @param upTo facts there are to hash
   * @param done facts that were hashed
   * @param aliveAt when it last told how far it is
   * @param difference the first one found
   */
  record Run(
      UUID id,
      String startedBy,
      Instant startedAt,
      long upTo,
      long done,
      Instant aliveAt,
      @Nullable Instant finishedAt,
      @Nullable Difference difference) {

    /** Whether it is at work. */
    boolean running(Instant now) {
      return finishedAt == null && aliveAt.isAfter(now.minus(ALIVE_MAX));
    }

    /** Whether it ended without a word, with the process it ran in. */
    boolean lost(Instant now) {
      return finishedAt == null && !running(now);
    }
  }

  Optional<Run> latest() {
    return database
        .sql(
            "select id, started_by, started_at, up_to, done, alive_at, finished_at, position, part,"
                + " expected, found from audit.verification order by started_at desc limit 1")
        .query((row, _) -> run(row))
        .optional();
  }

  /** Begins one, unless one is at work; it goes on after this returns. */
  void start(String by) {
    UUID id = UUID.randomUUID();
    int begun =
        database
            .sql(
                """
                insert into audit.verification (id, started_by, started_at, up_to, alive_at)
                select ?, ?, clock_timestamp(), (select coalesce(max(position), 0) from ledger.event), clock_timestamp()
                where not exists (select from audit.verification
                  where finished_at is null and alive_at > now() - make_interval(secs => ?))
                """)
            .params(id, by, (double) ALIVE_MAX.toSeconds())
            .update();
    if (begun > 0) {
      Thread.ofVirtual().name("audit-verification").start(() -> run(id));
    }
  }

  private void run(UUID id) {
    try (Connection connection = dataSource.getConnection()) {
      long upTo =
          Objects.requireNonNull(
              database
                  .sql("select up_to from audit.verification where id = ?")
                  .param(id)
                  .query(Long.class)
                  .single());
      finish(id, verified(connection, id, upTo));
    } catch (SQLException | RuntimeException failure) {
      LOG.error("Hashing everything anew failed", failure);
    }
  }

  private @Nullable Difference verified(Connection connection, UUID id, long upTo)
      throws SQLException {
    long[] toldAt = {System.nanoTime()};
    try {
      new Verification(connection, ledger.urn())
          .run(
              upTo,
              done -> {
                if (System.nanoTime() - toldAt[0] > TELL_EVERY.toNanos()) {
                  toldAt[0] = System.nanoTime();
                  tell(id, done);
                }
              });
      tell(id, upTo);
      return null;
    } catch (Difference.Found found) {
      return found.difference();
    }
  }

  private void tell(UUID id, long done) {
    database
        .sql("update audit.verification set done = ?, alive_at = clock_timestamp() where id = ?")
        .params(done, id)
        .update();
  }

  private void finish(UUID id, @Nullable Difference difference) {
    if (difference == null) {
      Progress.goOn(database);
    } else {
      LOG.error("The ledger is not what was signed, nothing is signed any more: {}", difference);
      Progress.stop(database, difference);
    }
    database
        .sql(
            "update audit.verification set finished_at = clock_timestamp(), position = ?, part = ?,"
                + " expected = ?, found = ? where id = ?")
        .param(difference == null ? null : difference.position())
        .param(difference == null ? null : difference.part())
        .param(difference == null ? null : difference.expected())
        .param(difference == null ? null : difference.found())
        .param(id)
        .update();
  }

  private static Run run(ResultSet row) throws SQLException {
    return new Run(
        row.getObject(1, UUID.class),
        row.getString(2),
        Objects.requireNonNull(Progress.instant(row, 3)),
        row.getLong(4),
        row.getLong(5),
        Objects.requireNonNull(Progress.instant(row, 6)),
        Progress.instant(row, 7),
        Progress.difference(row, 8));
  }
}
