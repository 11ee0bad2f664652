package nl.korf.service.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far the integrator is, and what stands in its way.
 *
 * @param size facts that were read again and are in the tiles
 * @param recordedAt when the last of them was recorded
 * @param difference the first one found; nothing is signed while there is one
 * @param foundAt when it was found
 * @param refusal what the fork guard says, or null: nothing
 */
record Progress(
    long size,
    @Nullable Instant recordedAt,
    @Nullable Difference difference,
    @Nullable Instant foundAt,
    @Nullable String refusal,
    @Nullable Instant refusedAt) {

  /** As it is in the database. */
  static Progress read(JdbcClient database) {
    return database
        .sql(
            "select size, recorded_at, position, part, expected, found, found_at, refusal,"
                + " refused_at from audit.integrator")
        .query((row, _) ->
            new Progress(
                row.getLong(1),
                instant(row, 2),
                difference(row, 3),
                instant(row, 7),
                row.getString(8),
                instant(row, 9)))
        .single();
  }

  static void advance(JdbcClient database, long size, @Nullable Instant recordedAt) {
    database
        .sql("update audit.integrator set size = ?, recorded_at = ?")
        .param(size)
        .param(moment(recordedAt))
        .update();
  }

  /** Stops signing until everything was verified; the first difference is kept. */
  static void stop(JdbcClient database, Difference difference) {
    database
        .sql(
            "update audit.integrator set position = ?, part = ?, expected = ?, found = ?,"
                + " found_at = now() where position is null")
        .params(difference.position(), difference.part(), difference.expected(), difference.found())
        .update();
  }

  /** Everything was verified: goes on. */
  static void goOn(JdbcClient database) {
    database
        .sql(
            "update audit.integrator set position = null, part = null, expected = null,"
                + " found = null, found_at = null where position is not null")
        .update();
  }

  /** What the fork guard says; null: it is content. */
  static void refuse(JdbcClient database, @Nullable String refusal) {
    database
        .sql(
            "update audit.integrator set refusal = ?, refused_at = case when ?::text is null then null"
                + " else now() end where refusal is distinct from ?")
        .param(refusal)
        .param(refusal)
        .param(refusal)
        .update();
  }

  static @Nullable Difference difference(ResultSet row, int column) throws SQLException {
    long position = row.getLong(column);
    return row.wasNull()
        ? null
        : new Difference(
            position,
            row.getString(column + 1),
            row.getString(column + 2),
            row.getString(column + 3));
  }

  static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }

  static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
