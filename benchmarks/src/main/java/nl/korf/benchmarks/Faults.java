package nl.korf.benchmarks;

import java.nio.file.Path;
import java.util.function.Consumer;
import nl.korf.eventstore.KillLoop;
import nl.korf.eventstore.KillLoop.Result;

/**
 * Kills a writing JVM and its PostgreSQL in turn and says what became of every append; then does
 * the same to a writer that acknowledges too early, which must be found out.
 */
final class Faults {

  private static final long SEED = 2026;

  /** Of the control: one JVM, one PostgreSQL. */
  private static final int CONTROL_KILLS = 2;

  private Faults() {}

  /**
   * Runs the kills and the control, on databases under {@code folder}.
   *
   * @return whether every promise was kept and the control was found out
   */
  static boolean run(int kills, Path folder, Consumer<String> progress, Consumer<String> report) {
    Result honest =
        KillLoop.run(kills, SEED, folder.resolve("honest"), ChildJvm::command, progress);
    progress.accept("the control: a writer that acknowledges before the commit");
    Result early =
        KillLoop.runWithEarlyWriter(
            CONTROL_KILLS, SEED, folder.resolve("early"), ChildJvm::command);
    return report(honest, early, report);
  }

  /** Says what the two runs have shown, and whether that is what it has to be. */
  static boolean report(Result honest, Result early, Consumer<String> report) {
    report.accept(
        "kills: %d of the JVM, %d of PostgreSQL"
            .formatted(honest.jvmKills(), honest.postgresKills()));
    report.accept(
        "appends acknowledged: %,d; facts stored: %,d"
            .formatted(honest.acknowledged(), honest.facts()));
    report.accept(
        "outcomes nobody knew at a kill: %,d; all resolved: %,d stored, %,d not"
            .formatted(
                honest.openStored() + honest.openNotStored(),
                honest.openStored(),
                honest.openNotStored()));
    report.accept(
        honest.findings().isEmpty()
            ? "after each kill: every acknowledged append is stored and whole, no refused one is, "
                + "and the check of every row finds nothing"
            : "VIOLATIONS: " + honest.findings().size());
    honest.findings().forEach(finding -> report.accept("  " + finding));
    boolean foundOut = !early.findings().isEmpty();
    report.accept(
        foundOut
            ? "control: a writer that acknowledges before the commit was found out, %d times in %d kills"
                .formatted(early.findings().size(), CONTROL_KILLS)
            : "THE CONTROL WAS NOT FOUND OUT: this run shows nothing");
    return honest.findings().isEmpty() && foundOut;
  }
}
