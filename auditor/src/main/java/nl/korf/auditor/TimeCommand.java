package nl.korf.auditor;

import java.time.Duration;
import java.util.List;
import nl.korf.auditor.checks.CannotCheck;
import nl.korf.auditor.checks.Export;
import nl.korf.auditor.checks.TimeCheck;
import nl.korf.auditor.checks.Verification;
import nl.korf.auditor.note.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "time",
    description =
        "Holds the times at which facts say they were recorded against the times at "
            + "which witnesses first saw them: possible back-dating.")
final class TimeCommand extends Common {

  @Parameters(paramLabel = "EXPORT", description = "an export, as of verify")
  private String export = "";

  @Option(
      names = "--delay",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "the longest a fact may wait for a witness (${DEFAULT-VALUE})")
  private long delay;

  @Override
  void run() throws CannotCheck {
    if (delay < 0) {
      throw new CannotCheck("--delay is a number of seconds from 0");
    }
    List<VerifierKey> keys = keys();
    boolean witnesses = keys.stream().anyMatch(key -> key.type() == VerifierKey.Type.WITNESS);
    try (Export opened = Export.open(export, keys)) {
      TimeCheck times = new TimeCheck(findings(), Duration.ofSeconds(delay));
      figures()
          .putAll(
              Verification.run(
                  opened,
                  Verification.Depth.usual(),
                  findings(),
                  progress(opened.head().size()),
                  List.of(times),
                  times));
      figures().putAll(times.figures());
      if (!witnesses) {
        findings()
            .unchecked(
                null,
                null,
                "no key of a witness was given (--key): the times are only the ledger's own word");
      } else if (times.unseen() > 0) {
        findings()
            .unchecked(
                null,
                opened.head().size() - times.unseen() + 1,
                "no witness that is known has seen the last %d facts".formatted(times.unseen()));
      }
      noteKeys(opened.keysGiven());
    }
  }
}
