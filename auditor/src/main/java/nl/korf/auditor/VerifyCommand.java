package nl.korf.auditor;

import java.util.ArrayList;
import java.util.List;
import nl.korf.auditor.checks.CannotCheck;
import nl.korf.auditor.checks.CheckpointsCheck;
import nl.korf.auditor.checks.ErasureCheck;
import nl.korf.auditor.checks.Export;
import nl.korf.auditor.checks.Verification;
import nl.korf.auditor.note.Checkpoint;
import nl.korf.auditor.note.Malformed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "verify",
    description =
        "Hashes everything again: every fact, the tree, every tile, every checkpoint "
            + "and signature.")
final class VerifyCommand extends Common {

  @Parameters(paramLabel = "EXPORT", description = "a folder, a zip file, or an address of either")
  private String export = "";

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "a checkpoint you kept: the export has to go on from it; may be given again")
  private List<String> checkpoints = new ArrayList<>();

  @Option(
      names = "--every-header",
      description = "ask the library for canonical JSON about every header (slower)")
  private boolean everyHeader;

  @Override
  void run() throws CannotCheck {
    List<CheckpointsCheck.Kept> kept = kept(checkpoints);
    try (Export opened = Export.open(export, keys())) {
      ErasureCheck erasures = new ErasureCheck(findings());
      figures()
          .putAll(
              Verification.run(
                  opened,
                  new Verification.Depth(everyHeader, true, kept),
                  findings(),
                  progress(opened.head().size()),
                  List.of(erasures),
                  (_, _, _) -> {}));
      figures().put("root", opened.checkpoint().rootText());
      noteKeys(opened.keysGiven());
      if (kept.isEmpty()) {
        note(
            "without --checkpoint from an earlier time nothing shows that no last facts were"
                + " dropped before this export was made");
      }
      if (erasures.unexplained() > 0) {
        note(
            "%d erased parts have no fact that tells of their erasure (yet)"
                .formatted(erasures.unexplained()));
      }
    }
  }

  static List<CheckpointsCheck.Kept> kept(List<String> files) throws CannotCheck {
    List<CheckpointsCheck.Kept> kept = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String name : files) {
      try {
        kept.add(new CheckpointsCheck.Kept(name, Checkpoint.parse(file(name))));
      } catch (Malformed e) {
        problems.add(name + ": " + e.problem());
      } catch (CannotCheck e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new CannotCheck(problems);
    }
    return kept;
  }
}
