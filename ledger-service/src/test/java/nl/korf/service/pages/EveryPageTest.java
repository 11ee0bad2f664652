package nl.korf.service.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.korf.service.stack.WebLedger;
import nl.korf.service.testing.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every page that a page of the example ledger leads to opens, in words, in both languages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {

  /** Pages of one sort that are opened: they are made alike. */
  private static final int EACH_MAX = 12;

  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
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

  /** How many pages of each sort were opened. */
  private Map<String, Integer> walk(String language) {
    Map<String, Integer> opened = new LinkedHashMap<>();
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> ahead = new ArrayDeque<>(Set.of("/?lang=" + language));
    try (Browser browser = new Browser(URI.create(ledger.address()))) {
      browser.submit("/sign-in", "/sign-in", "person", "registrar");
      while (!ahead.isEmpty()) {
        String address = ahead.removeFirst();
        if (opened.merge(sortOf(address), 1, Integer::sum) <= EACH_MAX) {
          HttpResponse<String> page = browser.open(address);
          requireGood(address, page);
          links(page.body()).filter(seen::add).forEach(ahead::add);
        }
      }
    }
    return opened;
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

  private static Stream<String> links(String page) {
    return LINK.matcher(page)
        .results()
        .map(found -> found.group(1).replace("&amp;", "&"))
        .filter(link -> !link.startsWith("/sign-") && !link.startsWith("/v1/"));
  }

  /** {@code /initiatives/i-1/x} and {@code /initiatives/i-2/x} are pages of one sort. */
  private static String sortOf(String address) {
    String path = URI.create(address).getPath();
    Matcher below = Pattern.compile("^(/forms)?/([a-z]+)/[^/]+(/.*)?$").matcher(path);
    return below.matches()
        ? (below.group(1) == null ? "" : "/forms")
            + "/"
            + below.group(2)
            + "/*"
            + (below.group(3) == null ? "" : below.group(3))
        : path;
  }
}
