package nl.korf.projections.pyramid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import nl.korf.model.view.ReadModel;
import nl.korf.projections.Reads;
import nl.korf.projections.Reads.LineReader;
import nl.korf.projections.pyramid.KnownPyramid.BodyLine;
import nl.korf.projections.pyramid.KnownPyramid.DecisionLine;
import nl.korf.projections.pyramid.KnownPyramid.DirectiveLine;
import nl.korf.projections.pyramid.KnownPyramid.GroupLine;
import nl.korf.projections.pyramid.KnownPyramid.InitiativeLine;
import nl.korf.projections.pyramid.KnownPyramid.ReplyLine;
import nl.korf.projections.pyramid.KnownPyramid.RoundLine;

/**
 * Asks the read models for all that the pyramid meter counts, one question a table, in the order of
 * its primary key. What was known at a position never changes, so questions one after another about
 * the same position agree. Safe from any thread.
 */
public final class PyramidRows {

  /** Most rows one question may give. */
  public static final int ROWS_MAX = 200_000;

  /** What no column holds is read from the first row of each decision only. */
  private static final String DECISIONS =
      """
      select decision, effective_from, initiative, decided_for, principal,
        said ->> 'rule' as rule,
        said -> 'competence' ->> 'verdict' as verdict,
        jsonb_array_length(said -> 'competence' -> 'path') as mandates,
        coalesce(said -> 'competence' -> 'values' ->> 'basis', '') = 'own-work' as own_work,
        said ->> 'round' as round,
        said ->> 'decidedBy' is not null as by_person
      from (
        select distinct on (entity) decision, effective_from, initiative, decided_for, principal, row
        from {schema}.decision
        where known_from <= ? and known_until > ?
        order by entity, effective_from) first
      cross join lateral (select convert_from(first.row, 'UTF8')::jsonb as said offset 0) read
      order by decision
      """;

  private static final String REPLIES =
      """
      select directive, min(effective_from) from {schema}.reply
      where known_from <= ? and known_until > ?
      group by directive order by directive
      """;

  private static final String BODIES =
      """
      select body, effective_from, parent,
        convert_from(row, 'UTF8')::json -> 'name' ->> 'nl',
        convert_from(row, 'UTF8')::json -> 'name' ->> 'en'
      from {schema}.body
      where known_from <= ? and known_until > ?
      order by entity, effective_from
      """;

  private final Reads reads;

  public PyramidRows(Reads reads) {
    this.reads = reads;
  }

  /**
   * All that was known after a position.
   *
   * @throws PyramidTooLarge when one question gives more than {@value #ROWS_MAX} rows
   */
  public KnownPyramid at(long position) {
    return new KnownPyramid(
        ask(ReadModel.DECISIONS, DECISIONS, position, PyramidRows::decision),
        lines(
            ReadModel.DIRECTIVES,
            "directive",
            "directive, effective_from, type, state, grp, principal",
            position,
            PyramidRows::directive),
        ask(ReadModel.DIRECTIVES, REPLIES, position, PyramidRows::reply),
        lines(
            ReadModel.ROUNDS,
            "round",
            "round, effective_from, grp, initiative, state",
            position,
            PyramidRows::round),
        lines(
            ReadModel.INITIATIVES,
            "initiative",
            "initiative, effective_from, owner, withdrawn",
            position,
            PyramidRows::initiative),
        lines(
            ReadModel.GROUPS,
            "grp",
            "grp, effective_from, parent, organisation",
            position,
            PyramidRows::group),
        ask(ReadModel.BODIES, BODIES, position, PyramidRows::body));
  }

  private static DirectiveLine directive(ResultSet line) throws SQLException {
    return new DirectiveLine(
        line.getString(1),
        instant(line),
        line.getString(3),
        line.getString(4),
        line.getString(5),
        line.getString(6));
  }

  private static ReplyLine reply(ResultSet line) throws SQLException {
    return new ReplyLine(line.getString(1), instant(line));
  }

  private static RoundLine round(ResultSet line) throws SQLException {
    return new RoundLine(
        line.getString(1), instant(line), line.getString(3), line.getString(4), line.getString(5));
  }

  private static InitiativeLine initiative(ResultSet line) throws SQLException {
    return new InitiativeLine(
        line.getString(1), instant(line), line.getString(3), line.getBoolean(4));
  }

  private static GroupLine group(ResultSet line) throws SQLException {
    return new GroupLine(line.getString(1), instant(line), line.getString(3), line.getString(4));
  }

  private static BodyLine body(ResultSet line) throws SQLException {
    return new BodyLine(
        line.getString(1), instant(line), line.getString(3), line.getString(4), line.getString(5));
  }

  private static DecisionLine decision(ResultSet line) throws SQLException {
    return new DecisionLine(
        line.getString("decision"),
        instant(line),
        line.getString("initiative"),
        line.getString("decided_for"),
        line.getString("principal"),
        line.getString("rule"),
        line.getString("verdict"),
        line.getInt("mandates"),
        line.getBoolean("own_work"),
        line.getString("round"),
        line.getBoolean("by_person"));
  }

  private <T> List<T> lines(
      ReadModel model, String table, String columns, long position, LineReader<T> reader) {
    String sql =
        "select %s from {schema}.%s where known_from <= ? and known_until > ?"
            .formatted(columns, table);
    return ask(model, sql + " order by entity, effective_from", position, reader);
  }

  private <T> List<T> ask(ReadModel model, String sql, long position, LineReader<T> reader) {
    List<T> found =
        reads.ask(model, sql + " limit " + (ROWS_MAX + 1), List.of(position, position), reader);
    if (found.size() > ROWS_MAX) {
      throw new PyramidTooLarge(model.name());
    }
    return found;
  }

  /** The second column of every question. */
  private static Instant instant(ResultSet line) throws SQLException {
    return line.getObject(2, OffsetDateTime.class).toInstant();
  }
}
