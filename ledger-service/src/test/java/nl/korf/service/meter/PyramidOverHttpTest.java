package nl.korf.service.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.korf.model.ModelJson;
import nl.korf.projections.AsOf;
import nl.korf.service.stack.WebLedger;
import nl.korf.service.testing.ProblemAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The page, the table and the address of the pyramid meter say the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PyramidOverHttpTest {

  private static final String WHEN = "at=440&on=2026-09-30T00:00:00Z&view=";

  private WebLedger ledger;
  private String when;

  @BeforeAll
  void start() {
    ledger = new WebLedger();
    when = WHEN + json("/v1/ledger").path("viewVersion").asString();
  }

  @AfterAll
  void stop() {
    ledger.close();
  }

  @Test
  void theAddressGivesTheFiguresOfTheMeter() {
    JsonNode told = json("/v1/pyramid?" + when);
    AsOf asOf = new AsOf(440, java.time.Instant.parse("2026-09-30T00:00:00Z"));
    Pyramid pyramid = MeterViews.since(ledger.part(MeterViews.class).at(asOf, null), asOf, null);

    JsonNode periods = told.path("periods");
    assertThat(periods.size()).isEqualTo(pyramid.periods().size()).isGreaterThan(8);
    for (int i = 0; i < periods.size(); i++) {
      Figures figures = pyramid.periods().get(i).figures();
      JsonNode period = periods.path(i);
      assertThat(period.path("decisions").path("taken").asInt())
          .isEqualTo(figures.decisions().taken());
      assertThat(period.path("open").path("proposals").asInt())
          .isEqualTo(figures.open().proposals());
    }
    assertThat(told.path("whole").path("decisions").path("taken").asInt())
        .isEqualTo(sum(periods, "decisions", "taken"))
        .isGreaterThan(20);
    assertThat(told.path("whole").path("directives").path("types").path("HOLD").asInt())
        .isEqualTo(1);
  }

  @Test
  void theTableHasTheSameNumbers() {
    JsonNode periods = json("/v1/pyramid?" + when).path("periods");
    HttpResponse<String> csv = ledger.get("/pyramid.csv?" + when);
    List<String> lines = csv.body().lines().toList();
    List<String> head = List.of(lines.getFirst().split(",", -1));

    assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(lines).hasSize(periods.size() + 1);
    for (int i = 0; i < periods.size(); i++) {
      List<String> cells = List.of(lines.get(i + 1).split(",", -1));
      JsonNode period = periods.path(i);
      assertThat(cells).hasSameSizeAs(head);
      assertThat(cells.get(head.indexOf("from"))).isEqualTo(period.path("from").asString());
      assertThat(cells.get(head.indexOf("depth_3")))
          .isEqualTo(period.path("decisions").path("depths").path(3).asString());
      assertThat(cells.get(head.indexOf("waiting_p90_days")))
          .isEqualTo(period.path("waiting").path("p90Days").asString(""));
      assertThat(cells.get(head.indexOf("open_proposals")))
          .isEqualTo(period.path("open").path("proposals").asString());
    }
  }

  @Test
  void thePageShowsPicturesWithTheSameNumbersInTables() {
    JsonNode told = json("/v1/pyramid?" + when);
    for (String language : new String[] {"nl", "en"}) {
      String page = ledger.page("/pyramid?lang=" + language + "&" + when).body();

      assertThat(page)
          .contains("<html lang=\"" + language + "\">", "/meter.css", "class=\"past\"")
          .doesNotContain("<script>", "style=\"", "??");
      assertThat(Pattern.compile("<svg class=\"plot\"").matcher(page).results().count())
          .isEqualTo(6);
      assertThat(Pattern.compile("<title id=").matcher(page).results().count()).isEqualTo(6);
      assertThat(cells(page, "depth"))
          .as("decisions by distance, in the table below the picture")
          .isEqualTo(sum(told.path("periods"), "decisions", "taken"));
    }
    assertThat(ledger.page("/pyramid?lang=nl").body()).contains("Piramidemeter", "de mandaatgever");
    assertThat(ledger.page("/pyramid?lang=en").body()).contains("Pyramid meter", "the principal");
  }

  @Test
  void itCountsOneOrganisationWithAllBelowItFromADay() {
    JsonNode all = json("/v1/pyramid?" + when).path("whole").path("open");
    JsonNode service = whole("rijksvastgoeddienst");
    JsonNode minister = whole("minister-vgr");
    JsonNode city = whole("gemeente-lindewaard");

    assertThat(minister.path("open")).as("the service is below").isEqualTo(service.path("open"));
    assertThat(city.path("open").path("proposals").asInt()).isPositive();
    assertThat(service.path("open").path("proposals").asInt())
        .isPositive()
        .isLessThan(all.path("proposals").asInt());
    JsonNode late = json("/v1/pyramid?since=2026-01-15&" + when);
    assertThat(late.path("since").asString()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(late.path("step").asString()).isEqualTo("MONTH");
    assertThat(late.path("whole").path("open")).as("what waits is the same").isEqualTo(all);
    assertThat(ledger.page("/pyramid?lang=nl&organisation=gemeente-lindewaard").body())
        .contains("value=\"gemeente-lindewaard\" selected");
  }

  @Test
  void whatCannotBeAskedIsSaid() {
    for (String path : new String[] {"/v1/pyramid", "/pyramid", "/pyramid.csv"}) {
      ProblemAnswer.of(ledger.get(path + "?organisation=nobody"), 404, "not-found");
      ProblemAnswer.of(ledger.get(path + "?since=soon"), 400, "invalid-request");
      ProblemAnswer.of(
          ledger.get(path + "?since=2026-12-01&on=2026-01-01T00:00:00Z"), 400, "invalid-request");
    }
  }

  @Test
  void theDescriptionOfTheApiTellsOfIt() {
    JsonNode described = json("/v1/openapi.json");
    JsonNode get = described.path("paths").path("/pyramid").path("get");

    assertThat(get.path("summary").asString()).contains("pyramid meter");
    assertThat(get.path("parameters").valueStream().map(one -> one.path("name").asString()))
        .contains("since", "organisation");
    assertThat(described.path("components").path("schemas").propertyNames())
        .contains("Pyramid", "PyramidPeriod", "PyramidFigures", "PyramidOpen");
  }

  private JsonNode whole(String organisation) {
    return json("/v1/pyramid?organisation=" + organisation + "&" + when).path("whole");
  }

  private static int sum(JsonNode periods, String part, String figure) {
    return periods.valueStream().mapToInt(one -> one.path(part).path(figure).asInt()).sum();
  }

  /** The sum of all cells of the table of a chart. */
  private static int cells(String page, String chart) {
    int start = page.indexOf("aria-labelledby=\"h-" + chart + "\"");
    String section = page.substring(start, page.indexOf("</section>", start));
    List<Integer> cells = new ArrayList<>();
    Pattern.compile("<td [^>]*>([0-9]+)</td>")
        .matcher(section)
        .results()
        .forEach(cell -> cells.add(Integer.valueOf(cell.group(1))));
    return cells.stream().mapToInt(Integer::intValue).sum();
  }

  private JsonNode json(String path) {
    HttpResponse<String> answer = ledger.get(path);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    return ModelJson.mapper().readTree(answer.body());
  }
}
