package nl.korf.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import nl.korf.eventstore.testing.TestPostgres;
import nl.korf.model.ModelJson;
import nl.korf.service.testing.ProblemAnswer;
import nl.korf.service.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What stands in the way of a well-formed request, asked from outside. */
class ProblemDocumentsTest {

  private static final String BODY =
      """
      {"body":"municipality","name":{"nl":"Gemeente"},"kind":"municipality",\
      "identifier":{"register":"KVK","number":"12345678"}}\
      """;
  private static final String ROLE =
      """
      {"role":"clerk","name":{"nl":"Griffier"},"body":"%s"}\
      """;

  private static TestPostgres.Database database;
  private static TestApplication application;
  private static String personToken;

  @BeforeAll
  static void start() {
    database = TestPostgres.emptyDatabase();
    application = TestApplication.start(database, "korf.min-position-wait=100ms");
    accepted(application.post("/v1/bodies", BODY));
    HttpResponse<String> person = application.post("/v1/people", "{\"name\":\"Voorbeeldpersoon\"}");
    accepted(person);
    String address = person.headers().firstValue("Location").orElseThrow();
    String id = address.substring(address.lastIndexOf('/') + 1);
    personToken =
        accepted(
                application.post(
                    "/v1/tokens",
                    "{\"label\":\"test\",\"person\":\"%s\",\"rights\":[]}".formatted(id)))
            .path("secret")
            .asString("");
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void whoMayNotGets403WithTheRuleAndTheNextStep() {
    JsonNode refused = ProblemAnswer.of(asPerson("/v1/bodies", BODY, "nl"), 403, "not-registrar");
    assertThat(refused.at("/reasons/0/nextStep").asString("")).isNotBlank();
    ProblemAnswer.of(
        asPerson("/v1/tokens", "{\"label\":\"mine\",\"rights\":[]}", "nl"), 403, "not-allowed");
  }

  @Test
  void aNameIsSomebodysAndStaysTheSameUnderItsKey() {
    UUID key = UUID.randomUUID();
    String first = "{\"name\":\"Voorbeeldpersoon Een\"}";
    String address = location(application.post("/v1/people", first, key));

    ProblemAnswer.of(
        application.post("/v1/people", first.replace("Een", "Twee"), key),
        422,
        "command-id-used-otherwise");
    assertThat(location(application.post("/v1/people", first, key))).isEqualTo(address);
    ProblemAnswer.of(application.post("/v1/people", "{\"name\":\" \"}"), 422, "value-missing");
    String long201 = "{\"name\":\"%s\"}".formatted("x".repeat(201));
    ProblemAnswer.of(application.post("/v1/people", long201), 422, "value-malformed");
    location(application.post("/v1/people", long201.replace("xx", "x")));
  }

  private static String location(HttpResponse<String> answer) {
    accepted(answer);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void whatStandsAlreadyIsA409WithTheFactInTheWay() {
    JsonNode refused = ProblemAnswer.of(application.post("/v1/bodies", BODY), 409, "body-id-taken");
    assertThat(refused.at("/reasons/0/values/position").asString("")).isEqualTo("2");
  }

  @Test
  void whatTheAddressNamesAndIsNotThereIs404AndWhatTheContentNamesIs422() {
    String appointment = "{\"person\":\"p-nobody\"}";
    ProblemAnswer.of(
        application.post("/v1/roles/no-such-role/appointments", appointment), 404, "role-unknown");
    ProblemAnswer.of(
        application.post("/v1/roles", ROLE.formatted("no-such-body")), 422, "body-unknown");
    ProblemAnswer.of(application.get("/v1/roles/no-such-role"), 404, "not-found");
    accepted(application.post("/v1/roles", ROLE.formatted("municipality")));
    ProblemAnswer.of(
        application.post("/v1/roles/clerk/appointments", appointment), 422, "person-unknown");
    ProblemAnswer.of(
        application.post("/v1/tokens", "{\"label\":\"x\",\"person\":\"p-nobody\",\"rights\":[]}"),
        422,
        "person-unknown");
  }

  @Test
  void whoMayNotDoItAtAllIsToldThatBeforeWhatIsUnknown() {
    JsonNode refused =
        ProblemAnswer.of(
            asPerson("/v1/roles", ROLE.formatted("no-such-body"), "en"), 403, "not-registrar");
    assertThat(refused.at("/reasons/1/code").asString("")).isEqualTo("body-unknown");
  }

  /** The table that is missing meanwhile stands for whatever must not fail. */
  @Test
  void aFailureOfOurOwnIs500WithAnIncident() {
    assertThat(application.get("/v1/tokens").statusCode()).isEqualTo(200);
    database.execute("alter table service.api_token rename to api_token_gone");
    HttpResponse<String> failed = application.get("/v1/tokens");
    database.execute("alter table service.api_token_gone rename to api_token");

    JsonNode problem = ProblemAnswer.of(failed, 500, "internal-error");
    String incident = problem.path("incident").asString("");
    assertThat(UUID.fromString(incident)).isNotNull();
    assertThat(problem.path("detail").asString("")).contains(incident).doesNotContain("api_token");
    assertThat(application.get("/v1/tokens").statusCode()).isEqualTo(200);
  }

  @Test
  void aPositionTheViewDoesNotShowInTimeIs503() {
    ProblemAnswer.passing(
        application.send(
            application.asRegistrar("/v1/bodies").header("Ledger-Min-Position", "999999").GET()),
        "not-yet-projected");
    assertThat(
            application
                .send(
                    application.asRegistrar("/v1/bodies").header("Ledger-Min-Position", "1").GET())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void problemsSpeakTheReadersLanguage() {
    assertThat(titleFor("nl")).isEqualTo("Niet toegestaan");
    assertThat(titleFor("en-GB,en;q=0.8")).isEqualTo("Not allowed");
    assertThat(titleFor("fr")).as("Dutch where neither is asked for").isEqualTo("Niet toegestaan");
  }

  private static String titleFor(String language) {
    return ProblemAnswer.of(asPerson("/v1/bodies", BODY, language), 403, "not-registrar")
        .path("title")
        .asString("");
  }

  private static HttpResponse<String> asPerson(String path, String json, String language) {
    return application.send(
        application
            .request(path)
            .header("Authorization", "Bearer " + personToken)
            .header("Accept-Language", language)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(json)));
  }

  private static JsonNode accepted(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return ModelJson.mapper().readTree(answer.body());
  }
}
