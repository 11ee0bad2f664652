package nl.korf.service.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import nl.korf.service.stack.WebLedger;
import nl.korf.service.testing.Browser;
import nl.korf.service.testing.SiteWalk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every page that a page of the example ledger leads to opens, in words, in both languages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {

  /** Pages of one sort that are opened: they are made alike. */
  private static final int EACH_MAX = 12;

  private static final Pattern TARGET = Pattern.compile("\\sid=\"([^\"]+)\"");

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
  void everyLinkLeadsSomewhere() {
    for (String language : new String[] {"nl", "en"}) {
      Map<String, Integer> opened = walk(language);

      assertThat(opened.keySet())
          .contains(
              "/initiatives/*", "/groups/*", "/mandates/*", "/people/*", "/decisions/*", "/help")
          .anyMatch(sort -> sort.startsWith("/forms/"));
    }
  }

  /** How many pages of each sort were found. */
  private Map<String, Integer> walk(String language) {
    try (Browser browser = new Browser(URI.create(ledger.address()))) {
      browser.submit("/sign-in", "/sign-in", "person", "registrar");
      return SiteWalk.from("/?lang=" + language, browser, EACH_MAX, EveryPageTest::requireGood);
    }
  }

  private static void requireGood(String address, HttpResponse<String> page) {
    assertThat(page.statusCode()).as(address).isEqualTo(200);
    if (page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
      assertThat(page.body()).as(address).doesNotContain("??").contains("<main").contains("<h1");
      assertThat(TARGET.matcher(page.body()).results().map(found -> found.group(1)))
          .as("identifiers on " + address)
          .doesNotHaveDuplicates();
    }
  }
}
