package nl.korf.service.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.korf.model.PersonId;
import nl.korf.model.notices.Followed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who follows what, as rows: every change makes a version, so that it can be said what counted for
 * a fact. A change counts from the last position of the ledger at its making on. Safe from any
 * thread.
 */
public final class Subscriptions {

  /** Most subscriptions of one person. */
  public static final int EACH_MAX = 100;

  static final String COLUMNS =
      """
      subscription, version, person, followed, below, condition, channel, cadence, language,
      from_position, until_position, made_at
      """;

  private static final String NOW = "until_position is null";

  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final Clock clock;

  public Subscriptions(DataSource dataSource, Clock clock) {
    this.database = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    this.clock = clock;
  }

  /**
   * What is asked for.
   *
   * @param from facts after this position count; null: from now on. One that has passed is told
   *     afterwards
   */
  public record Asked(
      Followed followed,
      boolean below,
      @Nullable String condition,
      Channel channel,
      Cadence cadence,
      String language,
      @Nullable Long from) {}

  /** Why a subscription is not made; the request is at fault, not the ledger. */
  public static final class NotMade extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The sorts of fault. */
    public enum Fault {
      /** There is one of this id with other content. */
      ID_USED,
      /** The person has as many as they may. */
      TOO_MANY,
      /** The position lies beyond the ledger. */
      BEYOND_HEAD
    }

    private final Fault fault;
    private final long limit;

    NotMade(Fault fault, long limit) {
      super(fault + " " + limit, null, false, false);
      this.fault = fault;
      this.limit = limit;
    }

    public Fault fault() {
      return fault;
    }

    /** How many, or up to which position. */
    public long limit() {
      return limit;
    }
  }

  /**
   * Makes a subscription; the same one again where it was made under this id already.
   *
   * @throws NotMade when it cannot be
   */
  public Subscription make(UUID id, PersonId person, Asked asked) {
    return inTransaction(heads -> {
      Optional<Subscription> known = version(id, 1);
      if (known.isPresent()) {
        return same(known.get(), person, asked, heads);
      }
      requireRoom(person);
      Long from = asked.from();
      if (from != null && from > heads.head()) {
        throw new NotMade(NotMade.Fault.BEYOND_HEAD, heads.head());
      }
      long begins = from == null ? heads.head() : from;
      insert(id, 1, person, asked, begins, Math.max(begins, heads.told()));
      return version(id, 1).orElseThrow();
    });
  }

  private static Subscription same(Subscription known, PersonId person, Asked asked, Heads heads) {
    Asked earlier =
        new Asked(
            known.followed(),
            known.below(),
            known.condition(),
            known.channel(),
            known.cadence(),
            known.language(),
            asked.from() == null ? null : (Long) known.from());
    if (!known.person().equals(person) || !earlier.equals(asked)) {
      throw new NotMade(NotMade.Fault.ID_USED, heads.head());
    }
    return known;
  }

  private void requireRoom(PersonId person) {
    long held =
        database
            .sql("select count(*) from notices.subscription where person = ? and " + NOW)
            .param(person.value())
            .query(Long.class)
            .single();
    if (held >= EACH_MAX) {
      throw new NotMade(NotMade.Fault.TOO_MANY, EACH_MAX);
    }
  }

  /** Changes how something is followed, from now on; empty where the person has no such one. */
  public Optional<Subscription> change(UUID id, PersonId person, Asked asked) {
    return inTransaction(heads -> {
      Optional<Subscription> now = find(id, person);
      now.ifPresent(held -> {
        end(id, heads.head());
        insert(id, held.version() + 1, person, asked, heads.head(), heads.head());
      });
      return now.flatMap(_ -> find(id, person));
    });
  }

  /** Ends a subscription; false where the person has no such one. */
  public boolean end(UUID id, PersonId person) {
    return inTransaction(heads -> find(id, person).isPresent() && end(id, heads.head()));
  }

  private boolean end(UUID id, long position) {
    return database
            .sql(
                """
                update notices.subscription
                set until_position = greatest(from_position, ?),
                    changed = nextval('notices.subscription_change')
                where subscription = ? and until_position is null
                """)
            .param(position)
            .param(id)
            .update()
        > 0;
  }

  private void insert(
      UUID id, int version, PersonId person, Asked asked, long from, long catchUpUntil) {
    database
        .sql(
            """
            insert into notices.subscription
              (subscription, version, person, followed, below, condition, channel, cadence,
               language, from_position, caught_up_to, catch_up_until, made_at)
            values (:id, :version, :person, :followed, :below, :condition, :channel, :cadence,
               :language, :from, :from, :until, :at)
            """)
        .param("id", id)
        .param("version", version)
        .param("person", person.value())
        .param("followed", asked.followed().toString())
        .param("below", asked.below())
        .param("condition", asked.condition())
        .param("channel", asked.channel().name())
        .param("cadence", asked.cadence().name())
        .param("language", asked.language())
        .param("from", from)
        .param("until", catchUpUntil)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** What a person follows now, the first made first. */
  public List<Subscription> of(PersonId person) {
    return select("person = ? and " + NOW + " order by made_at, subscription", person.value());
  }

  /** What a person followed at a position, whether it ended since or not. */
  public List<Subscription> of(PersonId person, long position) {
    return select(
        """
        person = ? and from_position < ? and coalesce(until_position, 9223372036854775807) >= ?
        order by made_at, subscription
        """,
        person.value(),
        position,
        position);
  }

  /** One subscription of a person as it is now. */
  public Optional<Subscription> find(UUID id, PersonId person) {
    return select("subscription = ? and person = ? and " + NOW, id, person.value()).stream()
        .findFirst();
  }

  private Optional<Subscription> version(UUID id, int version) {
    return select("subscription = ? and version = ?", id, version).stream().findFirst();
  }

  private List<Subscription> select(String where, Object... values) {
    return database
        .sql("select " + COLUMNS + " from notices.subscription where " + where)
        .params(values)
        .query((row, _) -> read(row))
        .list();
  }

  /** A subscription from a line that begins with {@link #COLUMNS}. */
  static Subscription read(ResultSet row) throws SQLException {
    long until = row.getLong(11);
    @Nullable Long ended = row.wasNull() ? null : (Long) until;
    return new Subscription(
        row.getObject(1, UUID.class),
        row.getInt(2),
        new PersonId(row.getString(3)),
        Followed.parse(row.getString(4)),
        row.getBoolean(5),
        row.getString(6),
        Channel.valueOf(row.getString(7)),
        Cadence.valueOf(row.getString(8)),
        row.getString(9),
        row.getLong(10),
        ended,
        row.getObject(12, OffsetDateTime.class).toInstant());
  }

  /**
   * Where the ledger and the telling stand.
   *
   * @param head last position recorded
   * @param told last position told
   */
  private record Heads(long head, long told) {}

  @FunctionalInterface
  private interface Work<T> {
    T with(Heads heads);
  }

  /** With the follower held still: what it told does not move while a change finds its place. */
  private <T> T inTransaction(Work<T> work) {
    return Objects.requireNonNull(
        transaction.execute(_ -> {
          long told =
              database
                  .sql("select position from notices.follower for update")
                  .query(Long.class)
                  .single();
          long head =
              database
                  .sql("select coalesce(max(position), 0) from ledger.event")
                  .query(Long.class)
                  .single();
          return work.with(new Heads(Math.max(head, told), told));
        }));
  }
}
