package nl.korf.projections.powers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.korf.model.BodyId;
import nl.korf.model.PowerId;
import nl.korf.model.knowledge.Taxonomy;
import nl.korf.model.view.CanonicalRows;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Row.PowerRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Reads;

/**
 * Some powers and all above them.
 *
 * @param powers every power that was looked for; empty where it is not known
 * @param attributed which bodies hold each of them by attribution
 */
public record UpFrom(
    Map<PowerId, Optional<PowerRow>> powers, Map<PowerId, Set<BodyId>> attributed) {

  /** The array stands in a question of its own, see {@link Reads#ask}. */
  private static final String SQL =
      """
      with recursive up (power, depth) as (
        select unnest((select ?::text[])), 1
        union
        select one.parent, up.depth + 1
        from up
        cross join lateral (
          select parent from {schema}.power
          where entity = 'power/' || up.power and known_from <= ? and known_until > ?
            and effective_from <= ? and effective_until > ?
          limit 1) one
        where one.parent is not null and up.depth < ?),
      link as materialized (select distinct power from up)
      select link.power, null, one.row
      from link
      left join lateral (
        select row from {schema}.power
        where entity = 'power/' || link.power and known_from <= ? and known_until > ?
          and effective_from <= ? and effective_until > ?
        limit 1) one on true
      union all
      select link.power, one.body, null
      from link
      join {schema}.attribution one on one.power = link.power
      where one.known_from <= ? and one.known_until > ? and one.born <= ?
        and one.effective_from <= ? and one.effective_until > ?
      """;

  static UpFrom find(Reads reads, AsOf asOf, Collection<PowerId> lowest) {
    UpFrom found = new UpFrom(new HashMap<>(), new HashMap<>());
    long position = asOf.position();
    List<Object> values =
        List.of(
            lowest.stream().map(PowerId::value).toArray(String[]::new),
            position,
            position,
            asOf.on(),
            asOf.on(),
            Taxonomy.DEPTH_MAX,
            position,
            position,
            asOf.on(),
            asOf.on(),
            position,
            position,
            position,
            asOf.on(),
            asOf.on());
    reads.ask(ReadModel.POWERS, SQL, values, found::take);
    return found;
  }

  private boolean take(ResultSet line) throws SQLException {
    PowerId power = new PowerId(line.getString(1));
    Set<BodyId> holders = attributed.computeIfAbsent(power, _ -> new HashSet<>());
    String body = line.getString(2);
    if (body != null) {
      return holders.add(new BodyId(body));
    }
    byte[] row = line.getBytes(3);
    powers.put(
        power, Optional.ofNullable(row).map(bytes -> CanonicalRows.read(PowerRow.class, bytes)));
    return true;
  }
}
