package nl.korf.model.competence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.CompetenceProof.Step;
import org.jspecify.annotations.Nullable;

/**
 * How two verdicts about the same act differ: what was known when one was given, against what is
 * known when the other is. Knowledge only grows, so each difference has a fact behind it, whose
 * position is named where the proofs tell it.
 */
public final class ProofDifferences {

  /**
   * One thing that differs.
   *
   * @param about {@code verdict}, {@code failed}, {@code path}, a mandate ({@code mandate m-4}) or
   *     a value a predicate compared ({@code value since})
   * @param then as in the earlier proof; null: not in it
   * @param now as in the later proof; null: not in it
   */
  public record Difference(String about, @Nullable String then, @Nullable String now) {}

  private ProofDifferences() {}

  /** All of them, the verdict first; empty where the two say the same. */
  public static List<Difference> between(CompetenceProof then, CompetenceProof now) {
    List<Difference> all = new ArrayList<>();
    add(all, "verdict", then.verdict().name(), now.verdict().name());
    add(all, "failed", then.failed(), now.failed());
    add(all, "path", written(then.path()), written(now.path()));
    for (Step step : then.path()) {
      now.path().stream()
          .filter(other -> other.mandate().equals(step.mandate()))
          .findFirst()
          .ifPresent(other -> add(all, "mandate " + step.mandate(), version(step), version(other)));
    }
    addValues(all, then.values(), now.values());
    return List.copyOf(all);
  }

  private static void addValues(
      List<Difference> all, Map<String, String> then, Map<String, String> now) {
    TreeSet<String> names = new TreeSet<>(then.keySet());
    names.addAll(now.keySet());
    names.forEach(name -> add(all, "value " + name, then.get(name), now.get(name)));
  }

  private static void add(
      List<Difference> all, String about, @Nullable String then, @Nullable String now) {
    if (!Objects.equals(then, now)) {
      all.add(new Difference(about, then, now));
    }
  }

  private static String version(Step step) {
    return "position " + step.version();
  }

  private static @Nullable String written(List<Step> path) {
    return path.isEmpty()
        ? null
        : String.join(" < ", path.stream().map(step -> step.mandate().toString()).toList());
  }
}
