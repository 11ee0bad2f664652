package nl.korf.projections.mandates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.korf.model.BodyId;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Reads;
import nl.korf.projections.Select;
import org.jspecify.annotations.Nullable;

/** Finds what parties can {@link Reach}, in one question however much that is. */
final class Reaching {

  /** Mandates and delegations whose chains are looked up with them. */
  static final int CHAINS_MAX = 1_000;

  /**
   * Who is named by any row that was known counts, whenever it was in force. A delegation is found
   * by an index of its own for either side.
   */
  private static final String SQL =
      """
      with recursive held as materialized (
        select distinct holder, mandate, principal
        from {schema}.mandate
        where holder = any ((select ?::text[])::text[]) and known_from <= ? and known_until > ? and born <= ?
        limit ?),
      body as materialized (
        select unnest((select ?::text[])) as body union select principal from held),
      delegation as materialized (
        select body.body, one.mandate
        from body
        join {schema}.mandate one on one.delegator = body.body
        where one.known_from <= ? and one.known_until > ? and one.born <= ?
        union
        select body.body, one.mandate
        from body
        join {schema}.mandate one on one.delegate = body.body
        where one.known_from <= ? and one.known_until > ? and one.born <= ?
        limit ?),
      up (mandate, depth) as (
        select mandate, 1
        from (select mandate from held union select mandate from delegation order by 1 limit ?) low
        union
        select one.parent, up.depth + 1
        from up
        cross join lateral (
          select parent from {schema}.mandate
          where entity = 'mandate/' || up.mandate
            and known_from <= ? and known_until > ? and effective_until > ?
          order by effective_from
          limit 1) one
        where one.parent is not null and up.depth <= ?)
      select null::bytea, null::timestamptz, null::timestamptz, null::bigint, null::bigint,
             'held', holder, mandate from held
      union all
      select null, null, null, null, null, 'body', body, null from body
      union all
      select null, null, null, null, null, 'delegation', body, mandate from delegation
      union all
      select one.*, 'link', null, link.mandate
      from (select distinct mandate from up) link
      left join lateral (
        select row, effective_from, nullif(effective_until, 'infinity'), known_from, known_until
        from {schema}.mandate
        where entity = 'mandate/' || link.mandate
          and known_from <= ? and known_until > ? and effective_until > ?
        order by effective_from
        limit 1) one on true
      """;

  private static final int KNOWN_FROM = 4;
  private static final int SORT = 6;
  private static final int OF = 7;
  private static final int MANDATE = 8;

  private final Map<Party, SortedMap<String, MandateId>> held = new HashMap<>();
  private final Map<BodyId, SortedMap<String, MandateId>> delegations = new HashMap<>();
  private final Map<MandateId, Optional<Held<MandateRow>>> links = new HashMap<>();

  private Reaching() {}

  static Reach find(Reads reads, AsOf asOf, Collection<Party> holders, Collection<BodyId> bodies) {
    Reaching reaching = new Reaching();
    holders.forEach(holder -> reaching.held.put(holder, new TreeMap<>()));
    reads.ask(ReadModel.MANDATES, SQL, values(asOf, holders, bodies), reaching::take);
    return reaching.reach();
  }

  private static List<Object> values(
      AsOf asOf, Collection<Party> holders, Collection<BodyId> bodies) {
    long position = asOf.position();
    int whole = Select.WHOLE_ROWS_MAX + 1;
    List<Object> values = new ArrayList<>();
    values.add(holders.stream().map(Party::toString).toArray(String[]::new));
    values.addAll(List.of(position, position, position, whole));
    values.add(bodies.stream().map(BodyId::value).toArray(String[]::new));
    values.addAll(List.of(position, position, position));
    values.addAll(List.of(position, position, position, whole));
    values.add(CHAINS_MAX);
    values.addAll(List.of(position, position, asOf.on(), MandateTerms.DEPTH_MAX));
    values.addAll(List.of(position, position, asOf.on()));
    return values;
  }

  private boolean take(ResultSet line) throws SQLException {
    switch (line.getString(SORT)) {
      case "held" -> named(held.get(Party.parse(line.getString(OF))), line);
      case "body" -> delegations.putIfAbsent(new BodyId(line.getString(OF)), new TreeMap<>());
      case "delegation" ->
          named(
              delegations.computeIfAbsent(new BodyId(line.getString(OF)), _ -> new TreeMap<>()),
              line);
      default -> links.put(new MandateId(line.getString(MANDATE)), link(line));
    }
    return true;
  }

  private static Optional<Held<MandateRow>> link(ResultSet line) throws SQLException {
    boolean there = line.getObject(KNOWN_FROM) != null;
    return there ? Optional.of(Reads.held(MandateRow.class, line)) : Optional.empty();
  }

  private Reach reach() {
    Map<Party, List<MandateId>> byHolder = new HashMap<>();
    held.forEach((holder, found) -> byHolder.put(holder, whole(found)));
    Map<BodyId, List<MandateId>> byBody = new HashMap<>();
    delegations.forEach((body, found) -> byBody.put(body, whole(found)));
    return new Reach(byHolder, byBody, links);
  }

  private static List<MandateId> whole(SortedMap<String, MandateId> found) {
    if (found.size() > Select.WHOLE_ROWS_MAX) {
      throw new IllegalStateException(
          "More than %d mandates are asked for as a whole".formatted(Select.WHOLE_ROWS_MAX));
    }
    return List.copyOf(found.values());
  }

  private static void named(@Nullable SortedMap<String, MandateId> found, ResultSet line)
      throws SQLException {
    if (found == null) {
      throw new IllegalStateException("held by whom nobody asked about: " + line.getString(OF));
    }
    String mandate = line.getString(MANDATE);
    found.put(mandate, new MandateId(mandate));
  }
}
