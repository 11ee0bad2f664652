package nl.korf.projections.map;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import nl.korf.model.view.ReadModel;
import nl.korf.projections.Reads;
import nl.korf.projections.Reads.LineReader;
import nl.korf.projections.map.KnownMap.DecisionPeriod;
import nl.korf.projections.map.KnownMap.Faceted;
import nl.korf.projections.map.KnownMap.GroupHome;
import nl.korf.projections.map.KnownMap.InitiativePeriod;
import nl.korf.projections.map.KnownMap.MandatePeriod;
import nl.korf.projections.map.KnownMap.Named;
import nl.korf.projections.map.KnownMap.ObjectionPeriod;
import nl.korf.projections.map.KnownMap.OfficePeriod;
import nl.korf.projections.map.KnownMap.PartyBirth;
import nl.korf.projections.map.KnownMap.RoundPeriod;
import nl.korf.projections.map.KnownMap.Settled;
import nl.korf.projections.map.KnownMap.SupersessionPeriod;
import org.jspecify.annotations.Nullable;

/**
 * Asks the read models for all that the map shows. What was known at a position never changes, so
 * questions one after another about the same position agree. Safe from any thread.
 */
public final class MapRows {

  /** Most rows one question may give. */
  public static final int ROWS_MAX = 200_000;

  static final String PERIOD =
      """
      floor(extract(epoch from effective_from))::bigint as since,
      case when effective_until = 'infinity' then %d
        else floor(extract(epoch from effective_until))::bigint end as until
      """
          .formatted(Period.OPEN);

  static final String KNOWN = " known_from <= ? and known_until > ? ";

  /** What {@link #initiative}, {@link #round}, {@link #decision} … read before the period. */
  static final String INITIATIVE = "initiative, withdrawn";

  static final String ROUND = "round, initiative, state";
  static final String DECISION =
      "decision, initiative, state, floor(extract(epoch from repealed_at))::bigint as repealed";
  static final String SUPERSESSION = "decision, by_decision, revives";

  /** The latest name of everything, with when it begins. */
  private static final String NAMES =
      """
      select distinct on (entity) {table} as id, born,
        floor(extract(epoch from min(effective_from) over (partition by entity)))::bigint as since,
        convert_from(row, 'UTF8')::json -> '{name}' ->> 'nl' as nl,
        convert_from(row, 'UTF8')::json -> '{name}' ->> 'en' as en
      from {schema}.{table}
      where known_from <= ? and known_until > ?
      order by entity, effective_from desc
      """;

  private static final String GROUP_HOMES =
      """
      select distinct on (entity) grp, parent, organisation from {schema}.grp
      where known_from <= ?
      order by entity, known_from, effective_from
      """;

  /** Since which fact one thing is known to be, or to have been, in another. */
  private static final String SETTLED =
      """
      select {id} as id, {place} as place, min(known_from) as position from {schema}.{table}
      where known_from <= ? group by 1, 2 order by 1, 3, 2
      """;

  private static final String PARTIES =
      """
      select party, min(known_from) as born,
        floor(extract(epoch from min(effective_from)))::bigint as since
      from (
        select grantor as party, known_from, effective_from from {schema}.mandate
        where known_from <= ?
        union all
        select holder, known_from, effective_from from {schema}.mandate
        where known_from <= ?) party
      group by party order by party
      """;

  private static final String OBJECTIONS =
      "select round, "
          + PERIOD
          + " from {schema}.objection where state in ('RAISED', 'SUSTAINED') and"
          + KNOWN
          + "order by round, effective_from";

  private static final String TAKEN =
      """
      select floor(extract(epoch from min(effective_from)))::bigint from {schema}.decision
      where known_from <= ? and known_until > ? group by entity order by 1
      """;

  private static final String FACETED =
      """
      select distinct on (entity) initiative,
        (context -> 'business' is not null)::int + 2 * (context -> 'legal' is not null)::int
        + 4 * (context -> 'operational' is not null)::int
        + 8 * (context -> 'functional' is not null)::int
        + 16 * (context -> 'technological' is not null)::int
      from (
        select entity, initiative, effective_from,
          convert_from(row, 'UTF8')::json -> 'context' as context
        from {schema}.initiative where known_from <= ? and known_until > ?) initiative
      order by entity, effective_from desc
      """;

  private final Reads reads;

  public MapRows(Reads reads) {
    this.reads = reads;
  }

