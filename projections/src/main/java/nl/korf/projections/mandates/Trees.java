package nl.korf.projections.mandates;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.MandateId;
import nl.korf.model.view.ReadModel;
import nl.korf.projections.AsOf;
import nl.korf.projections.Reads;
import org.jspecify.annotations.Nullable;

/** Trees of mandates, begun or not, each asked for as one question. */
final class Trees {

  /**
   * From each root down, level by level; of each mandate the first that hang from it, in the order
   * in which they became known. A circle ends where it would begin again.
   */
  private static final String DOWN =
      """
      with recursive down (mandate, parent, levels, above) as (
        select root.mandate, null::text, root.levels, array[root.mandate]
        from unnest(?::text[], ?::int[]) as root (mandate, levels)
        union all
        select child.mandate, down.mandate, down.levels - 1, down.above || child.mandate
        from down
        cross join lateral (
          select mandate, min(born) as born from {schema}.mandate
          where parent = down.mandate
            and known_from <= ? and known_until > ? and effective_until > ?
          group by mandate
          order by min(born), mandate
          limit ?) child
        where down.levels > 1 and not child.mandate = any(down.above))
      select node.mandate, node.parent, own.since, hanging.below
      from (select * from down limit ?) node
      cross join lateral (
        select min(effective_from) as since from {schema}.mandate
        where entity = 'mandate/' || node.mandate and known_from <= ? and known_until > ?) own
      cross join lateral (
        select count(distinct entity)::int as below from {schema}.mandate
        where parent = node.mandate
          and known_from <= ? and known_until > ? and effective_until > ?) hanging
      where own.since is not null
      """;

  private static final String PRINCIPALS =
      """
      select principal, count(distinct entity) from {schema}.mandate
      where known_from <= ? and known_until > ? and effective_from <= ? and effective_until > ?
      group by principal order by 2 desc, 1 limit ?
      """;

  private final Reads reads;
  private final AsOf asOf;

  Trees(Reads reads, AsOf asOf) {
    this.reads = reads;
    this.asOf = asOf;
  }

  List<Branch> from(Collection<TreeRoot> roots, int childrenMax, int nodesMax) {
    long position = asOf.position();
    return reads.ask(
        ReadModel.MANDATES,
        DOWN,
        List.of(
            roots.stream().map(root -> root.mandate().value()).toArray(String[]::new),
            roots.stream().map(TreeRoot::levels).toArray(Integer[]::new),
            position,
            position,
            asOf.on(),
            childrenMax,
            nodesMax,
            position,
            position,
            position,
            position,
            asOf.on()),
        line ->
            new Branch(
                new MandateId(line.getString(1)),
                mandate(line.getString(2)),
                line.getObject(3, OffsetDateTime.class).toInstant(),
                line.getInt(4)));
  }

  private static @Nullable MandateId mandate(@Nullable String id) {
    return id == null ? null : new MandateId(id);
  }

  /** Bodies in whose name mandates are there, those with the most first. */
  List<Principal> principals(int limit) {
    return reads.ask(
        ReadModel.MANDATES,
        PRINCIPALS,
        List.of(asOf.position(), asOf.position(), asOf.on(), asOf.on(), limit),
        line -> new Principal(new BodyId(line.getString(1)), line.getLong(2)));
  }
}
