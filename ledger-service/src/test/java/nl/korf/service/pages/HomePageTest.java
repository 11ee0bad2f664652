package nl.korf.service.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.UUID;
import nl.korf.model.view.ViewHash;
import nl.korf.service.stack.WebLedger;
import nl.korf.service.testing.Browser;
import nl.korf.service.web.WebHeaders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The example ledger through its pages and addresses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HomePageTest {

  private WebLedger ledger;

  @BeforeAll
  void start() {
    ledger = new WebLedger();
  }

  @AfterAll
  void stop() {
    ledger.close();
  }

  @Test
  void theWholeIsListedWithoutScriptsInBothLanguages() {
    String dutch = ledger.page("/").body();

    assertThat(dutch)
        .contains("<html lang=\"nl\">", "Het geheel", "Initiatieven", "Mandaten", "Groepen")
        .contains("Voorbeeld: alles is verzonnen")
        .doesNotContain("<script>", "class=\"past\"", "??");
    assertThat(ledger.page("/?lang=en").body()).contains("<html lang=\"en\">", "The whole");
  }

  @Test
  void codedWordsAreInTheLanguageOfThePage() {
    assertThat(ledger.page("/?lang=en").body())
        .contains(">proposal<", ">completed<", ">working group<", ">leases ")
        .doesNotContain(">voorstel<", ">werkgroep<", ">huur ", "lang=\"und\"");
    assertThat(ledger.page("/?lang=nl").body())
        .contains(">voorstel<", ">afgerond<", ">werkgroep<")
        .doesNotContain(">proposal<", "lang=\"und\"");
  }

  @Test
  void textOfTheLedgerKeepsItsLanguageAndSaysWhich() {
    String group =
        "{\"group\":\"only-dutch\",\"name\":{\"nl\":\"Proefgroep\"},\"kind\":\"kwartetclub\"}";
    ledger.post("registrar", UUID.randomUUID(), "/v1/groups", group);
    String position =
        ledger
            .get("/v1/facts?after=0&limit=1000")
            .headers()
            .firstValue(WebHeaders.LEDGER_POSITION)
            .orElseThrow();
    ledger.get("/v1/groups/only-dutch", WebHeaders.LEDGER_MIN_POSITION, position);

    assertThat(ledger.page("/groups/only-dutch?lang=en").body())
        .contains("<h1><span lang=\"nl\">Proefgroep</span></h1>")
        .as("a word in no dictionary is shown as it is")
        .contains("<span lang=\"und\">kwartetclub</span>");
    assertThat(ledger.page("/groups/only-dutch?lang=nl").body())
        .contains("<h1>Proefgroep</h1>")
        .doesNotContain("lang=\"nl\">Proefgroep");
  }

  @Test
  void thePastShowsOneBannerAndTheWayBack() {
    assertThat(ledger.page("/?at=100").body())
        .contains("Teruggekeken", "positie 100", "Terug naar nu");
    assertThat(ledger.page("/?on=2024-06-01T00:00:00Z").body())
        .contains("in werking op 1 juni 2024");
  }

  @Test
  void theFormAsksForADayAndTheAddressNamesAnInstant() {
    HttpResponse<String> answer = ledger.page("/?at=&day=2024-06-01");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .endsWith("/?on=2024-06-01T21:59:59Z");
  }

  @Test
  void aPageOfItsOwnForWhatIsListedAndNothingForWhatIsNot() {
    for (String path : new String[] {"/groups/", "/initiatives/", "/mandates/"}) {
      String home = ledger.page("/").body();
      int start = home.indexOf("href=\"" + path) + "href=\"".length();
      String first = home.substring(start, home.indexOf('"', start));

      HttpResponse<String> single = ledger.page(first);

      assertThat(single.statusCode()).as(first).isEqualTo(200);
      assertThat(single.body()).contains("<h1>").doesNotContain("??");
      HttpResponse<String> missing = ledger.page(path + "nothing-here?lang=en");
      assertThat(missing.statusCode()).isEqualTo(404);
      assertThat(missing.body()).contains("<html lang=\"en\">", "<h1>Not found</h1>", "?lang=en");
    }
  }

  @Test
  void whatNeverChangesMayBeKeptByEveryoneWhereReadingIsOpen() {
    assertThat(
            ledger
                .get("/v1/groups?at=100&on=2024-06-01T00:00:00Z&view=" + ViewHash.VIEW_VERSION)
                .headers()
                .firstValue("Cache-Control"))
        .hasValue("public, max-age=86400, immutable");
  }

  @Test
  void inAnExampleAPersonIsPickedAndKnownFromThenOn() {
    try (Browser browser = new Browser(URI.create(ledger.address() + "/"))) {
      assertThat(browser.open("/sign-in").body())
          .contains("name=\"person\"", "Voorbeeldpersoon 01")
          .doesNotContain("name=\"token\"");
      assertThat(browser.open("/sign-in?q=Voorbeeldpersoon+02").body())
          .contains("Voorbeeldpersoon 02")
          .doesNotContain("Voorbeeldpersoon 01");

      assertThat(browser.submit("/sign-in", "/sign-in", "person", "nobody").statusCode())
          .isEqualTo(422);
      assertThat(browser.submit("/sign-in", "/sign-in", "person", "registrar").statusCode())
          .isEqualTo(302);

      assertThat(browser.open("/").body()).contains("Afmelden (registrar:example)");
    }
  }

  @Test
  void anExampleIsReachedByTheNamesOfThisMachineOnly() {
    assertThat(ledger.raw("GET / HTTP/1.1\r\nHost: localhost")).startsWith("HTTP/1.1 200 ");
    assertThat(ledger.raw("GET / HTTP/1.1\r\nHost: korf.example.org"))
        .startsWith("HTTP/1.1 421 ")
        .contains("\"code\":\"wrong-host\"");
  }

  @Test
  void aGroupIsFormedOverHttpAndReadBack() {
    UUID id = UUID.randomUUID();
    String group = "{\"group\":\"http-group\",\"name\":{\"nl\":\"Proef\"},\"kind\":\"team\"}";

    HttpResponse<String> formed = ledger.post("registrar", id, "/v1/groups", group);
    String position = formed.headers().firstValue(WebHeaders.LEDGER_POSITION).orElseThrow();

    assertThat(formed.statusCode()).as(formed.body()).isEqualTo(201);
    assertThat(formed.headers().firstValue("Location")).contains("/v1/groups/http-group");
    assertThat(ledger.post("registrar", id, "/v1/groups", group).body()).isEqualTo(formed.body());
    assertThat(ledger.get("/v1/groups/http-group", WebHeaders.LEDGER_MIN_POSITION, position).body())
        .contains("\"group\":\"http-group\"")
        .doesNotContain("knownUntil");
  }

  @Test
  void anAuthorityCheckLeavesARowThatCanBeReadBack() {
    UUID id = UUID.randomUUID();
    String nobody = "{\"person\":\"p-nobody\",\"power\":\"p-bedrijfsvoering\"}";

    HttpResponse<String> checked = ledger.post("registrar", id, "/v1/authority-checks", nobody);

    assertThat(checked.statusCode()).as(checked.body()).isEqualTo(201);
    assertThat(checked.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(checked.body()).contains("\"verdict\":\"UNKNOWN\"");
    assertThat(ledger.get("/v1/authority-checks/" + id, WebHeaders.KORF_PERSON, "registrar").body())
        .isEqualTo(checked.body());
    assertThat(
            ledger
                .post(
                    "registrar",
                    id,
                    "/v1/authority-checks",
                    "{\"person\":\"p-other\",\"power\":\"p-bedrijfsvoering\"}")
                .statusCode())
        .isEqualTo(422);
  }
}
