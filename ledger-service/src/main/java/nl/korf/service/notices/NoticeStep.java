package nl.korf.service.notices;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.StoreUnreachable;
import nl.korf.eventstore.StoredFact;
import nl.korf.projections.Projections;
import nl.korf.service.notices.Telling.Told;
import org.jspecify.annotations.Nullable;

/**
 * One transaction of the telling: notices, deliveries, the couriers' work and the position, all or
 * nothing. For one thread.
 */
final class NoticeStep {

  /** Facts told in one transaction. */
  static final int BATCH_FACTS_MAX = 100;

  private final FactLog log;
  private final Telling telling;
  private final List<Courier> couriers;
  private final Clock clock;
  private final Projections projections;
  private SubscriptionIndex index = new SubscriptionIndex();
  private long changesSeen;

  NoticeStep(
      FactLog log, Telling telling, List<Courier> couriers, Clock clock, Projections projections) {
    this.log = log;
    this.telling = telling;
    this.couriers = couriers;
    this.clock = clock;
    this.projections = projections;
  }

  /**
   * Where the telling stands after a step.
   *
   * @param idle whether there was nothing to do
   * @param failed the next fact, where nothing can be told of it
   */
  record Outcome(long position, boolean idle, Telling.@Nullable Failed failed) {}

  /** Forgets the subscriptions: another node may have told since. */
  void begin() {
    index = new SubscriptionIndex();
    changesSeen = 0;
  }

  Outcome take(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try {
      Outcome outcome = tell(connection);
      connection.commit();
      return outcome;
    } catch (SQLException | RuntimeException | Error failure) {
      undo(connection, failure);
      throw failure;
    } finally {
      if (!connection.isClosed()) {
        connection.setAutoCommit(true);
      }
    }
  }

  private static void undo(Connection connection, Throwable cause) {
    try {
      connection.rollback();
    } catch (SQLException alsoFailed) {
      cause.addSuppressed(alsoFailed);
    }
  }

  private Outcome tell(Connection connection) throws SQLException {
    long position = FollowerRow.hold(connection);
    refresh(connection, position);
    Instant now = clock.instant();
    long shown = projections.position();
    Telling.Batch batch = next(position, shown, now);
    long reached = batch.told().isEmpty() ? position : batch.told().getLast().fact().position();
    write(connection, batch.told(), now);
    CaughtUp caughtUp =
        batch.failed() == null ? catchUp(connection, now) : new CaughtUp(true, batch.failed());
    if (reached > position) {
      FollowerRow.advance(connection, reached);
    }
    boolean idle = reached == position && caughtUp.done();
    return new Outcome(reached, idle, reached == position ? caughtUp.failed() : null);
  }

  private Telling.Batch next(long position, long shown, Instant now) {
    int facts = (int) Math.min(shown - position, BATCH_FACTS_MAX);
    if (facts <= 0) {
      return new Telling.Batch(List.of(), null);
    }
    Instant latest = log.recordedAt(shown).orElse(now);
    return batch(log.read(position, facts), fact -> telling.of(fact, index, latest, now));
  }

  private static Telling.Batch batch(List<StoredFact> facts, Function<StoredFact, Told> tell) {
    List<Told> told = new ArrayList<>();
    for (StoredFact fact : facts) {
      try {
        told.add(tell.apply(fact));
      } catch (StoreUnreachable unreachable) {
        throw unreachable;
      } catch (RuntimeException | StackOverflowError failure) {
        return new Telling.Batch(told, new Telling.Failed(fact.position(), fact.type(), failure));
      }
    }
    return new Telling.Batch(told, null);
  }

  private void write(Connection connection, List<Told> told, Instant now) throws SQLException {
    NoticeRows rows = new NoticeRows(connection);
    rows.notices(told, now);
    List<Delivery> due =
        rows.deliveries(told.stream().flatMap(one -> one.deliveries().stream()).toList());
    for (Courier courier : couriers) {
      List<Delivery> its = due.stream().filter(one -> one.channel() == courier.channel()).toList();
      if (!its.isEmpty()) {
        courier.take(connection, its);
      }
    }
  }

  /** Takes over what was changed in subscriptions; nobody changes any while the row is held. */
  private void refresh(Connection connection, long position) throws SQLException {
    String sql =
        "select "
            + Subscriptions.COLUMNS
            + """
            , changed from notices.subscription
            where changed > ? and (? or coalesce(until_position, 9223372036854775807) > ?)
            order by changed
            """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, changesSeen);
      // what ended has to be heard of once it was taken in
      statement.setBoolean(2, changesSeen > 0);
      statement.setLong(3, position);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          index.put(Subscriptions.read(row));
          changesSeen = row.getLong(13);
        }
      }
    }
    index.forgetEndedAt(position);
  }

  private record Behind(Subscription subscription, long told, long until) {}

  /** Whether no subscription waits for facts that had passed, or why one still does. */
  private record CaughtUp(boolean done, Telling.@Nullable Failed failed) {}

  /** Tells one subscription some of the facts it asked for that had passed. */
  private CaughtUp catchUp(Connection connection, Instant now) throws SQLException {
    Optional<Behind> found = behind(connection);
    if (found.isEmpty()) {
      return new CaughtUp(true, null);
    }
    Behind behind = found.get();
    int facts = (int) Math.min(behind.until() - behind.told(), BATCH_FACTS_MAX);
    Instant latest = log.recordedAt(projections.position()).orElse(now);
    Telling.Batch batch =
        batch(
            log.read(behind.told(), facts),
            fact -> telling.afterwards(fact, behind.subscription(), latest, now));
    write(connection, batch.told(), now);
    caughtUp(connection, behind, behind.told() + batch.told().size());
    return new CaughtUp(false, batch.failed());
  }

  private static Optional<Behind> behind(Connection connection) throws SQLException {
    String sql =
        "select "
            + Subscriptions.COLUMNS
            + """
            , caught_up_to, catch_up_until from notices.subscription
            where caught_up_to < catch_up_until order by subscription limit 1
            """;
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      return row.next()
          ? Optional.of(new Behind(Subscriptions.read(row), row.getLong(13), row.getLong(14)))
          : Optional.empty();
    }
  }

  private static void caughtUp(Connection connection, Behind behind, long position)
      throws SQLException {
    String sql =
        "update notices.subscription set caught_up_to = ? where subscription = ? and version = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, position);
      statement.setObject(2, behind.subscription().subscription());
      statement.setInt(3, behind.subscription().version());
      statement.executeUpdate();
    }
  }
}
