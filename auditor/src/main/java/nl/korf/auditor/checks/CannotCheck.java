package nl.korf.auditor.checks;

import java.util.List;

/** Nothing could be checked; the messages say all that stands in the way. */
public final class CannotCheck extends Exception {
  private static final long serialVersionUID = 1;

  private final List<String> problems;

  public CannotCheck(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  public CannotCheck(String problem) {
    this(List.of(problem));
  }

  /** What stands in the way. */
  public List<String> problems() {
    return problems;
  }
}
