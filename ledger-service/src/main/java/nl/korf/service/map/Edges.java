package nl.korf.service.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.korf.projections.map.KnownMap.MandatePeriod;
import nl.korf.projections.map.Period;

/** While mandates count, in effective time: they and all above them are active (rule M8). */
final class Edges {

  /** A mandate from grantor to holder, each written as a party, counts over a period. */
  record Edge(String mandate, String grantor, String holder, String power, Period period) {}

  private final Map<String, List<MandatePeriod>> mandates = new LinkedHashMap<>();
  private final Map<String, Periods> counts = new HashMap<>();

  private Edges(List<MandatePeriod> known) {
    known.forEach(one -> mandates.computeIfAbsent(one.mandate(), _ -> new ArrayList<>()).add(one));
  }

  static List<Edge> of(List<MandatePeriod> known) {
    Edges edges = new Edges(known);
    List<Edge> all = new ArrayList<>();
    edges.mandates.forEach((id, its) -> {
      MandatePeriod first = its.getFirst();
      edges
          .counts(id, new HashSet<>())
          .periods()
          .forEach(period ->
              all.add(new Edge(id, first.grantor(), first.holder(), first.power(), period)));
    });
    return all;
  }

  /** Never where the way up ends before a root: in a mandate not known, or in a circle. */
  private Periods counts(String mandate, Set<String> below) {
    Periods already = counts.get(mandate);
    List<MandatePeriod> own = mandates.get(mandate);
    if (already != null) {
      return already;
    }
    if (own == null || !below.add(mandate)) {
      return Periods.NONE;
    }
    Periods active =
        Periods.of(own.stream().filter(MandatePeriod::active).map(MandatePeriod::period).toList());
    String parent = own.getFirst().parent();
    Periods whole = parent == null ? active : active.and(counts(parent, below));
    counts.put(mandate, whole);
    return whole;
  }
}
