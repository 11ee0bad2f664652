package nl.korf.auditor;

import java.util.List;
import nl.korf.auditor.checks.CannotCheck;
import nl.korf.auditor.checks.Export;
import nl.korf.auditor.checks.Verification;
import nl.korf.auditor.replay.CompetenceReplay;
import nl.korf.auditor.replay.Decoder;
import nl.korf.auditor.replay.Rerun;
import nl.korf.model.DecisionId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "competence",
    description =
        "Asks the rules again for every verdict on competence and every outcome of a "
            + "round that stands in the facts, by what was known when it was given.")
final class CompetenceCommand extends Common {

  @Parameters(paramLabel = "EXPORT", description = "an export, as of verify")
  private String export = "";

  @Option(names = "--decision", paramLabel = "ID", description = "only about this decision")
  private @Nullable String decision;

  @Override
  void run() throws CannotCheck {
    DecisionId only = decisionId();
    try (Export opened = Export.open(export, keys())) {
      CompetenceReplay replay = new CompetenceReplay(only, findings());
      figures()
          .putAll(
              Verification.run(
                  opened,
                  Verification.Depth.usual(),
                  findings(),
                  progress(opened.head().size()),
                  List.of(new Decoder(findings(), replay)),
                  (_, _, _) -> {}));
      for (Rerun.Result result : Rerun.Result.values()) {
        figures().put(name(result), replay.counts().getOrDefault(result, 0L));
      }
      figures().put("outcomesOfRounds", replay.tallies());
      if (only != null) {
        figures().put("about", json() ? replay.about() : lines(replay.about()));
        if (replay.about().isEmpty()) {
          findings().unchecked(null, null, "no fact holds a verdict on decision " + only);
        }
      }
      if (replay.counts().isEmpty() && replay.tallies() == 0) {
        note(
            "there is no verdict and no outcome of a round in these facts: nothing was asked again");
      }
      long silent = replay.counts().getOrDefault(Rerun.Result.NOT_ASKED, 0L);
      if (silent > 0) {
        note(
            "%d verdicts could not be asked again: their facts do not say who acted"
                .formatted(silent));
      }
      noteKeys(opened.keysGiven());
    }
  }

  private static String name(Rerun.Result result) {
    return switch (result) {
      case SAME -> "same";
      case DIFFERENT -> "different";
      case UNKNOWN -> "unknownInTheSource";
      case NOT_ASKED -> "notAskedAgain";
    };
  }

  private static List<String> lines(List<Rerun> reruns) {
    return reruns.stream()
        .map(one ->
            "position %d %s: %s, %s%s"
                .formatted(
                    one.position(),
                    one.fact(),
                    one.says(),
                    name(one.result()),
                    one.why() == null ? "" : " (" + one.why() + ")"))
        .toList();
  }

  private @Nullable DecisionId decisionId() throws CannotCheck {
    try {
      return decision == null ? null : new DecisionId(decision);
    } catch (RuntimeException e) {
      // The language of the ledger refuses what is no identifier in more than one way.
      throw new CannotCheck("'" + decision + "' is no identifier of a decision");
    }
  }
}