  /**
   * All that was known after a position.
   *
   * @throws MapTooLarge when one question gives more than {@value #ROWS_MAX} rows
   */
  public KnownMap at(long position) {
    return new KnownMap(
        names(ReadModel.BODIES, "body", "name", position),
        names(ReadModel.GROUPS, "grp", "name", position),
        ask(ReadModel.GROUPS, GROUP_HOMES, 1, position, MapRows::groupHome),
        names(ReadModel.ROLES, "role", "name", position),
        settled(ReadModel.ROLES, "role", "body", "role", position),
        settled(ReadModel.ROLES, "person", "role", "appointment", position),
        ask(ReadModel.MANDATES, PARTIES, 2, position, MapRows::partyBirth),
        names(ReadModel.INITIATIVES, "initiative", "title", position),
        settled(ReadModel.INITIATIVES, "initiative", "owner", "initiative", position),
        periods(ReadModel.INITIATIVES, "initiative", INITIATIVE, position, MapRows::initiative),
        periods(ReadModel.ROUNDS, "round", ROUND, position, MapRows::round).stream()
            .filter(round -> !round.initiative().isEmpty())
            .toList(),
        ask(
            ReadModel.ROUNDS,
            OBJECTIONS,
            2,
            position,
            line -> new ObjectionPeriod(line.getString(1), period(line))),
        periods(ReadModel.DECISIONS, "decision", DECISION, position, MapRows::decision),
        periods(ReadModel.DECISIONS, "supersession", SUPERSESSION, position, MapRows::supersession),
        periods(
            ReadModel.MANDATES,
            "mandate",
            "mandate, parent, grantor, holder, power, state = 'ACTIVE'",
            position,
            MapRows::mandate),
        names(ReadModel.POWERS, "power", "name", position),
        ask(
            ReadModel.INITIATIVES,
            FACETED,
            2,
            position,
            line -> new Faceted(line.getString(1), line.getInt(2))),
        ask(ReadModel.DECISIONS, TAKEN, 2, position, line -> line.getLong(1)));
  }

  /**
   * Who holds which role when, as known after a position, about all times.
   *
   * @throws MapTooLarge when there are more than {@value #ROWS_MAX}
   */
  public List<OfficePeriod> offices(long position) {
    return periods(
        ReadModel.ROLES,
        "appointment",
        "role, person",
        position,
        line -> new OfficePeriod(line.getString(1), line.getString(2), period(line)));
  }

  private List<Named> names(ReadModel model, String table, String name, long position) {
    return ask(
        model,
        NAMES.replace("{table}", table).replace("{name}", name),
        2,
        position,
        line ->
            new Named(
                line.getString("id"),
                line.getLong("born"),
                line.getLong("since"),
                line.getString("nl"),
                line.getString("en")));
  }

  private List<Settled> settled(
      ReadModel model, String id, String place, String table, long position) {
    return ask(
        model,
        SETTLED.replace("{id}", id).replace("{place}", place).replace("{table}", table),
        1,
        position,
        line ->
            new Settled(line.getString("id"), line.getString("place"), line.getLong("position")));
  }

  private <T> List<T> periods(
      ReadModel model, String table, String columns, long position, LineReader<T> reader) {
    String sql =
        "select %s, %s from {schema}.%s where %s order by entity, effective_from"
            .formatted(columns, PERIOD, table, KNOWN);
    return ask(model, sql, 2, position, reader);
  }

  /** Asks with the position as every value. */
  private <T> List<T> ask(
      ReadModel model, String sql, int values, long position, LineReader<T> reader) {
    List<T> found =
        reads.ask(
            model, sql + " limit " + (ROWS_MAX + 1), Collections.nCopies(values, position), reader);
    if (found.size() > ROWS_MAX) {
      throw new MapTooLarge(model.name());
    }
    return found;
  }

  static Period period(ResultSet line) throws SQLException {
    return new Period(line.getLong("since"), line.getLong("until"));
  }

  private static GroupHome groupHome(ResultSet line) throws SQLException {
    return new GroupHome(line.getString(1), line.getString(2), line.getString(3));
  }

  private static PartyBirth partyBirth(ResultSet line) throws SQLException {
    return new PartyBirth(line.getString("party"), line.getLong("born"), line.getLong("since"));
  }

  static InitiativePeriod initiative(ResultSet line) throws SQLException {
    return new InitiativePeriod(line.getString(1), line.getBoolean(2), period(line));
  }

  static SupersessionPeriod supersession(ResultSet line) throws SQLException {
    return new SupersessionPeriod(
        line.getString(1), line.getString(2), line.getBoolean(3), period(line));
  }

  static RoundPeriod round(ResultSet line) throws SQLException {
    String initiative = line.getString(2);
    return new RoundPeriod(
        line.getString(1), initiative == null ? "" : initiative, line.getString(3), period(line));
  }

  static DecisionPeriod decision(ResultSet line) throws SQLException {
    long repealed = line.getLong("repealed");
    @Nullable Long repealedAt = line.wasNull() ? null : repealed;
    return new DecisionPeriod(
        line.getString(1), line.getString(2), line.getString(3), repealedAt, period(line));
  }

  private static MandatePeriod mandate(ResultSet line) throws SQLException {
    return new MandatePeriod(
        line.getString(1),
        line.getString(2),
        line.getString(3),
        line.getString(4),
        line.getString(5),
        line.getBoolean(6),
        period(line));
  }
}
