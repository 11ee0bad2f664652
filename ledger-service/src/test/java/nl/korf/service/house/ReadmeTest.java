package nl.korf.service.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README and the other papers tell people to type and to read is there. */
class ReadmeTest {

  private static final Pattern SCRIPT_COMMAND = Pattern.compile("\\./korf ([a-z]+)");
  private static final Pattern SENTENCE = Pattern.compile("[.?!](\\s|$)");

  @Test
  void theTwoCommandsToRunAreDemoAndTest() {
    assertThat(Markdown.blocks(House.text("README.md"), "sh run"))
        .containsExactly("./korf demo", "./korf test");
  }

  @Test
  void everyCommandThePapersNameIsOneTheScriptKnows() {
    String help = ScriptRun.of(House.root(), path(), List.of("./korf", "help")).out();

    assertThat(papers().flatMap(paper -> unknownCommands(House.text(paper), help))).isEmpty();
  }

  @Test
  void aCommandTheScriptDoesNotKnowIsFound() {
    assertThat(unknownCommands("type `./korf fly` or `./korf demo`", "  ./korf demo   flies not"))
        .containsExactly("fly");
  }

  @Test
  void everyLinkInsideTheProjectLeadsSomewhere() {
    assertThat(papers().flatMap(paper -> deadLinks(paper, House.text(paper)))).isEmpty();
  }

  @Test
  void aDeadLinkIsFound() {
    String text = "[a](docs/nowhere.md#part) [b](LICENSE) [c](https://example.org/nowhere)";

    assertThat(deadLinks(House.file("README.md"), text))
        .containsExactly("README.md: docs/nowhere.md");
  }

  @Test
  void theReadmeSaysWhatItIsInFiveSentences() {
    String first = House.text("README.md").split("\n\n", 3)[1];

    assertThat(SENTENCE.matcher(first).results().count()).isEqualTo(5);
  }

  private static Stream<Path> papers() {
    return House.written(".md").stream();
  }

  private static Stream<String> unknownCommands(String text, String help) {
    return SCRIPT_COMMAND
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .filter(command -> !help.contains("./korf " + command));
  }

  private static Stream<String> deadLinks(Path paper, String text) {
    Path folder = Objects.requireNonNull(paper.getParent());
    return Markdown.innerLinks(text).stream()
        .filter(target -> !Files.exists(folder.resolve(target)))
        .map(target -> House.root().relativize(paper) + ": " + target);
  }

  private static java.util.Map<String, String> path() {
    return ScriptRun.environment("/usr/bin:/bin");
  }
}
