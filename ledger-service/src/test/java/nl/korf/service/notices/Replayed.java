package nl.korf.service.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.korf.eventstore.FactLog;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.notices.RecipientRules;
import nl.korf.model.notices.Relations;
import nl.korf.model.notices.RelationsFold;
import nl.korf.service.kernel.LedgerFacts;

/** Recipients computed again by folding the log, without read models and without the follower. */
public final class Replayed {

  private Replayed() {}

  /** Everybody told of each fact up to a position, with their reasons in alphabetical order. */
  public static SortedMap<Long, Map<String, List<String>>> recipients(
      FactLog log, long upTo, RecipientRules rules) {
    SortedMap<Long, Map<String, List<String>>> all = new TreeMap<>();
    RelationsFold fold = new RelationsFold();
    log.scan(
        0,
        upTo,
        stored -> {
          RecordedFact fact = LedgerFacts.recorded(stored);
          Relations world = fold.take(fact);
          SortedMap<String, List<String>> told = new TreeMap<>();
          rules
              .of(fact, world)
              .written()
              .forEach((person, reasons) -> told.put(person, List.copyOf(new TreeSet<>(reasons))));
          if (!told.isEmpty()) {
            all.put(stored.position(), told);
          }
        });
    return all;
  }

  /** The positions at which two accounts differ, with both. */
  public static List<String> differences(
      SortedMap<Long, Map<String, List<String>>> stored,
      SortedMap<Long, Map<String, List<String>>> computed) {
    List<String> differences = new ArrayList<>();
    TreeSet<Long> positions = new TreeSet<>(stored.keySet());
    positions.addAll(computed.keySet());
    for (long position : positions) {
      Map<String, List<String>> one = stored.getOrDefault(position, Map.of());
      Map<String, List<String>> other = computed.getOrDefault(position, Map.of());
      if (!one.equals(other)) {
        differences.add("%d: stored %s, computed %s".formatted(position, one, other));
      }
    }
    return differences;
  }
}
