package nl.korf.projections.mandates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.korf.model.MandateId;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Reads;
import org.jspecify.annotations.Nullable;

/** Walks up and down from mandates, one question for each direction. */
final class Chains {

  /** Most mandates below one that are read. */
  static final int NODES_MAX = 10_000;

  /** Each mandate and all above it: as it stands, or its first state where it has not begun. */
  private static final String UP =
      """
      with recursive up (mandate, depth) as (
        select unnest((select ?::text[])), 1
        union
        select held.parent, up.depth + 1
        from up
        cross join lateral (
          select parent from {schema}.mandate
          where entity = 'mandate/' || up.mandate
            and known_from <= ? and known_until > ? and effective_until > ?
          order by effective_from
          limit 1) held
        where held.parent is not null and up.depth <= ?)
      select held.*
      from (select distinct mandate from up) link
      cross join lateral (
        select row, effective_from, nullif(effective_until, 'infinity'), known_from, known_until
        from {schema}.mandate
        where entity = 'mandate/' || link.mandate
          and known_from <= ? and known_until > ? and effective_until > ?
        order by effective_from
        limit 1) held
      """;

  /** A mandate and all below it, by depth. */
  private static final String DOWN =
      """
      with recursive down (mandate, depth) as (
        select ?, 1
        union
        select child.mandate, down.depth + 1
        from down
        join {schema}.mandate child on child.parent = down.mandate
        where child.known_from <= ? and child.known_until > ? and child.effective_until > ?
          and down.depth <= ?)
      select mandate from down group by mandate order by min(depth), mandate limit ?
      """;

  private final Reads reads;
  private final AsOf asOf;

  Chains(Reads reads, AsOf asOf) {
    this.reads = reads;
    this.asOf = asOf;
  }

  Map<MandateId, Standing> standings(Collection<MandateId> mandates) {
    Map<MandateId, Held<MandateRow>> links = upFrom(mandates);
    Map<MandateId, Standing> standings = new LinkedHashMap<>();
    for (MandateId mandate : mandates) {
      Held<MandateRow> own = links.get(mandate);
      if (own != null) {
        standings.put(mandate, standing(own, links));
      }
    }
    return standings;
  }

  List<Standing> below(MandateId mandate) {
    List<MandateId> nodes =
        reads.ask(
            ReadModel.MANDATES,
            DOWN,
            List.of(
                mandate,
                asOf.position(),
                asOf.position(),
                asOf.on(),
                MandateTerms.DEPTH_MAX,
                NODES_MAX),
            line -> new MandateId(line.getString(1)));
    return List.copyOf(standings(nodes).values());
  }

  private Map<MandateId, Held<MandateRow>> upFrom(Collection<MandateId> mandates) {
    String[] ids = mandates.stream().map(MandateId::value).toArray(String[]::new);
    long position = asOf.position();
    Map<MandateId, Held<MandateRow>> links = new LinkedHashMap<>();
    reads
        .ask(
            ReadModel.MANDATES,
            UP,
            List.of(
                ids,
                position,
                position,
                asOf.on(),
                MandateTerms.DEPTH_MAX,
                position,
                position,
                asOf.on()),
            line -> Reads.held(MandateRow.class, line))
        .forEach(held -> links.put(held.row().mandate(), held));
    return links;
  }

  private Standing standing(Held<MandateRow> own, Map<MandateId, Held<MandateRow>> links) {
    List<Held<MandateRow>> above = new ArrayList<>();
    Set<MandateId> seen = new HashSet<>(Set.of(own.row().mandate()));
    @Nullable MandateId next = own.row().parent();
    while (next != null) {
      Held<MandateRow> link = links.get(next);
      if (link == null || !seen.add(next)) {
        return new Standing(asOf.on(), own, above, next);
      }
      above.add(link);
      next = link.row().parent();
    }
    return new Standing(asOf.on(), own, above, null);
  }
}
