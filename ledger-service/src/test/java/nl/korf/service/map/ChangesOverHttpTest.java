package nl.korf.service.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import nl.korf.model.ModelJson;
import nl.korf.service.stack.WebLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What changed, against the table of the map at either moment. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangesOverHttpTest {

  private WebLedger ledger;

  @BeforeAll
  void start() {
    ledger = new WebLedger();
  }

  @AfterAll
  void stop() {
    ledger.close();
  }

  @ParameterizedTest(name = "since {0}, at {1}")
  @CsvSource({"100, 300", "300, 440", "0, 200", "440, 440"})
  void whatChangedIsWhatDiffersBetweenTheTables(long since, long at) {
    String recorded = json("/v1/facts/" + Math.max(1, since)).path("recordedAt").asString();
    String later = json("/v1/facts/" + at).path("recordedAt").asString();
    Map<String, String> before =
        since == 0 ? Map.of() : states("at=%d&on=%s".formatted(since, recorded));
    Map<String, String> after = states("at=%d&on=%s".formatted(at, later));

    JsonNode changes = json("/v1/changes?since=%d&at=%d&on=%s".formatted(since, at, later));

    assertThat(told(changes)).isEqualTo(differences(before, after));
    assertThat(told(changes).isEmpty()).isEqualTo(since == at);
  }

  @Test
  void whatWasInForceThenIsComparedAsItIsKnownNow() {
    Map<String, String> before = states("on=2025-01-31T22:59:59Z");
    Map<String, String> after = states("on=2025-03-31T22:00:00Z");

    JsonNode changes = json("/v1/changes?from=2025-01-31&on=2025-03-31T22:00:00Z");

    assertThat(told(changes)).isEqualTo(differences(before, after)).isNotEmpty();
  }

  @Test
  void thePageNamesWhatChangedInBothLanguages() {
    assertThat(ledger.page("/changes?since=300&lang=en").body())
        .contains("What changed", "Facts: ", "another state");
    assertThat(ledger.page("/changes?since=300&lang=nl").body())
        .contains("Wat er veranderde", "Feiten: ");
    assertThat(ledger.page("/?since=300").body()).contains("/v1/changes?since=300&amp;at=");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/v1/changes",
    "/v1/changes?since=3&from=2025-01-01",
    "/v1/changes?since=999999",
    "/v1/changes?since=soon",
    "/v1/changes?from=2025-13-01",
    "/changes?since=soon",
  })
  void aMomentThatIsNoneIsRefused(String address) {
    assertThat(ledger.get(address).statusCode()).isEqualTo(400);
  }

  private static Map<String, String> told(JsonNode changes) {
    Map<String, String> told = new TreeMap<>();
    changes
        .path("initiatives")
        .forEach(change ->
            told.put(
                change.path("node").asString(),
                change.path("before").asString("") + " > " + change.path("after").asString("")));
    return told;
  }

  private static Map<String, String> differences(
      Map<String, String> before, Map<String, String> after) {
    Map<String, String> all = new TreeMap<>(before);
    all.putAll(after);
    Map<String, String> differences = new TreeMap<>();
    all.keySet().stream()
        .filter(node -> !Objects.equals(before.get(node), after.get(node)))
        .forEach(node ->
            differences.put(
                node, before.getOrDefault(node, "") + " > " + after.getOrDefault(node, "")));
    return differences;
  }

  /** The state of every initiative, from the table of the map. */
  private Map<String, String> states(String when) {
    Map<String, String> states = new TreeMap<>();
    ledger
        .get("/map.csv?" + when)
        .body()
        .lines()
        .filter(line -> line.startsWith("initiative:"))
        .forEach(line ->
            states.put(
                line.substring(0, line.indexOf(',')), line.substring(line.lastIndexOf(',') + 1)));
    return states;
  }

  private JsonNode json(String path) {
    return ModelJson.mapper().readTree(ledger.get(path).body());
  }
}
