package nl.korf.service.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import nl.korf.model.ModelJson;
import nl.korf.service.house.Walk.Answer;
import nl.korf.service.stack.WebLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What the README tells people to type is typed here, against the example ledger as it starts, and
 * every status, header and member it shows is compared. The commands can be repeated: they carry
 * their own keys.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadmeWalkTest {

  private static final String SHOWN_ADDRESS = "http://127.0.0.1:8080";
  private static final int COMMANDS = 5;

  private final HttpClient client = HttpClient.newHttpClient();
  private WebLedger ledger;

  @BeforeAll
  void start() {
    ledger = new WebLedger();
  }

  @AfterAll
  void stop() {
    client.close();
    ledger.close();
  }

  @Test
  void theReadmeWalksFromEndToEnd() {
    assertThat(Markdown.blocks(readme(), "sh walk")).hasSize(COMMANDS);
    assertThat(Walk.differences(readme(), hasCurl() ? this::typed : this::sent)).isEmpty();
  }

  /** The commands mean the same where there is no curl to run them. */
  @Test
  void theSameRequestsSentWithoutCurlAreAnsweredAlike() {
    assertThat(Walk.differences(readme(), this::sent)).isEmpty();
  }

  @Test
  void aReadmeThatShowsAnotherAnswerIsFound() {
    String readme =
        readme()
            .replace("201 Created", "200 OK")
            .replace("Ledger-Position: 454\n\n{\"facts\"", "Ledger-Position: 455\n\n{\"facts\"")
            .replace("\"failed\": \"within-limit\"", "\"failed\": \"within-scope\"")
            .replace("{\"mandate\": \"m-sg\"}", "{\"mandate\": \"m-sg\"}, {\"mandate\": \"m-x\"}");

    assertThat(Walk.differences(readme, this::sent))
        .hasSize(4)
        .anySatisfy(found -> assertThat(found).contains("status 201, not 200"))
        .anySatisfy(found -> assertThat(found).contains("ledger-position: 454, not 455"))
        .anySatisfy(found -> assertThat(found).contains("/failed: \"within-limit\""))
        .anySatisfy(found -> assertThat(found).contains("/path"));
  }

  @Test
  void aCommandThatNoLongerWorksIsFound() {
    String readme =
        readme()
            .replace("/v1/facts?after", "/v1/events?after")
            .replace("-H 'Ledger-Min-Position: 454'", "-H 'Ledger-Min-Position: x'");

    assertThat(Walk.differences(readme, hasCurl() ? this::typed : this::sent))
        .anySatisfy(found -> assertThat(found).contains("/items"))
        .anySatisfy(found -> assertThat(found).contains("status 400, not 200"));
  }

  @Test
  void aCommandWithoutAnAnswerIsFound() {
    Function<String, Answer> nobody = _ -> Answer.parse("{}");

    assertThat(Walk.differences("```sh walk\ncurl -s http://x\n```\n", nobody))
        .containsExactly("no answer is shown to: curl -s http://x");
  }

  /** Typed into a shell, as a reader does. */
  private Answer typed(String command) {
    ScriptRun run =
        ScriptRun.of(
            House.root(),
            ScriptRun.environment(System.getenv("PATH")),
            List.of("sh", "-c", here(command)));
    assertThat(run.code()).as(run.err()).isZero();
    return Answer.parse(run.out());
  }

  private Answer sent(String command) {
    HttpRequest request = CurlCommand.request(here(command));
    try {
      HttpResponse<String> got = client.send(request, BodyHandlers.ofString());
      Map<String, String> headers = new TreeMap<>();
      got.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
      return new Answer(
          Integer.toString(got.statusCode()), headers, ModelJson.mapper().readTree(got.body()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private String here(String command) {
    assertThat(command).contains(SHOWN_ADDRESS);
    return command.replace(SHOWN_ADDRESS, ledger.address());
  }

  private static String readme() {
    return House.text("README.md");
  }

  private static boolean hasCurl() {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "curl")));
  }
}
