package nl.korf.projections;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.view.CanonicalRows;
import nl.korf.model.view.Evolution;
import nl.korf.model.view.MultisetHash;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Segment;
import nl.korf.model.view.Timeline;

/**
 * What the read models must hold, by the slowest way there is: at every fact, all facts about an
 * entity folded from nothing.
 */
final class Replay {

  private record Line(Segment segment, long from, long until) {
    String written() {
      Instant end = segment.until();
      String json = new String(CanonicalRows.of(segment.row()), StandardCharsets.UTF_8);
      return "(%s,%d,%d,%d,%d,%s)"
          .formatted(
              segment.row().entity(),
              from,
              until,
              segment.from().getEpochSecond(),
              end == null ? 0 : end.getEpochSecond(),
              "\"" + json.replace("\"", "\"\"") + "\"");
    }
  }

  private static final class Model {
    private final Map<String, List<RecordedFact>> facts = new HashMap<>();
    private final Map<String, Map<Segment, Long>> known = new HashMap<>();
    private final List<Line> over = new ArrayList<>();
    private final List<String> digests = new ArrayList<>();
    private final MultisetHash hash = new MultisetHash();
  }

  private final Map<ReadModel, Model> models = new EnumMap<>(ReadModel.class);

  void take(List<RecordedFact> all) {
    for (RecordedFact fact : all) {
      for (ReadModel model : ReadModel.values()) {
        take(Evolution.of(model), of(model), fact);
      }
    }
  }

  private Model of(ReadModel model) {
    return models.computeIfAbsent(model, _ -> new Model());
  }

  private static void take(Evolution evolution, Model model, RecordedFact fact) {
    boolean changed = false;
    for (String entity : evolution.entities(fact)) {
      List<RecordedFact> about = model.facts.computeIfAbsent(entity, _ -> new ArrayList<>());
      about.add(fact);
      changed |= become(model, entity, Timeline.fold(evolution, entity, about), fact.position());
    }
    if (changed) {
      String digest = HexFormat.of().formatHex(model.hash.digest());
      model.digests.add("(%d,%s)".formatted(fact.position(), digest));
    }
  }

  private static boolean become(Model model, String entity, Timeline next, long position) {
    Map<Segment, Long> before = model.known.getOrDefault(entity, Map.of());
    Map<Segment, Long> after = new HashMap<>();
    for (Segment segment : next.segments()) {
      after.put(segment, before.getOrDefault(segment, position));
      if (!before.containsKey(segment)) {
        model.hash.add(CanonicalRows.of(segment));
      }
    }
    before.forEach((segment, since) -> {
      if (!after.containsKey(segment)) {
        model.hash.remove(CanonicalRows.of(segment));
        model.over.add(new Line(segment, since, position));
      }
    });
    model.known.put(entity, after);
    return !after.equals(before);
  }

  /** All rows, as text, sorted. */
  List<String> rows(ReadModel model) {
    List<Line> lines = new ArrayList<>(of(model).over);
    of(model)
        .known
        .values()
        .forEach(segments ->
            segments.forEach(
                (segment, since) -> lines.add(new Line(segment, since, Held.STILL_KNOWN))));
    return lines.stream().map(Line::written).sorted().toList();
  }

  /** The hash after every fact that changed a row, in order. */
  List<String> digests(ReadModel model) {
    return of(model).digests;
  }
}
