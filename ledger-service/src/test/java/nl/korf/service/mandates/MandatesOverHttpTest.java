package nl.korf.service.mandates;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.korf.model.PersonId;
import nl.korf.service.house.House;
import nl.korf.service.stack.WebLedger;
import nl.korf.service.web.WebHeaders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The guide to mandates as it is written, and the examples of the description, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MandatesOverHttpTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String MINISTER = "p-4e9478e752ab63b3ae19";
  private static final String SG = "p-117ab109af319c430557";
  private static final Pattern WALK =
      Pattern.compile(
          "```sh walk\\ncurl -i http://127.0.0.1:8080(\\S+) .*?Korf-Person: (\\S+)'.*?-d '(.*?)'\\n```",
          Pattern.DOTALL);

  private WebLedger ledger;
  private JsonNode described;
  private String position = "0";

  @BeforeAll
  void start() {
    ledger = new WebLedger();
    described = JSON.readTree(ledger.get("/v1/openapi.json").body());
  }

  @AfterAll
  void stop() {
    ledger.close();
  }

  @Test
  void theGuideSaysWhatHappens() {
    List<Integer> statuses = new ArrayList<>();
    List<String> checks = new ArrayList<>();
    for (MatchResult walk : WALK.matcher(House.text("docs/mandates.md")).results().toList()) {
      String person = walk.group(2);
      seen("/v1/mandates");
      HttpResponse<String> answer = post(person, walk.group(1), walk.group(3));
      statuses.add(answer.statusCode());
      if (walk.group(1).endsWith("authority-checks")) {
        checks.add(answer.body());
      }
    }

    assertThat(statuses)
        .containsExactly(201, 201, 201, 201, 201, 201, 201, 403, 201, 201, 201, 422, 201);
    assertThat(checks.getFirst())
        .contains("NOT_COMPETENT", "consented", "role:r-beheerder, body:gemeente-lindewaard");
    assertThat(checks.getLast()).contains("\"COMPETENT\"");
  }

  @Test
  void everyExampleOfTheDescriptionIsTaken() {
    takes(MINISTER, "/mandates", Map.of());
    takes(SG, "/mandates/{mandate}/sub-mandates", Map.of("mandate", "m-voorbeeld"));
    takes(MINISTER, "/mandates/{mandate}/narrowings", Map.of("mandate", "m-voorbeeld"));
    assertThat(seen("/v1/mandates/m-voorbeeld/out-of-bounds").body())
        .contains("m-voorbeeld-onder", "limit-wider", "25000.00");
    takes(MINISTER, "/mandates/{mandate}/suspensions", Map.of("mandate", "m-voorbeeld"));
    takes(MINISTER, "/mandates/{mandate}/suspension-liftings", Map.of("mandate", "m-voorbeeld"));
    takes(MINISTER, "/mandates/{mandate}/publications", Map.of("mandate", "m-voorbeeld"));
    takes(MINISTER, "/mandates/{mandate}/revocations", Map.of("mandate", "m-voorbeeld"));
    String keeper = waterAuthority();
    for (String offer : List.of("m-water-1", "m-water-2")) {
      String grant =
          example("/mandates")
              .replace("m-voorbeeld", offer)
              .replace("role:r-sg", "role:r-adviseur-water");
      assertThat(post(MINISTER, "/v1/mandates", grant).statusCode()).isEqualTo(201);
    }
    takes(keeper, "/mandates/{mandate}/acceptances", Map.of("mandate", "m-water-1"));
    takes(keeper, "/mandates/{mandate}/declinations", Map.of("mandate", "m-water-2"));
    assertThat(seen("/v1/mandates/m-water-2").body()).contains("DECLINED");
  }

  @Test
  void aDecisionIsSignedAndSaysInWhoseName() {
    String signing =
        example("/mandates")
            .replace("m-voorbeeld", "m-ondertekening")
            .replace("PROXY", "SIGNATURE")
            .replaceAll("\"limits\":\\s*\\[.*?]", "\"limits\": []");
    assertThat(post(MINISTER, "/v1/mandates", signing).statusCode()).isEqualTo(201);
    decides(MINISTER, "d-door-de-minister");
    takes(SG, "/decisions/{decision}/signatures", Map.of("decision", "d-door-de-minister"));
    decides(SG, "d-door-de-sg");

    String signed = seen("/v1/decisions/d-door-de-minister/signature-block").body();
    String mandated = seen("/v1/decisions/d-door-de-sg/signature-block").body();

    assertThat(signed)
        .contains("UNDER_SIGNING_MANDATE", "genomen besluit:", "in accordance with the decision")
        .contains("Secretaris-generaal", "Secretary-general");
    assertThat(mandated)
        .contains("UNDER_MANDATE", "Minister voor Vastgoed en Ruimte (voorbeeld),")
        .contains("namens deze:", "on behalf of the above:", "Voorbeeldpersoon 02");
  }

  private void decides(String person, String decision) {
    String body =
        """
        {"decision": "%s", "title": {"nl": "Inkoop (voorbeeld)"},
         "act": {"power": "p-diensten", "kind": "PROXY", "principal": "minister-vgr",
           "value": {"category": "diensten", "times": 1,
             "each": {"minor": 100000, "currency": "EUR", "vat": "EXCLUSIVE"}}}}\
        """
            .formatted(decision);
    HttpResponse<String> answer = post(person, "/v1/decisions", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  /** Somebody who is both the adviser and the head of the water authority. */
  private String waterAuthority() {
    String people = ledger.get("/v1/people?limit=100").body();
    PersonId somebody =
        Pattern.compile("p-[0-9a-f]{20}")
            .matcher(people)
            .results()
            .map(MatchResult::group)
            .filter(person -> !person.equals(MINISTER) && !person.equals(SG))
            .findFirst()
            .map(PersonId::new)
            .orElseThrow();
    for (String role : List.of("r-dijkgraaf", "r-adviseur-water")) {
      String embodies = role.equals("r-dijkgraaf") ? "\"waterschap-de-meent\"" : "null";
      HttpResponse<String> registered =
          post(
              "registrar",
              "/v1/roles",
              """
              {"role": "%s", "embodies": %s, "body": "waterschap-de-meent",
               "name": {"nl": "Functie"}}\
              """
                  .formatted(role, embodies));
      assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
      assertThat(
              post(
                      "registrar",
                      "/v1/roles/" + role + "/appointments",
                      "{\"person\": \"%s\"}".formatted(somebody))
                  .statusCode())
          .isEqualTo(201);
    }
    return somebody.value();
  }

  private void takes(String person, String path, Map<String, String> named) {
    String address = "/v1" + path;
    for (Map.Entry<String, String> one : named.entrySet()) {
      address = address.replace("{" + one.getKey() + "}", one.getValue());
    }
    HttpResponse<String> answer = post(person, address, example(path));
    assertThat(answer.statusCode()).as("%s: %s", address, answer.body()).isEqualTo(201);
  }

  /** The example of the description, which keeps its schema beside it. */
  private String example(String path) {
    JsonNode content =
        described
            .path("paths")
            .path(path)
            .path("post")
            .path("requestBody")
            .path("content")
            .path("application/json");
    assertThat(content.path("schema").isMissingNode()).as("schema of %s", path).isFalse();
    JsonNode example = content.path("example");
    return example.isMissingNode()
        ? content.path("examples").iterator().next().path("value").toString()
        : example.toString();
  }

  private HttpResponse<String> post(String who, String path, String json) {
    HttpResponse<String> answer = ledger.post(who, UUID.randomUUID(), path, json);
    answer.headers().firstValue(WebHeaders.LEDGER_POSITION).ifPresent(at -> position = at);
    return answer;
  }

  /** Reads what was written: waits until the view has it. */
  private HttpResponse<String> seen(String path) {
    return ledger.get(path, WebHeaders.LEDGER_MIN_POSITION, position);
  }
}
