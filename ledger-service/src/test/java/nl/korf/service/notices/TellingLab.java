package nl.korf.service.notices;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.testing.TestPostgres;
import nl.korf.model.notices.RecipientRules;
import nl.korf.projections.Projections;
import nl.korf.projections.Reads;

/** Notices over a ledger that was put together without the application. */
public final class TellingLab implements AutoCloseable {

  private final NoticeFollower follower;
  private final Notices notices;
  private final Subscriptions subscriptions;

  /** Makes the tables and begins to tell. */
  public TellingLab(
      TestPostgres.Database database,
      DataSource dataSource,
      FactLog log,
      Projections projections,
      Reads reads,
      RecipientRules rules,
      List<? extends Courier> couriers) {
    TestPostgres.execute(database.owner(), script());
    Clock clock = Clock.systemUTC();
    follower = new NoticeFollower(dataSource, log, projections, reads, rules, couriers, clock);
    notices = new Notices(dataSource, follower, clock);
    subscriptions = new Subscriptions(dataSource, clock);
    follower.start();
  }

  private static String script() {
    try (InputStream script =
        TellingLab.class.getResourceAsStream("/nl/korf/service/migrations/V10__notices.sql")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public NoticeFollower follower() {
    return follower;
  }

  public Notices notices() {
    return notices;
  }

  public Subscriptions subscriptions() {
    return subscriptions;
  }

  @Override
  public void close() {
    follower.close();
  }
}
