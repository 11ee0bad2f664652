package nl.korf.auditor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import nl.korf.auditor.checks.CannotCheck;
import nl.korf.auditor.checks.Export;
import nl.korf.auditor.checks.Verification;
import nl.korf.auditor.replay.Decoder;
import nl.korf.auditor.replay.ViewHashes;
import nl.korf.auditor.replay.ViewReplay;
import nl.korf.model.view.ViewHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "replay",
    description =
        "Computes the shared view again from the facts alone, and compares its hash "
            + "with what the ledger says its view was.")
final class ReplayCommand extends Common {

  @Parameters(paramLabel = "EXPORT", description = "an export, as of verify")
  private String export = "";

  @Option(
      names = "--at",
      split = ",",
      paramLabel = "P",
      description =
          "at this position; several with commas or by giving it again; 'all' for every "
              + "one; otherwise at the last")
  private List<String> at = new ArrayList<>();

  @Override
  void run() throws CannotCheck {
    try (Export opened = Export.open(export, keys())) {
      long size = opened.head().size();
      if (opened.head().viewVersion() != ViewHash.VIEW_VERSION) {
        throw new CannotCheck(
            "the export has hashes of view version %d, this auditor computes version %d: use the"
                    .formatted(opened.head().viewVersion(), ViewHash.VIEW_VERSION)
                + " auditor of the release that made it");
      }
      NavigableSet<Long> positions = positions(size);
      ViewHashes published = published(opened, size);
      ViewReplay replay = new ViewReplay(published, positions, findings());
      figures()
          .putAll(
              Verification.run(
                  opened,
                  Verification.Depth.usual(),
                  findings(),
                  progress(size),
                  List.of(new Decoder(findings(), replay)),
                  (_, _, _) -> {}));
      figures().put("viewVersion", ViewHash.VIEW_VERSION);
      figures().put("comparedPositions", replay.compared());
      figures().put("rows", replay.segments());
      figures().put("viewHashes", replay.computed());
      noteKeys(opened.keysGiven());
    }
  }

  private ViewHashes published(Export opened, long size) throws CannotCheck {
    try {
      return ViewHashes.read(opened.files(), size, findings());
    } catch (IOException e) {
      throw new CannotCheck(ViewHashes.FILE + " cannot be read: " + e.getMessage());
    }
  }

  private NavigableSet<Long> positions(long size) throws CannotCheck {
    NavigableSet<Long> positions = new TreeSet<>();
    if (at.size() == 1 && at.getFirst().equals("all")) {
      return positions;
    }
    List<String> problems = new ArrayList<>();
    for (String text : at.isEmpty() ? List.of(Long.toString(size)) : at) {
      try {
        long position = Long.parseLong(text.strip());
        if (position < 1 || position > size) {
          problems.add("--at %d: the export has positions 1 to %d".formatted(position, size));
        }
        positions.add(position);
      } catch (NumberFormatException e) {
        problems.add("--at '" + text + "' is no position");
      }
    }
    if (!problems.isEmpty()) {
      throw new CannotCheck(problems);
    }
    return positions;
  }
}
