package nl.korf.service.notices;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import nl.korf.model.PersonId;
import nl.korf.model.notices.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The notices of people, as stored: each sees their own. Safe from any thread. */
public final class Notices {

  /** Most notices of one piece of a list. */
  public static final int PAGE_MAX = 500;

  /** How often what another node tells is looked at. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private static final String COLUMNS = "person, position, type, recorded_at, reasons, read_at";

  private final JdbcClient database;
  private final NoticeFollower follower;
  private final Clock clock;

  Notices(DataSource dataSource, NoticeFollower follower, Clock clock) {
    this.database = JdbcClient.create(dataSource);
    this.follower = follower;
    this.clock = clock;
  }

  /**
   * Which notices.
   *
   * @param unread only those that were not read
   * @param type only of this sort of fact, or null
   * @param reason only with a reason of this kind, or null
   */
  public record Filter(boolean unread, @Nullable String type, Reason.@Nullable Kind reason) {

    /** Everything. */
    public static final Filter ALL = new Filter(false, null, null);
  }

  /** The notices of a person after a position, in order. */
  public List<Notice> after(PersonId person, long position, Filter filter, int limit) {
    return list(person, filter, "position > :position", "position", position, limit);
  }

  /** The notices of a person before a position, the latest first. */
  public List<Notice> before(PersonId person, long position, Filter filter, int limit) {
    return list(person, filter, "position < :position", "position desc", position, limit);
  }

  private List<Notice> list(
      PersonId person, Filter filter, String where, String order, long position, int limit) {
    return database
        .sql(
            """
            select %s from notices.notice
            where person = :person and %s
              and (not :unread or read_at is null)
              and (:type::text is null or type = :type)
              and (:reason::text is null
                or exists (select from unnest(reasons) r where starts_with(r, :reason || ' ')))
            order by %s limit :limit
            """
                .formatted(COLUMNS, where, order))
        .param("person", person.value())
        .param("position", position)
        .param("unread", filter.unread())
        .param("type", filter.type())
        .param("reason", filter.reason() == null ? null : filter.reason().name())
        .param("limit", Math.min(limit, PAGE_MAX))
        .query((row, _) -> read(row))
        .list();
  }

  public Optional<Notice> find(PersonId person, long position) {
    return database
        .sql("select " + COLUMNS + " from notices.notice where person = ? and position = ?")
        .param(person.value())
        .param(position)
        .query((row, _) -> read(row))
        .optional();
  }

  /** Everybody who was told of a fact. */
  public List<Notice> at(long position) {
    return database
        .sql("select " + COLUMNS + " from notices.notice where position = ? order by person")
        .param(position)
        .query((row, _) -> read(row))
        .list();
  }

  /** How many a person has not read. */
  public long unread(PersonId person) {
    return database
        .sql("select count(*) from notices.notice where person = ? and read_at is null")
        .param(person.value())
        .query(Long.class)
        .single();
  }

  /** The sorts of fact a person was told of, for a filter. */
  public List<String> types(PersonId person) {
    return database
        .sql("select distinct type from notices.notice where person = ? order by 1")
        .param(person.value())
        .query((row, _) -> row.getString(1))
        .list();
  }

  /** One was read; false where there is no such notice. Read again, it stays read as it was. */
  public boolean read(PersonId person, long position) {
    return database
            .sql(
                """
                update notices.notice set read_at = coalesce(read_at, ?)
                where person = ? and position = ?
                """)
            .param(now())
            .param(person.value())
            .param(position)
            .update()
        > 0;
  }

  /** All up to a position were read; how many were not before. */
  public int readAll(PersonId person, long upTo) {
    return database
        .sql(
            """
            update notices.notice set read_at = ?
            where person = ? and position <= ? and read_at is null
            """)
        .param(now())
        .param(person.value())
        .param(upTo)
        .update();
  }

  /** The last position that was told. */
  public long told() {
    return database.sql("select position from notices.follower").query(Long.class).single();
  }

  /** Why the telling holds, or empty where it does not. */
  public Optional<String> stopped() {
    return database
        .sql("select error from notices.follower where error is not null")
        .query(String.class)
        .optional();
  }

  /** Waits a moment until a position was told, here or elsewhere; at most until time is up. */
  public boolean awaitTold(long position, Duration patience) throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    while (true) {
      if (told() >= position) {
        return true;
      }
      Duration left = Duration.ofNanos(until - System.nanoTime());
      if (!left.isPositive()) {
        return false;
      }
      Duration slice = left.compareTo(LOOK_EVERY) < 0 ? left : LOOK_EVERY;
      if (follower.awaitTold(position, slice)) {
        return true;
      }
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Notice read(ResultSet row) throws SQLException {
    OffsetDateTime read = row.getObject(6, OffsetDateTime.class);
    return new Notice(
        new PersonId(row.getString(1)),
        row.getLong(2),
        row.getString(3),
        row.getObject(4, OffsetDateTime.class).toInstant(),
        reasons(row.getArray(5)),
        read == null ? null : read.toInstant());
  }

  private static List<Reason> reasons(Array stored) throws SQLException {
    return Arrays.stream((Object[]) stored.getArray())
        .map(written -> Reason.parse(String.valueOf(written)))
        .sorted()
        .toList();
  }
}
