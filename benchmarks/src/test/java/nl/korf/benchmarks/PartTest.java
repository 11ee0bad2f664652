package nl.korf.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class PartTest {

  @Test
  void everyPartIsMeasuredUnlessSomeAreNamedAndFillingOnlyWhenNamed() {
    assertThat(Part.named(List.of()))
        .containsExactly(
            Part.APPEND,
            Part.COMMAND,
            Part.AUTHORITY,
            Part.ROUNDS,
            Part.LIVE,
            Part.MAP,
            Part.NOTICES,
            Part.STREAM,
            Part.READS,
            Part.REBUILD,
            Part.SCALE);
    assertThat(Part.named(List.of("scale", "fill"))).containsExactly(Part.FILL, Part.SCALE);
  }

  @Test
  void everyWordThatIsNoPartIsTold() {
    assertThatThrownBy(() -> Part.named(List.of("append", "apend", "scail")))
        .hasMessageContaining("apend, scail")
        .hasMessageContaining(Part.WORDS);
  }

  @Test
  void theHelpKnowsEveryPart() {
    assertThat(Part.WORDS.split(", "))
        .containsExactlyInAnyOrder(
            Arrays.stream(Part.values()).map(Part::word).toArray(String[]::new));
  }

  @Test
  void nothingIsMeasuredOnAWrongWordOrNumber() {
    assertThat(run("--only", "apend")).contains("apend");
    assertThat(run("--rounds", "0")).contains("--rounds");
    assertThat(run("--faults", "--kills", "1")).contains("--kills");
  }

  private static String run(String... arguments) {
    StringWriter errors = new StringWriter();
    CommandLine line = new CommandLine(new Bench());
    line.setErr(new PrintWriter(errors));
    assertThat(line.execute(arguments)).isEqualTo(CommandLine.ExitCode.USAGE);
    return errors.toString();
  }
}
