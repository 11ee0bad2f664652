package nl.korf.model;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ledger says no, as expected: all that is wrong at once, in order of precedence. Becomes a
 * problem details answer with the first reason's code; never logged.
 */
public final class Refused extends RuntimeException {

  /**
   * One thing that is wrong.
   *
   * @param values what the rule compared and the fact in the way, by name; instants as ISO 8601
   */
  public record Reason(Refusal refusal, Map<String, String> values) {

    /** By precedence; equal refusals by their values, so that the order is always the same. */
    public static final Comparator<Reason> PRECEDENCE =
        Comparator.comparing(Reason::refusal).thenComparing(reason -> reason.values.toString());

    public Reason {
      values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** The reason with values as name, value, name, value. */
    public static Reason of(Refusal refusal, String... namesAndValues) {
      Map<String, String> values = new TreeMap<>();
      for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
        values.put(namesAndValues[i], namesAndValues[i + 1]);
      }
      return new Reason(refusal, values);
    }

    /** What was refused and the fact in the way, in {@code language} ({@code nl} or {@code en}). */
    public String message(String language) {
      return Wording.in(language).message(refusal, values);
    }

    /** What to do next. */
    public String next(String language) {
      return Wording.in(language).next(refusal, values);
    }
  }

  private static final long serialVersionUID = 1L;

  private final transient List<Reason> reasons;

  /**
   * Refuses.
   *
   * @param reasons at least one, in any order
   */
  public Refused(List<Reason> reasons) {
    super(
        reasons.stream()
            .sorted(Reason.PRECEDENCE)
            .map(reason -> reason.message("en"))
            .reduce((first, second) -> first + " " + second)
            .orElseThrow(() -> new IllegalArgumentException("a refusal has a reason")));
    this.reasons = reasons.stream().sorted(Reason.PRECEDENCE).toList();
  }

  /** Refuses for one reason, with values as name, value, name, value. */
  public Refused(Refusal refusal, String... namesAndValues) {
    this(List.of(Reason.of(refusal, namesAndValues)));
  }

  /** Refuses when there is any reason. */
  public static void unlessEmpty(List<Reason> reasons) {
    if (!reasons.isEmpty()) {
      throw new Refused(reasons);
    }
  }

  /** All reasons, in order of precedence. */
  public List<Reason> reasons() {
    return reasons;
  }

  /** The first reason's refusal: the code of the answer. */
  public Refusal refusal() {
    return reasons.getFirst().refusal();
  }

  /** A refusal is an answer, not a fault: no stack trace. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
