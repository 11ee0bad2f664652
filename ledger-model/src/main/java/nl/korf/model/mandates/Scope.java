package nl.korf.model.mandates;

import java.util.List;

/**
 * Where a mandate reaches, on four axes beside the power itself. An empty axis says nothing of its
 * own: it inherits, it never widens (rule M4).
 */
public record Scope(
    List<String> units, List<String> territories, List<String> subjects, List<String> cases) {

  /** No restriction of its own on any axis. */
  public static final Scope INHERITED = new Scope(List.of(), List.of(), List.of(), List.of());

  public Scope {
    units = sorted(units);
    territories = sorted(territories);
    subjects = sorted(subjects);
    cases = sorted(cases);
  }

  private static List<String> sorted(List<String> values) {
    return values.stream().distinct().sorted().toList();
  }
}
