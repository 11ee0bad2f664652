package nl.korf.service.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request whose form is wrong: everything that is wrong with it, at once. Answered with 400. */
public final class InvalidRequest extends RuntimeException {

  /**
   * One thing that is wrong.
   *
   * @param where a JSON pointer into the body ({@code /terms/limits/0}), or the name of a parameter
   *     or header
   * @param fault what is wrong there
   * @param values what the sentence names
   */
  public record Violation(String where, Fault fault, Map<String, String> values) {
    public Violation {
      values = new TreeMap<>(values);
    }

    /** The violation with values as name, value, name, value. */
    public static Violation of(String where, Fault fault, String... namesAndValues) {
      return new Violation(where, fault, ProblemTexts.pairs(namesAndValues));
    }
  }

  private final transient List<Violation> violations;

  public InvalidRequest(List<Violation> violations) {
    super(violations.toString(), null, false, false);
    this.violations = List.copyOf(violations);
  }

  /** One thing is wrong, with values as name, value, name, value. */
  public InvalidRequest(String where, Fault fault, String... namesAndValues) {
    this(List.of(Violation.of(where, fault, namesAndValues)));
  }

  public List<Violation> violations() {
    return violations;
  }
}
