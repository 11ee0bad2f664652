package nl.korf.service.audit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What witnesses said, in the database, and which facts they saw late. */
final class Witnesses {

  private final JdbcClient database;

  Witnesses(JdbcClient database) {
    this.database = database;
  }

  /**
   * How a witness stands.
   *
   * @param size of the last checkpoint it signed
   * @param seenAt when it last signed
   * @param failure what went wrong since, or null
   */
  record Standing(
      String name,
      @Nullable Long size,
      @Nullable Instant seenAt,
      @Nullable String failure,
      @Nullable Instant failedAt) {}

  /**
   * Facts no quorum saw in time: either they were dated back, or witnesses could not be reached.
   *
   * @param recordedAt of the first
   * @param seenAt when a quorum had signed a checkpoint over them
   */
  record Late(long first, long last, Instant recordedAt, Instant seenAt) {}

  List<Standing> all() {
    return database
        .sql("select name, size, seen_at, failure, failed_at from audit.witness order by name")
        .query((row, _) -> {
          long size = row.getLong(2);
          return new Standing(
              row.getString(1),
              row.wasNull() ? null : size,
              Progress.instant(row, 3),
              row.getString(4),
              Progress.instant(row, 5));
        })
        .list();
  }

  Optional<Standing> find(String name) {
    return all().stream().filter(standing -> standing.name().equals(name)).findFirst();
  }

  void signed(String name, long size) {
    database
        .sql(
            "insert into audit.witness (name, size, seen_at) values (?, ?, now()) on conflict (name)"
                + " do update set size = excluded.size, seen_at = now(), failure = null,"
                + " failed_at = null")
        .params(name, size)
        .update();
  }

  void failed(String name, String why) {
    database
        .sql(
            "insert into audit.witness (name, failure, failed_at) values (?, ?, now()) on conflict"
                + " (name) do update set failure = excluded.failure, failed_at = now()")
        .params(name, why)
        .update();
  }

  List<Late> late(int limit) {
    return database
        .sql(
            "select first_position, last_position, recorded_at, seen_at from audit.late"
                + " order by first_position desc limit ?")
        .param(limit)
        .query((row, _) ->
            new Late(
                row.getLong(1),
                row.getLong(2),
                Objects.requireNonNull(Progress.instant(row, 3)),
                Objects.requireNonNull(Progress.instant(row, 4))))
        .list();
  }

  /**
   * Keeps what a checkpoint shows to have been seen late, if it is the first of its size that a
   * quorum signed.
   */
  void keepLate(long size, int quorum, long secondsMax) {
    database
        .sql(
            """
            with span as (
              select coalesce((select size from audit.cosignature where size < ? group by size
                  having count(*) >= ? order by size desc limit 1), 0) + 1 as first,
                (select at from audit.cosignature where size = ? order by at offset ? limit 1) as at)
            insert into audit.late (first_position, last_position, recorded_at, seen_at)
            select min(e.position), max(e.position), min(e.recorded_at), min(span.at)
            from span join ledger.event e on e.position between span.first and ?
              and e.recorded_at < span.at - make_interval(secs => ?)
            having count(*) > 0
            on conflict do nothing
            """)
        .params(size, quorum, size, quorum - 1, size, (double) secondsMax)
        .update();
  }
}
