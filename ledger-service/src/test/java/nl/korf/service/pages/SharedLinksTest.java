package nl.korf.service.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.korf.service.stack.WebLedger;
import nl.korf.service.testing.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What pages tell of themselves where a link to them is shared. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedLinksTest {

  private static final Pattern META = Pattern.compile("<meta [^>]*>");
  private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");
  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#?]*)[^\"]*\"");
  private static final Pattern PERSON = Pattern.compile("<option value=\"p-[^>]*>([^<]+)<");
  private static final Pattern PICTURE = Pattern.compile("og:image\" content=\"([^\"]+)\"");

  /** Pages of facts and forms are many and alike; of these so many are opened. */
  private static final int ALIKE_MAX = 20;

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
  void noPageOfTheExampleNamesAPersonInWhatItTellsOfItself() {
    List<String> names = names();
    Map<String, HttpResponse<String>> pages = walk();

    assertThat(names).hasSizeGreaterThan(40);
    assertThat(pages).hasSizeGreaterThan(150);
    pages.forEach((address, page) ->
        assertThat(metas(page.body()))
            .as(address)
            .contains("og:title", "og:description", "og:type", "og:image", "og:locale")
            .doesNotContain(names.toArray(String[]::new)));
    // the control: a page about somebody has their name in its title, where the same look finds it
    assertThat(pages.keySet()).filteredOn(one -> one.startsWith("/people/")).hasSizeGreaterThan(10);
    assertThat(pages.values())
        .anySatisfy(page -> assertThat(title(page.body())).containsAnyOf(array(names)));
  }

  @Test
  void whatNamesNobodyIsSharedByItsName() {
    assertThat(metas(ledger.page("/rounds/ronde-gedeelde-werkplekken?lang=en").body()))
        .contains(
            "og:title\" content=\"Shared workplaces Station quarter\"",
            "og:locale\" content=\"en_GB\"");
    assertThat(metas(ledger.page("/groups?lang=nl").body()))
        .contains("og:title\" content=\"Groepen\"", "og:locale\" content=\"nl_NL\"");
    assertThat(metas(ledger.page("/sign-in?lang=nl").body())).contains("og:title");
    assertThat(metas(ledger.page("/no-such-page?lang=nl").body())).contains("og:title");
  }

  @Test
  void thePictureIsThereForEverybody() {
    Matcher picture = PICTURE.matcher(ledger.page("/").body());

    assertThat(picture.find()).isTrue();
    assertThat(picture.group(1)).startsWith(ledger.address());
    HttpResponse<String> answer = ledger.get(URI.create(picture.group(1)).getPath());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/png");
  }

  private Map<String, HttpResponse<String>> walk() {
    Map<String, HttpResponse<String>> pages = new TreeMap<>();
    Map<String, Integer> alike = new TreeMap<>();
    Set<String> seen = new LinkedHashSet<>(Set.of("/"));
    Deque<String> ahead = new ArrayDeque<>(seen);
    try (Browser browser = new Browser(URI.create(ledger.address()))) {
      browser.submit("/sign-in", "/sign-in", "person", "registrar");
      while (!ahead.isEmpty()) {
        String address = ahead.removeFirst();
        HttpResponse<String> page = browser.open(address);
        if (page.statusCode() == 200
            && page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
          pages.put(address, page);
          LINK.matcher(page.body())
              .results()
              .map(found -> found.group(1))
              .filter(link -> isPage(link) && seen.add(link) && fewer(link, alike))
              .forEach(ahead::add);
        }
      }
    }
    return pages;
  }

  private static boolean isPage(String link) {
    return !link.startsWith("/sign-") && !link.startsWith("/v1/") && !link.contains(".");
  }

  private static boolean fewer(String link, Map<String, Integer> alike) {
    boolean many = link.startsWith("/recorded/") || link.startsWith("/forms/");
    return !many || alike.merge(link.substring(0, 6), 1, Integer::sum) <= ALIKE_MAX;
  }

  /** Everybody who can be picked at signing in. */
  private List<String> names() {
    return PERSON
        .matcher(ledger.page("/sign-in").body())
        .results()
        .map(found -> found.group(1).strip())
        .distinct()
        .toList();
  }

  private static String metas(String page) {
    return String.join("\n", META.matcher(page).results().map(MatchResult::group).toList());
  }

  private static String title(String page) {
    Matcher title = TITLE.matcher(page);
    return title.find() ? title.group(1) : "";
  }

  private static CharSequence[] array(List<String> names) {
    return names.toArray(CharSequence[]::new);
  }
}
