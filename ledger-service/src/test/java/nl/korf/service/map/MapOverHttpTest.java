package nl.korf.service.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.korf.model.ModelJson;
import nl.korf.service.stack.WebLedger;
import nl.korf.service.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The map of the example ledger against what its other addresses say about the same moment. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MapOverHttpTest {

  private static final String[] STATES = {
    "proposed", "decided", "deliberating", "objection", "withdrawn"
  };

  private WebLedger ledger;

  @BeforeAll
  void start() {
    ledger = new WebLedger();
  }

  @AfterAll
  void stop() {
    ledger.close();
  }

  @ParameterizedTest(name = "known at {0}, in force on {1}")
  @CsvSource({
    "180, 2024-01-15T12:00:00Z",
    "300, 2024-06-01T00:00:00Z",
    "300, 2025-02-01T00:00:00Z",
    "440, 2025-03-10T00:00:00Z",
    "440, 2026-09-01T00:00:00Z",
  })
  void theColumnsSayWhatTheReadModelsSay(long position, Instant on) {
    String when = "at=%d&on=%s".formatted(position, on);
    JsonNode columns = json("/v1/views?" + when);

    assertThat(states(columns, on)).isEqualTo(asked(when)).hasSizeGreaterThan(5);
    assertThat(mandates(columns, on)).isEqualTo(counting(when));
    assertThat(columns.path("viewHash").asString())
        .isEqualTo(json("/v1/ledger?at=" + position).path("viewHash").asString());
  }

  @Test
  void aMapOfAnotherMomentIsFoundToDiffer() {
    Instant on = Instant.parse("2025-02-01T00:00:00Z");
    JsonNode columns = json("/v1/views?at=300&on=" + on);

    assertThat(states(columns, on.minus(Duration.ofDays(300))))
        .isNotEqualTo(asked("at=300&on=" + on));
  }

  @Test
  void pictureAndTableShowWhatTheColumnsSay() {
    Instant on = Instant.parse("2025-06-01T00:00:00Z");
    String when = "at=400&on=" + on + "&view=" + view();
    Map<String, String> states = states(json("/v1/views?" + when), on);

    HttpResponse<String> csv = ledger.get("/map.csv?" + when);
    Map<String, String> told = new TreeMap<>();
    csv.body()
        .lines()
        .filter(line -> line.contains(",initiative,"))
        .forEach(line ->
            told.put(
                line.substring(0, line.indexOf(',')), line.substring(line.lastIndexOf(',') + 1)));
    String svg = ledger.get("/map.svg?" + when).body();

    assertThat(told).isEqualTo(states);
    for (String state : STATES) {
      long glyphs = Pattern.compile("href=\"#" + state + "\"").matcher(svg).results().count();
      assertThat(glyphs)
          .as(state)
          .isEqualTo(states.values().stream().filter(state::equals).count());
    }
    assertThat(csv.headers().firstValue("Cache-Control")).contains("public, max-age=300");
  }

  @Test
  void anEarlierPositionCanKeepToTheLaterPlaces() {
    JsonNode later = json("/v1/views?at=440");
    long epoch = later.path("epoch").asLong();
    JsonNode own = json("/v1/views?at=" + (epoch - 1));
    JsonNode kept = json("/v1/views?at=" + (epoch - 1) + "&layout=" + epoch);

    Map<String, String> places = places(later);
    assertThat(places(kept))
        .isNotEmpty()
        .allSatisfy((id, place) -> assertThat(place).as(id).isEqualTo(places.get(id)));
    assertThat(places(own)).as("by itself it has places of its own").isNotEqualTo(places(kept));
    assertThat(ledger.get("/v1/views?at=300&layout=299").statusCode()).isEqualTo(404);
  }

  @Test
  void withoutScriptsThePageShowsThePictureTheCountsAndTheLists() {
    String page = ledger.page("/?at=440&on=2026-09-01T00:00:00Z&lang=en").body();

    assertThat(page)
        .contains("<img class=\"map-still\" src=\"/map.svg?at=440&amp;on=2026-09-01T00:00:00Z")
        .contains("alt=\"Map of all organisations", "Deliberating", "id=\"h-initiatives\"")
        .contains("href=\"/map.css\"", "src=\"/map/map.js\"")
        .doesNotContain("<script>", "style=\"", "??");
  }

  @Test
  void whereReadingIsNotOpenOnlyTheScriptsAre() {
    try (TestApplication application = TestApplication.start()) {
      for (String path : new String[] {"/map.svg", "/map.csv", "/v1/views"}) {
        assertThat(application.send(application.request(path).GET()).statusCode())
            .as(path)
            .isEqualTo(401);
      }
      assertThat(application.send(application.request("/map/map.js").GET()).statusCode())
          .isEqualTo(200);
      assertThat(application.get("/map.svg").body()).as("an empty ledger").contains("<svg");
      assertThat(application.get("/").statusCode()).isEqualTo(200);
    }
  }

  /** What every initiative is, by its own address and by the decisions in force. */
  private Map<String, String> asked(String when) {
    Set<String> decided =
        items("/v1/decisions?inForce=true&limit=500&" + when)
            .map(one -> one.path("initiative").asString())
            .collect(Collectors.toSet());
    Set<String> deliberating =
        items("/v1/rounds?state=OPEN&limit=500&" + when)
            .map(one -> one.path("initiative").asString())
            .collect(Collectors.toSet());
    assertThat(deliberating).as("the example has no rounds; objections are not asked").isEmpty();
    Map<String, String> asked = new TreeMap<>();
    items("/v1/initiatives?limit=500&" + when)
        .forEach(one -> {
          String id = one.path("initiative").asString();
          boolean withdrawn = one.path("withdrawn").asBoolean();
          asked.put(
              "initiative:" + id,
              withdrawn ? "withdrawn" : decided.contains(id) ? "decided" : "proposed");
        });
    return asked;
  }

  private Set<String> counting(String when) {
    return items("/v1/mandates?limit=500&" + when)
        .map(one -> one.path("mandate").asString())
        .filter(id -> json("/v1/mandates/" + id + "/chain?" + when).path("effective").asBoolean())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, String> states(JsonNode columns, Instant on) {
    long moment = on.getEpochSecond() - columns.path("start").asLong();
    JsonNode spans = columns.path("spans");
    Map<String, String> states = new TreeMap<>();
    for (int i = 0; i < spans.path("node").size(); i++) {
      if (covers(spans, i, moment)) {
        int node = spans.path("node").path(i).asInt();
        states.put(
            columns.path("nodes").path("id").path(node).asString(),
            STATES[spans.path("state").path(i).asInt()]);
      }
    }
    return states;
  }

  private static Set<String> mandates(JsonNode columns, Instant on) {
    long moment = on.getEpochSecond() - columns.path("start").asLong();
    JsonNode edges = columns.path("edges");
    Set<String> mandates = new TreeSet<>();
    for (int i = 0; i < edges.path("mandate").size(); i++) {
      if (covers(edges, i, moment)) {
        mandates.add(edges.path("mandate").path(i).asString());
      }
    }
    return mandates;
  }

  private static boolean covers(JsonNode periods, int i, long moment) {
    long from = periods.path("from").path(i).asLong();
    long lasts = periods.path("lasts").path(i).asLong();
    return from <= moment && (lasts == 0 || moment < from + lasts);
  }

  private static Map<String, String> places(JsonNode columns) {
    JsonNode nodes = columns.path("nodes");
    Map<String, String> places = new TreeMap<>();
    for (int i = 0; i < nodes.path("id").size(); i++) {
      places.put(
          nodes.path("id").path(i).asString(),
          nodes.path("x").path(i) + " " + nodes.path("y").path(i));
    }
    return places;
  }

  private String view() {
    return json("/v1/ledger").path("viewVersion").asString();
  }

  private Stream<JsonNode> items(String path) {
    return json(path).path("items").valueStream();
  }

  private JsonNode json(String path) {
    HttpResponse<String> answer = ledger.get(path);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    return ModelJson.mapper().readTree(answer.body());
  }
}
