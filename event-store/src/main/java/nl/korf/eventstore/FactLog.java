package nl.korf.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The ledger read from the outside: facts in order of position, as stored.
 *
 * <p>Safe from any thread; borrows a connection per call and sees what is committed at the call.
 * Every read in order checks that positions follow each other and throws {@link LedgerCorrupt} at a
 * gap; a database that cannot be asked is a {@link StoreUnreachable}, after which a read may simply
 * be repeated.
 */
public final class FactLog {

  /** Most facts one call returns. */
  public static final int READ_FACTS_MAX = 10_000;

  /** Facts per round trip of a scan. */
  public static final int SCAN_FACTS = 1_000;

  private final DataSource dataSource;
  private final EventEvolution evolution;

  /** Facts exactly as stored. */
  public FactLog(DataSource dataSource) {
    this(dataSource, EventEvolution.none());
  }

  private FactLog(DataSource dataSource, EventEvolution evolution) {
    this.dataSource = dataSource;
    this.evolution = evolution;
  }

  /** The same log with payload and version of every fact as they read today. */
  public FactLog evolved(EventEvolution current) {
    return new FactLog(dataSource, current);
  }

  /**
   * The facts after a position, at most {@code limit} and at most {@link #READ_FACTS_MAX}; empty at
   * the head.
   */
  public List<StoredFact> read(long after, int limit) {
    int facts = limited(limit);
    try (Connection connection = dataSource.getConnection()) {
      List<StoredFact> found = FactRows.next(connection, after, facts);
      if (found.isEmpty() && headOf(connection) > after) {
        // committed between the two statements, or gone: the second look tells
        found = FactRows.next(connection, after, facts);
        requireNotMissing(connection, found, after);
      }
      return evolve(found);
    } catch (SQLException failure) {
      throw new StoreUnreachable("read facts after position " + after, failure);
    }
  }

  /**
   * Every fact after {@code after} up to and including {@code upTo}, in order. No transaction spans
   * the scan, so it may run for hours without holding back the database's clean-up.
   *
   * @throws LedgerCorrupt also when the ledger ends before {@code upTo}
   */
  public void scan(long after, long upTo, Consumer<StoredFact> visitor) {
    long position = after;
    while (position < upTo) {
      List<StoredFact> facts = read(position, (int) Math.min(SCAN_FACTS, upTo - position));
      if (facts.isEmpty()) {
        throw LedgerCorrupt.missing(position + 1, upTo);
      }
      facts.forEach(visitor);
      position = facts.getLast().position();
    }
  }

  /** The fact at a position, or empty beyond the head. */
  public Optional<StoredFact> at(long position) {
    return position < 1 ? Optional.empty() : read(position - 1, 1).stream().findFirst();
  }

  /**
   * Facts that carry a tag ({@code key=value}), after a position, in order, at most {@code limit}.
   */
  public List<StoredFact> byTag(String tag, long after, int limit) {
    try (Connection connection = dataSource.getConnection()) {
      return evolve(FactRows.tagged(connection, tag, after, limited(limit)));
    } catch (SQLException failure) {
      throw new StoreUnreachable("read facts tagged " + tag, failure);
    }
  }

  /**
   * The facts of some types after a position, up to and including {@code upTo}, in order, at most
   * {@code limit}; without their personal parts. For a reader who needs a part of the ledger:
   * others stay in the database. Does not look for gaps.
   */
  public List<StoredFact> ofTypes(Collection<String> types, long after, long upTo, int limit) {
    try (Connection connection = dataSource.getConnection()) {
      return evolve(FactRows.ofTypes(connection, types, after, upTo, limited(limit)));
    } catch (SQLException failure) {
      throw new StoreUnreachable("read facts after position " + after, failure);
    }
  }

  /** The facts at some positions, in order, without their personal parts. */
  public List<StoredFact> at(Collection<Long> positions) {
    try (Connection connection = dataSource.getConnection()) {
      return evolve(FactRows.at(connection, positions));
    } catch (SQLException failure) {
      throw new StoreUnreachable("read " + positions.size() + " facts", failure);
    }
  }

