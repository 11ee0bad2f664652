package nl.korf.service.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nl.korf.model.PersonId;
import nl.korf.service.imports.Problem.Kind;

/**
 * What an import will record, in waves: everything in a wave rests only on earlier waves, so a wave
 * can be recorded in any order, many facts at a time.
 *
 * @param waves in order
 * @param factsByFile how many facts each file leads to
 */
record Plan(String set, List<List<PlannedFact>> waves, Map<String, Long> factsByFile) {

  Plan {
    waves = waves.stream().map(List::copyOf).toList();
    factsByFile = Map.copyOf(factsByFile);
  }

  long facts() {
    return waves.stream().mapToLong(List::size).sum();
  }

  /**
   * Plans what the rows say.
   *
   * @param persons the ledger's random id for a person of the source
   */
  static Plan of(FolderContent content, Function<String, PersonId> persons, Problems problems) {
    PlanDraft draft = new PlanDraft(content, persons, problems);
    new PeoplePlan(draft).add();
    new GroupPlan(draft).add();
    new MandatePlan(draft).add();
    new InitiativePlan(draft).add();
    List<PlannedFact> facts = draft.facts();
    Map<String, Long> byFile = new HashMap<>();
    facts.forEach(f -> byFile.merge(f.source().replaceFirst(":\\d+$", ""), 1L, Long::sum));
    return new Plan(content.mapping().set(), waves(facts, problems), byFile);
  }

  private static List<List<PlannedFact>> waves(List<PlannedFact> facts, Problems problems) {
    Map<String, List<PlannedFact>> lanes = new LinkedHashMap<>();
    facts.forEach(f -> lanes.computeIfAbsent(f.lane(), lane -> new ArrayList<>()).add(f));
    Map<String, PlannedFact> creators = new HashMap<>();
    facts.stream()
        .filter(f -> f.creates() != null)
        .forEach(f -> creators.put(String.valueOf(f.creates()), f));
    Waves waves = new Waves(creators, problems);
    for (List<PlannedFact> lane : lanes.values()) {
      lane.sort(
          Comparator.comparing((PlannedFact f) -> f.creates() == null)
              .thenComparing(PlannedFact::effectiveAt));
      int before = -1;
      for (PlannedFact fact : lane) {
        before = waves.place(fact, before + 1);
      }
    }
    return waves.filled();
  }

  /** Places each fact in the earliest wave after everything it rests on. */
  private static final class Waves {
    private final Map<String, PlannedFact> creators;
    private final Problems problems;
    private final IdentityHashMap<PlannedFact, Integer> placed = new IdentityHashMap<>();
    private final Set<PlannedFact> climbing = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<List<PlannedFact>> waves = new ArrayList<>();

    Waves(Map<String, PlannedFact> creators, Problems problems) {
      this.creators = creators;
      this.problems = problems;
    }

    int place(PlannedFact fact, int earliest) {
      Integer done = placed.get(fact);
      if (done != null) {
        return done;
      }
      if (!climbing.add(fact)) {
        problems.file(
            Kind.CYCLE,
            fact.source().replaceFirst(":\\d+$", ""),
            "%s rests on something that rests on it (%s)".formatted(fact.key(), fact.source()),
            "break the circle");
        return earliest;
      }
      int wave = earliest;
      for (String need : fact.needs()) {
        PlannedFact creator = creators.get(need);
        if (creator != null && !need.equals(fact.creates())) {
          wave = Math.max(wave, place(creator, 0) + 1);
        }
      }
      climbing.remove(fact);
      placed.put(fact, wave);
      while (waves.size() <= wave) {
        waves.add(new ArrayList<>());
      }
      waves.get(wave).add(fact);
      return wave;
    }

    List<List<PlannedFact>> filled() {
      return waves.stream().filter(wave -> !wave.isEmpty()).toList();
    }
  }
}
