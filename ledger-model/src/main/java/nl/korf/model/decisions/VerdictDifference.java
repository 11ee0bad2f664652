package nl.korf.model.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.CompetenceProof.Step;
import org.jspecify.annotations.Nullable;

/**
 * One thing in which what is known of somebody's competence differs from what was known then.
 *
 * @param what {@code verdict}, {@code failed}, {@code path}, {@code mandate m-1} (the fact that
 *     gives its terms), or {@code value limit} of the predicate that failed
 * @param then as it was known; null: nothing
 * @param known as it is known; null: nothing
 */
public record VerdictDifference(String what, @Nullable String then, @Nullable String known) {

  /** All differences about one act at one instant, positions of knowledge left aside. */
  public static List<VerdictDifference> between(CompetenceProof then, CompetenceProof known) {
    List<VerdictDifference> all = new ArrayList<>();
    add("verdict", then.verdict().name(), known.verdict().name(), all);
    add("failed", then.failed(), known.failed(), all);
    add("path", path(then), path(known), all);
    for (Step step : then.path()) {
      known.path().stream()
          .filter(other -> other.mandate().equals(step.mandate()))
          .forEach(other ->
              add(
                  "mandate " + step.mandate(),
                  "position " + step.version(),
                  "position " + other.version(),
                  all));
    }
    SortedSet<String> names = new TreeSet<>(then.values().keySet());
    names.addAll(known.values().keySet());
    names.forEach(
        name -> add("value " + name, then.values().get(name), known.values().get(name), all));
    return List.copyOf(all);
  }

  private static void add(
      String what, @Nullable String then, @Nullable String known, List<VerdictDifference> all) {
    if (!Objects.equals(then, known)) {
      all.add(new VerdictDifference(what, then, known));
    }
  }

  private static @Nullable String path(CompetenceProof proof) {
    return proof.path().isEmpty()
        ? null
        : proof.path().stream()
            .map(step -> step.mandate().value())
            .collect(Collectors.joining(" < "));
  }
}
