package nl.korf.service.meter;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the meter tells, under the names of {@link NaivePyramid}. */
final class Told {

  private Told() {}

  static Map<String, Object> of(Figures figures) {
    Map<String, Object> told = new TreeMap<>();
    Figures.Decisions decisions = figures.decisions();
    told.put("taken", decisions.taken());
    for (int depth = 0; depth < decisions.depths().size(); depth++) {
      put(told, "depth " + depth, decisions.depths().get(depth));
    }
    told.put("ownWork", decisions.ownWork());
    told.put("unknown", decisions.unknown());
    told.put("underMandate", decisions.underMandate());
    put(told, "meanDepth", decisions.meanDepth());
    told.put("byGroups", decisions.byGroups());
    told.put("byOne", decisions.byOne());
    told.put("notTold", decisions.notTold());
    told.put("outcomes taken", figures.escalations().outcomes());
    told.put("after blocked", figures.escalations().afterBlocked());
    told.put("waited", figures.waiting().measured());
    put(told, "waited p50", figures.waiting().medianDays());
    put(told, "waited p90", figures.waiting().p90Days());
    Figures.Directives directives = figures.directives();
    told.put("issued", directives.issued());
    directives.types().forEach((type, count) -> told.put("type " + type, count));
    told.put("answered", directives.answered());
    told.put("lapsed", directives.lapsed());
    told.put("lifted", directives.lifted());
    told.put("standing", directives.standing());
    told.put("proposals", figures.open().proposals());
    put(told, "proposals p50", figures.open().medianDays());
    put(told, "proposals p90", figures.open().p90Days());
    told.put("rounds", figures.open().rounds());
    told.put("outcomes", figures.open().outcomes());
    return told;
  }

  private static void put(Map<String, Object> told, String name, @Nullable Object value) {
    if (value != null && !value.equals(0)) {
      told.put(name, value);
    }
  }
}
