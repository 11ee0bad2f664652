package nl.korf.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short version of the kill loop; {@code ./korf bench --faults} runs the long one. */
class KillTest {

  private static final int KILLS = 4;
  private static final int EARLY_TRIES_MAX = 12;

  @TempDir private Path folder;

  @Test
  void whatWasAcknowledgedSurvivesKillsOfTheJvmAndOfPostgres() {
    KillLoop.Result result =
        KillLoop.run(KILLS, 20L, folder, KillLoop::onThisClassPath, System.out::println);

    assertThat(result.findings()).isEmpty();
    assertThat(result.jvmKills()).isEqualTo(KILLS / 2);
    assertThat(result.postgresKills()).isEqualTo(KILLS / 2);
    assertThat(result.facts()).isGreaterThanOrEqualTo(result.acknowledged());
    assertThat(result.openStored() + result.openNotStored())
        .as("appends under way at a kill")
        .isPositive();
  }

  /** A kill may happen to find everything stored, so it is tried until one does not. */
  @Test
  void aWriterThatAcknowledgesTooEarlyIsCaught() throws IOException {
    boolean caught = false;
    for (long seed = 1; seed <= EARLY_TRIES_MAX && !caught; seed++) {
      Path own = Files.createDirectory(folder.resolve("try-" + seed));
      caught =
          !KillLoop.runWithEarlyWriter(2, seed, own, KillLoop::onThisClassPath)
              .findings()
              .isEmpty();
    }

    assertThat(caught).isTrue();
  }
}
