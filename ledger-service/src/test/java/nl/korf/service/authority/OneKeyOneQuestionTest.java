package nl.korf.service.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import nl.korf.model.ModelJson;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Commands;
import nl.korf.service.memory.Estate;
import nl.korf.service.testing.ProblemAnswer;
import nl.korf.service.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Questions of authority sent again, and others sent under the same key. */
class OneKeyOneQuestionTest {

  private static final String CHECKS = "/v1/authority-checks";
  private static final String SEARCHES = "/v1/authority-searches";
  private static final String COMPARISONS = "/v1/authority-comparisons";
  private static final String ABOUT = "\"power\":\"leases\"";
  private static final String CHECK = "{\"person\":\"p-officer\"," + ABOUT + "}";
  private static final String SEARCH = "{" + ABOUT + ",\"limit\":1}";

  private static TestApplication application;
  private static String otherToken;

  @BeforeAll
  static void standing() {
    application = TestApplication.start("korf.min-position-wait=100ms");
    Commands commands = application.part(Commands.class);
    Estate.founding()
        .forEach(command -> commands.send(command, Actor.registrar("test"), UUID.randomUUID()));
    commands.send(
        Estate.grant(Estate.ROOT, Estate.DIRECTOR_ROLE, Estate.perAct(1_000_000)),
        Actor.of(Estate.MINISTER),
        UUID.randomUUID());
    commands.send(
        Estate.subMandate(Estate.SUB, Estate.ROOT, Estate.OFFICER_ROLE, Estate.perAct(100_000)),
        Actor.of(Estate.DIRECTOR),
        UUID.randomUUID());
    String person =
        application
            .post("/v1/people", "{\"name\":\"Voorbeeldpersoon\"}")
            .headers()
            .firstValue("Location")
            .orElseThrow()
            .replace("/v1/people/", "");
    otherToken =
        created(
                application.post(
                    "/v1/tokens",
                    "{\"label\":\"t\",\"person\":\"%s\",\"rights\":[]}".formatted(person)))
            .path("secret")
            .stringValue();
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void theNextPieceOfASearchIsARequestOfItsOwn() {
    UUID key = UUID.randomUUID();
    JsonNode first = created(application.post(SEARCHES, SEARCH, key));
    String next = "{%s,\"limit\":1,\"cursor\":\"%s\"}".formatted(ABOUT, next(first));
    int rows = rows();

    refused(application.post(SEARCHES, next, key));
    assertThat(created(application.post(SEARCHES, SEARCH, key))).isEqualTo(first);
    assertThat(rows()).as("neither left a row").isEqualTo(rows);
    created(application.post(SEARCHES, next, UUID.randomUUID()));
    assertThat(rows()).isEqualTo(rows + 1);
  }

  @Test
  void aKeyOfOneSortIsNoneOfAnother() {
    String comparison = CHECK.replace("}", ",\"at\":1}");
    List<List<String>> sorts =
        List.of(
            List.of(CHECKS, CHECK), List.of(SEARCHES, SEARCH), List.of(COMPARISONS, comparison));
    for (List<String> one : sorts) {
      UUID key = UUID.randomUUID();
      JsonNode answer = created(application.post(one.get(0), one.get(1), key));
      int rows = rows();
      for (List<String> other : sorts) {
        if (!other.equals(one)) {
          refused(application.post(other.get(0), other.get(1), key));
        }
      }
      assertThat(created(application.post(one.get(0), one.get(1), key))).isEqualTo(answer);
      assertThat(rows()).isEqualTo(rows);
    }
  }

  @Test
  void theInstantThePositionAndWhoAsksArePartOfTheQuestion() {
    UUID key = UUID.randomUUID();
    created(application.post(CHECKS, CHECK, key));

    refused(application.post(CHECKS, CHECK.replace("}", ",\"at\":2}"), key));
    refused(application.post(CHECKS, CHECK.replace("}", ",\"on\":\"2026-01-01T00:00:00Z\"}"), key));
    refused(
        application.send(
            application
                .request(CHECKS)
                .header("Authorization", "Bearer " + otherToken)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.toString())
                .POST(BodyPublishers.ofString(CHECK))));
  }

  @Test
  void aPositionTheLedgerDoesNotHaveIsAFaultOfTheRequest() {
    for (String at : List.of("999999", "-1")) {
      for (String path : List.of(CHECKS, SEARCHES, COMPARISONS)) {
        String asked = (path.equals(SEARCHES) ? SEARCH : CHECK).replace("}", ",\"at\":" + at + "}");
        JsonNode problem = ProblemAnswer.of(application.post(path, asked), 400, "invalid-request");
        assertThat(problem.at("/reasons/0/pointer").stringValue()).isEqualTo("/at");
      }
    }
  }

  private static void refused(HttpResponse<String> answer) {
    ProblemAnswer.of(answer, 422, "command-id-used-otherwise");
  }

  private static String next(JsonNode piece) {
    return piece.get("next").stringValue();
  }

  private static int rows() {
    return ModelJson.mapper()
        .readTree(application.get("/v1/authorization-decision-log?limit=1000").body())
        .get("items")
        .size();
  }

  private static JsonNode created(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return ModelJson.mapper().readTree(answer.body());
  }
}
