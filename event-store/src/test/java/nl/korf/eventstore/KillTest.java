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
    KillLoop.Result result = KillLoop.run(KILLS, 20L, folder, progress -> {});

    assertThat(result.findings()).isEmpty();
    assertThat(result.jvmKills()).isPositive();
    assertThat(result.postgresKills()).isPositive();
    assertThat(result.stored()).isGreaterThanOrEqualTo(result.acknowledged());
  }

  @Test
  void aWriterThatAcknowledgesTooEarlyIsCaught() {
    KillLoop.Result result = KillLoop.runWithEarlyWriter(2, 20L, folder);

    assertThat(result.findings()).isNotEmpty();
  }
}
