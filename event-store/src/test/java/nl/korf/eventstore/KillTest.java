package nl.korf.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short version of the kill loop; {@code ./korf bench --faults} runs the long one. */
class KillTest {

  private static final int KILLS = 4;

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

  @Test
  void aWriterThatAcknowledgesTooEarlyIsCaught() {
    KillLoop.Result result = KillLoop.runWithEarlyWriter(2, 20L, folder, KillLoop::onThisClassPath);

    assertThat(result.findings()).isNotEmpty();
  }
}