  /** The facts at some positions, in order, with their personal parts where they are not erased. */
  public List<StoredFact> wholeAt(Collection<Long> positions) {
    try (Connection connection = dataSource.getConnection()) {
      List<StoredFact> facts = FactRows.at(connection, positions);
      return evolve(FactRows.withPersonal(connection, facts));
    } catch (SQLException failure) {
      throw new StoreUnreachable("read " + positions.size() + " facts", failure);
    }
  }

  /** The last position in the database now; 0 for an empty ledger. */
  public long head() {
    try (Connection connection = dataSource.getConnection()) {
      return headOf(connection);
    } catch (SQLException failure) {
      throw new StoreUnreachable("read the head", failure);
    }
  }

  /** When the fact at a position was recorded, or empty where there is none. */
  public Optional<Instant> recordedAt(long position) {
    String sql = "select recorded_at from ledger.event where position = ?";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, position);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(FactRows.instant(row, 1)) : Optional.empty();
      }
    } catch (SQLException failure) {
      throw new StoreUnreachable("read the time of position " + position, failure);
    }
  }

  /**
   * Refuses where the newest fact was recorded further ahead of the database's clock.
   *
   * @throws LedgerAhead when it was
   */
  void requireNotAhead(Duration tolerated) {
    String sql =
        "select recorded_at, clock_timestamp() from ledger.event order by position desc limit 1";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      if (row.next()) {
        RecordingClock.requireNotAhead(
            FactRows.instant(row, 1), FactRows.instant(row, 2), tolerated);
      }
    } catch (SQLException failure) {
      throw new StoreUnreachable("read the time of the newest fact", failure);
    }
  }

  /**
   * The last position recorded at or before an instant, 0 if there is none. Recording times never
   * decrease with position, so this bisects the primary key: no index on time is needed.
   */
  public long positionAt(Instant instant) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(BISECT)) {
      // the driver would round half a microsecond up
      OffsetDateTime at = LedgerTime.within(instant).atOffset(ZoneOffset.UTC);
      statement.setObject(1, at);
      statement.setObject(2, at);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new LedgerCorrupt("Gap in the ledger: bisecting for " + instant + " fell into it");
        }
        return row.getLong(1);
      }
    } catch (SQLException failure) {
      throw new StoreUnreachable("find the position at " + instant, failure);
    }
  }

  // invariant: everything up to lo was recorded at or before the instant, everything after hi later
  private static final String BISECT =
      """
      with recursive bisect(lo, hi) as (
        select 0::bigint, coalesce(max(position), 0) from ledger.event
        union all
        select case when middle.recorded_at <= ? then middle.position else bisect.lo end,
               case when middle.recorded_at <= ? then bisect.hi else middle.position - 1 end
        from bisect cross join lateral (
          select position, recorded_at from ledger.event
          where position = (bisect.lo + bisect.hi + 1) / 2 offset 0) middle
        where bisect.lo < bisect.hi)
      select lo from bisect where lo = hi
      """;

  static long headOf(Connection connection) throws SQLException {
    String sql = "select coalesce(max(position), 0) from ledger.event";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void requireNotMissing(Connection connection, List<StoredFact> found, long after)
      throws SQLException {
    if (found.isEmpty()) {
      throw LedgerCorrupt.missing(after + 1, headOf(connection));
    }
  }

  private List<StoredFact> evolve(List<StoredFact> facts) {
    if (evolution.isNone()) {
      return facts;
    }
    List<StoredFact> current = new ArrayList<>(facts.size());
    for (StoredFact fact : facts) {
      current.add(evolution.evolve(fact));
    }
    return current;
  }

  private static int limited(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("A limit is at least 1, not " + limit);
    }
    return Math.min(limit, READ_FACTS_MAX);
  }
}
