package nl.korf.service.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.korf.model.ModelJson;
import nl.korf.service.stack.WebLedger;
import nl.korf.service.testing.ProblemAnswer;
import nl.korf.service.web.WebHeaders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The trees of mandates on the pages against a walk through the list of the interface. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MandateTreeTest {

  private static final String SG = "p-117ab109af319c430557";
  private static final String AFTER = "at=440&on=2026-09-01T00:00:00Z";

  private static final Pattern TOKEN =
      Pattern.compile("<li class=\"tree-node[^\"]*\">|</li>|<span class=\"soft\">\\(([^)]+)\\)");

  private WebLedger ledger;

  @BeforeAll
  void start() {
    ledger = new WebLedger();
  }

  @AfterAll
  void stop() {
    ledger.close();
  }

  @ParameterizedTest(name = "from {0}, known at {1}, on {2}")
  @CsvSource({
    "body:minister-vgr, 440, 2026-09-01T00:00:00Z",
    "body:minister-vgr, 180, 2023-10-01T00:00:00Z",
    "body:minister-vgr, 440, 2025-03-10T00:00:00Z",
    "role:r-directeur-projecten, 440, 2026-09-01T00:00:00Z",
    "role:r-sg, 440, 2025-01-01T00:00:00Z",
  })
  void theTreeIsTheOneWalkedThroughTheList(String from, long position, String on) {
    String when = "at=%d&on=%s".formatted(position, on);
    Map<String, String> walked = walked(from, when);

    for (String language : new String[] {"nl", "en"}) {
      String page = page("/mandates?from=%s&lang=%s&%s".formatted(from, language, when));
      assertThat(tree(page)).isEqualTo(walked);
      assertThat(page)
          .contains("<html lang=\"" + language + "\">", "class=\"past\"")
          .doesNotContain("<script>", "style=\"", "??");
    }
    assertThat(walked).isNotEmpty();
  }

  @Test
  void aTreeOfAnotherMomentIsFoundToDiffer() {
    String early = "at=180&on=2023-10-01T00:00:00Z";

    assertThat(tree(page("/mandates?from=body:minister-vgr&" + AFTER)))
        .isNotEqualTo(walked("body:minister-vgr", early));
  }

  @Test
  void whatWasRevokedIsStruckFromItsMomentOnWithDateAndReason() {
    String before = page("/mandates?from=body:minister-vgr&lang=en&on=2025-03-01T00:00:00Z");
    String after = page("/mandates?from=body:minister-vgr&lang=en&on=2025-03-10T00:00:00Z");

    assertThat(before).doesNotContain("<del>");
    assertThat(node(after, "m-directeur-projecten"))
        .contains("<del>", "revoked on 3 March 2025", "anders ingericht");
    assertThat(node(after, "m-projectbevoegde-werken"))
        .as("ended from above")
        .contains("<del>", "revoked on 3 March 2025", "href=\"/mandates/m-directeur-projecten");
    assertThat(node(after, "m-directeur-transacties")).doesNotContain("<del>");
    assertThat(page("/mandates?from=body:minister-vgr&lang=nl&on=2024-06-10T00:00:00Z"))
        .contains("geschorst sinds 3 juni 2024", "onderzoek naar een inkoop");
  }

  @Test
  void thePageOfAMandateShowsItsPlaceInTheTree() {
    String page = page("/mandates/m-directeur-projecten?lang=en&" + AFTER);

    assertThat(tree(page))
        .isEqualTo(
            Map.of(
                "m-sg", "-",
                "m-directeur-projecten", "m-sg",
                "m-projectbevoegde-werken", "m-directeur-projecten",
                "m-medewerker-projecten", "m-projectbevoegde-werken"));
    assertThat(node(page, "m-directeur-projecten")).contains("aria-current=\"page\"");
    assertThat(page).contains("2 more below m-sg", "/mandates?at=440");
  }

  @Test
  void thereIsAPlaceToStartFromForEveryPrincipal() {
    assertThat(page("/mandates?lang=nl"))
        .contains("/mandates?lang=nl&amp;from=body%3Aminister-vgr", "Van boven naar beneden");
    assertThat(page("/mandates?from=body:gemeente-lindewaard&lang=en"))
        .contains("There is no mandate here at this moment");
    ProblemAnswer.of(ledger.get("/mandates?from=somebody"), 400, "invalid-request");
  }

  @Test
  void aBranchThatIsTooWideLeadsToAllOfIt() {
    int further = MandateTree.CHILDREN_MAX + 5;
    String position = "";
    for (int i = 0; i < further; i++) {
      HttpResponse<String> passedOn =
          ledger.post(
              SG, UUID.randomUUID(), "/v1/mandates/m-sg-bedrijfsvoering/sub-mandates", passOn(i));
      assertThat(passedOn.statusCode()).as(passedOn.body()).isEqualTo(201);
      position = passedOn.headers().firstValue(WebHeaders.LEDGER_POSITION).orElseThrow();
    }
    ledger.get("/v1/mandates", WebHeaders.LEDGER_MIN_POSITION, position);

    String page = page("/mandates/m-sg-bedrijfsvoering?lang=en");
    assertThat(tree(page).values().stream().filter("m-sg-bedrijfsvoering"::equals))
        .hasSize(MandateTree.CHILDREN_MAX);
    assertThat(page).contains("6 more below m-sg-bedrijfsvoering");
    assertThat(page("/mandates?parent=m-sg-bedrijfsvoering&lang=en"))
        .contains("m-breed-0<", "m-breed-" + (further - 1) + "<");
  }

  private static String passOn(int number) {
    return """
    {"mandate": "m-breed-%d",
     "record": {"sha256": "%s", "reference": "voorbeeld"},
     "terms": {"holder": "role:r-directeur-bedrijfsvoering",
       "limits": [{"category": "verplichtingen", "unlimited": false, "bound": "INCLUSIVE",
         "span": "PER_ACT",
         "amount": {"minor": 100000, "currency": "EUR", "vat": "INCLUSIVE"}}]}}
    """
        .formatted(number, "ab".repeat(32));
  }

  /** Every mandate in a tree, with the one it stands below there. */
  private static Map<String, String> tree(String page) {
    Map<String, String> tree = new TreeMap<>();
    Deque<String> above = new ArrayDeque<>();
    Matcher token = TOKEN.matcher(page.substring(Math.max(0, page.indexOf("<ul class=\"tree\""))));
    boolean begun = false;
    while (token.find()) {
      if (token.group().startsWith("<li")) {
        begun = true;
      } else if (token.group(1) != null && begun) {
        tree.put(token.group(1), above.isEmpty() ? "-" : above.getLast());
        above.addLast(token.group(1));
        begun = false;
      } else if (token.group().equals("</li>") && !above.isEmpty()) {
        above.removeLast();
      }
    }
    return tree;
  }

  /** What is said of one mandate in a tree. */
  private static String node(String page, String mandate) {
    int at = page.indexOf(">(" + mandate + ")<");
    int start = page.lastIndexOf("<li class=\"tree-node", at);
    int end = page.indexOf("<li class=\"tree-node", at);
    return page.substring(start, end < 0 ? page.length() : end);
  }

  /** The same, from the list of the interface: what a party granted or holds, and all below. */
  private Map<String, String> walked(String from, String when) {
    String always = when.replaceAll("on=.*", "on=2099-01-01T00:00:00Z");
    Map<String, JsonNode> all = listed(always);
    Map<String, String> walked = new TreeMap<>();
    Set<String> roots = new TreeSet<>();
    listed(when)
        .forEach((id, one) -> {
          boolean granted =
              one.path("parent").isMissingNode()
                  && from.equals("body:" + one.path("terms").path("principal").asString());
          if (granted || from.equals(one.path("terms").path("holder").asString())) {
            roots.add(id);
          }
        });
    roots.stream()
        .filter(id -> !hangsFromAny(id, roots, all))
        .forEach(id -> walk(id, "-", all, walked));
    return walked;
  }

  private Map<String, JsonNode> listed(String when) {
    return json("/v1/mandates?limit=500&" + when)
        .path("items")
        .valueStream()
        .collect(Collectors.toMap(one -> one.path("mandate").asString(), one -> one));
  }

  private static boolean hangsFromAny(String id, Set<String> roots, Map<String, JsonNode> all) {
    JsonNode one = all.get(id);
    String parent = one == null ? "" : one.path("parent").asString("");
    return roots.contains(parent) || (!parent.isEmpty() && hangsFromAny(parent, roots, all));
  }

  private static void walk(
      String id, String above, Map<String, JsonNode> all, Map<String, String> walked) {
    walked.put(id, above);
    all.forEach((other, one) -> {
      if (one.path("parent").asString("").equals(id)) {
        walk(other, id, all, walked);
      }
    });
  }

  private String page(String path) {
    HttpResponse<String> answer = ledger.page(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private JsonNode json(String path) {
    HttpResponse<String> answer = ledger.get(path);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    return ModelJson.mapper().readTree(answer.body());
  }
}
