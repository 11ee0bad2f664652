package nl.korf.auditor.testing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.view.CanonicalRows;
import nl.korf.model.view.Evolution;
import nl.korf.model.view.MultisetHash;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Segment;
import nl.korf.model.view.Timeline;
import nl.korf.model.view.ViewHash;

/** The hash of the view at a position by folding everything from the start, every time. */
public final class NaiveView {

  private NaiveView() {}

  public static byte[] hash(List<RecordedFact> facts) {
    Map<ReadModel, byte[]> digests = new EnumMap<>(ReadModel.class);
    for (ReadModel readModel : ReadModel.values()) {
      Evolution evolution = Evolution.of(readModel);
      Set<String> entities = new LinkedHashSet<>();
      facts.forEach(fact -> entities.addAll(evolution.entities(fact)));
      MultisetHash rows = new MultisetHash();
      for (String entity : entities) {
        for (Segment segment : Timeline.fold(evolution, entity, facts).segments()) {
          rows.add(CanonicalRows.of(segment));
        }
      }
      digests.put(readModel, rows.digest());
    }
    return ViewHash.of(digests);
  }

  /** The hash at every position that changed it. */
  public static Map<Long, byte[]> hashes(List<RecordedFact> facts) {
    Map<Long, byte[]> all = new TreeMap<>();
    byte[] before = hash(List.of());
    List<RecordedFact> sofar = new ArrayList<>();
    for (RecordedFact fact : facts) {
      sofar.add(fact);
      byte[] after = hash(sofar);
      if (!java.util.Arrays.equals(before, after)) {
        all.put(fact.position(), after);
      }
      before = after;
    }
    return all;
  }
}
