package nl.korf.service.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.korf.model.ModelJson;
import nl.korf.service.testing.TestApplication;
import nl.korf.service.web.WebHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a new ledger shows to whoever opens it. */
class FirstStepsTest {

  private static final Pattern BUTTON = Pattern.compile("class=\"button[^>]*href=\"(/[^\"]+)\"");
  private static final String BODY =
      """
      {"body": "gemeente", "name": {"nl": "Gemeente"}, "kind": "municipality",
       "identifier": {"register": "KVK", "number": "12345678"}}
      """;

  private TestApplication application;

  @BeforeEach
  void start() {
    application = TestApplication.start();
  }

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void anEmptyLedgerShowsTheWayInsteadOfEmptyTables() {
    String page = application.get("/?lang=nl").body();

    assertThat(page)
        .contains("Eerste stappen", "1 van 8 stappen gedaan", "href=\"/import?lang=nl\"")
        .doesNotContain("??", "id=\"whole-lists\"", "map-panel");
    Matcher buttons = BUTTON.matcher(page);
    int opened = 0;
    while (buttons.find()) {
      HttpResponse<String> form = application.get(buttons.group(1).replace("&amp;", "&"));
      assertThat(form.statusCode()).as(buttons.group(1)).isEqualTo(200);
      opened++;
    }
    assertThat(opened).isGreaterThanOrEqualTo(7);
  }

  @Test
  void aStepIsTickedByWhatTheLedgerHolds() {
    String position =
        application
            .post("/v1/bodies", BODY)
            .headers()
            .firstValue(WebHeaders.LEDGER_POSITION)
            .orElseThrow();
    String page =
        application
            .send(
                application
                    .asRegistrar("/?lang=en")
                    .header(WebHeaders.LEDGER_MIN_POSITION, position)
                    .GET())
            .body();

    assertThat(page).contains("2 of 8 steps done");
    assertThat(application.get("/first-steps?lang=en").body()).contains("2 of 8 steps done");
  }

  @Test
  void itIsPutAwayByALinkAndComesBackByAnother() {
    HttpResponse<String> away = application.get("/?lang=en&welcome=away");
    String cookie = away.headers().firstValue("Set-Cookie").orElseThrow();

    assertThat(away.body()).doesNotContain("First steps").contains("Nothing yet.");
    assertThat(cookie).startsWith("korf-welcome=away").contains("HttpOnly", "SameSite=Strict");
    assertThat(with("/?lang=en", "korf-welcome=away"))
        .doesNotContain("First steps")
        .contains("id=\"whole-lists\"");
    assertThat(with("/?lang=en", "korf-welcome=other")).contains("First steps");
    assertThat(with("/?lang=en&welcome=show", "korf-welcome=away")).contains("First steps");
  }

  @Test
  void everyListSaysWhatBelongsThereAndOffersItsForm() {
    for (String list : new String[] {"initiatives", "groups", "mandates"}) {
      assertThat(application.get("/" + list + "?lang=en").body())
          .as(list)
          .contains("Nothing yet.", "href=\"/forms/" + list + "?lang=en\"")
          .doesNotContain("??");
    }
    assertThat(application.get("/groups?lang=en&title=x").body())
        .contains("Nothing found.")
        .doesNotContain("Nothing yet.");
  }

  @Test
  void whoMayNotRegisterIsNotToldTo() {
    String first = application.post("/v1/groups", group("one")).body();
    assertThat(ModelJson.mapper().readTree(first).path("position").asLong()).isPositive();
    String person =
        application
            .post("/v1/people", "{\"name\": \"Ann\"}")
            .headers()
            .firstValue("Location")
            .orElseThrow();
    String secret =
        ModelJson.mapper()
            .readTree(
                application
                    .post(
                        "/v1/tokens",
                        "{\"label\":\"ann\",\"person\":\"%s\",\"rights\":[]}"
                            .formatted(person.substring(person.lastIndexOf('/') + 1)))
                    .body())
            .path("secret")
            .asString();
    String page =
        application
            .send(
                application
                    .request("/?lang=en")
                    .header("Authorization", "Bearer " + secret)
                    .header(WebHeaders.LEDGER_MIN_POSITION, "3")
                    .GET())
            .body();

    assertThat(page).doesNotContain("First steps").contains("id=\"whole-lists\"");
    // the control: the registrar still is
    assertThat(application.get("/?lang=en").body()).contains("First steps", "id=\"whole-lists\"");
  }

  private static String group(String id) {
    return "{\"group\": \"%s\", \"name\": {\"nl\": \"%s\"}, \"kind\": \"team\"}".formatted(id, id);
  }

  private String with(String path, String cookie) {
    return application.send(application.asRegistrar(path).header("Cookie", cookie).GET()).body();
  }
}
