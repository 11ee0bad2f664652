package nl.korf.auditor;

import nl.korf.auditor.checks.CannotCheck;
import nl.korf.auditor.checks.Comparison;
import nl.korf.auditor.checks.Export;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "compare",
    description = "Finds the first fact in which two exports of a ledger differ.")
final class CompareCommand extends Common {

  @Parameters(index = "0", paramLabel = "A", description = "an export")
  private String a = "";

  @Parameters(index = "1", paramLabel = "B", description = "another")
  private String b = "";

  @Override
  void run() throws CannotCheck {
    try (Export one = Export.open(a, keys());
        Export other = Export.open(b, keys())) {
      figures()
          .putAll(
              Comparison.of(
                  one,
                  other,
                  findings(),
                  progress(Math.min(one.head().size(), other.head().size()))));
      if (one.head().size() != other.head().size() && findings().all() == 0) {
        note(
            "%s has %d facts, %s has %d: the shorter one begins the longer one"
                .formatted(a, one.head().size(), b, other.head().size()));
      }
      note("neither export was verified by this; verify does that");
    }
  }
}
