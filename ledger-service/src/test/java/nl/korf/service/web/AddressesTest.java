package nl.korf.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import nl.korf.service.testing.ProblemAnswer;
import nl.korf.service.testing.RawRequest;
import nl.korf.service.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The design rules every address keeps, asked from outside. */
class AddressesTest {

  private static final String BODY =
      """
      {"name":{"nl":"Gemeente"},"kind":"municipality",\
      "identifier":{"register":"KVK","number":"12345678"}}\
      """;

  private static TestApplication application;

  @BeforeAll
  static void start() {
    application =
        TestApplication.start(
            "korf.contact.name=Team Besluiten",
            "korf.contact.email=besluiten@example.org",
            "korf.contact.url=https://example.org/besluiten");
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void theLedgerSaysWhatItIs() {
    HttpResponse<String> answer = application.get("/v1/ledger");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"example\":false");
    assertThat(answer.headers().firstValue("API-Version")).hasValue("1.0.0");
  }

  @Test
  void theFoundingIsTheFirstFactAsStored() {
    HttpResponse<String> answer = application.get("/v1/facts?after=0&limit=1");
    assertThat(answer.body()).contains("LedgerFounded").contains("leafHash");
    assertThat(answer.headers().firstValue("Cache-Control")).isPresent();
  }

  @Test
  void whoIsNotKnownGets401() {
    problem(application.send(application.request("/v1/ledger").GET()), 401, "identity-needed");
    problem(
        application.send(
            application.request("/v1/ledger").header("Authorization", "Bearer nobody").GET()),
        401,
        "identity-needed");
  }

  @Test
  void aBrowserThatIsNotKnownIsSentToSignIn() {
    HttpResponse<String> answer =
        application.send(application.request("/").header("Accept", "text/html").GET());
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/sign-in");
    HttpResponse<String> page =
        application.send(application.request("/sign-in").header("Accept", "text/html").GET());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("_csrf").contains("token");
  }

  @Test
  void aTrailingSlashIsNotFound() {
    problem(application.get("/v1/groups/"), 404, "not-found");
    problem(application.get("/v1/nothing-here"), 404, "not-found");
  }

  @Test
  void anotherMethodIs405() {
    HttpResponse<String> answer = application.send(application.asRegistrar("/v1/ledger").DELETE());
    problem(answer, 405, "method-not-allowed");
    assertThat(answer.headers().firstValue("Allow")).isPresent();
  }

  @Test
  void anotherFormThanJsonIs406And415() {
    problem(
        application.send(
            application.asRegistrar("/v1/ledger").header("Accept", "application/pdf").GET()),
        406,
        "not-acceptable");
    problem(application.send(posting("text/plain", "x")), 415, "unsupported-media-type");
  }

  @Test
  void everythingThatIsWrongWithABodyIsToldAtOnce() {
    HttpResponse<String> answer =
        application.post("/v1/bodies", "{\"name\":{\"nl\":3},\"colour\":\"red\"}");
    problem(answer, 400, "invalid-request");
    assertThat(answer.body())
        .contains("\"pointer\":\"/name/nl\"", "\"pointer\":\"/colour\"", "\"pointer\":\"/kind\"");
  }

  @Test
  void aMemberTwiceIsRefused() {
    problem(
        application.post("/v1/bodies", "{\"kind\":\"a\",\"kind\":\"b\"}"), 400, "invalid-request");
  }

  @Test
  void aPostWithoutACommandIdIs400() {
    HttpRequest.Builder request =
        application
            .asRegistrar("/v1/bodies")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(BODY));
    HttpResponse<String> answer = application.send(request);
    problem(answer, 400, "invalid-request");
    assertThat(answer.body()).contains("Idempotency-Key");
  }

  @Test
  void aBodyBeyondTheLimitIs413() {
    problem(
        application.post("/v1/bodies", "\"" + "x".repeat(1 << 20) + "\""), 413, "body-too-large");
  }

  @Test
  void aRepeatGetsTheSameAnswerAndAReuseIs422() {
    UUID id = UUID.randomUUID();
    HttpResponse<String> first = application.post("/v1/bodies", BODY, id);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    HttpResponse<String> again = application.post("/v1/bodies", BODY, id);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    problem(
        application.post("/v1/bodies", BODY.replace("Gemeente", "Provincie"), id),
        422,
        "command-id-reused");
  }

  @Test
  void anAddressWithBothAxesAndTheViewMayBeKept() {
    HttpResponse<String> now = application.get("/v1/groups");
    assertThat(now.statusCode()).as(now.body()).isEqualTo(200);
    assertThat(now.headers().firstValue("Cache-Control")).hasValue("private, max-age=1");
    String lasting = now.headers().firstValue("Content-Location").orElseThrow();
    HttpResponse<String> kept = application.get(lasting);
    assertThat(kept.headers().firstValue("Cache-Control"))
        .hasValue("private, max-age=86400, immutable");
    assertThat(kept.headers().firstValue("ETag")).isPresent();
    assertThat(kept.headers().firstValue("Ledger-Position")).isPresent();
    problem(application.get("/v1/groups?at=999999"), 400, "invalid-request");
  }

  /** No client library sends these as they are; curl and hand-written links do. */
  @Test
  void whatNoAddressMayHoldIsReadAndWrittenAsItMay() {
    for (String character :
        List.of("[", "]", "|", "{", "}", "^", "`", "<", "%7C", "a%2Bb", "a+b")) {
      String head =
          "GET /v1/bodies?kind=%s&limit=1 HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s"
              .formatted(character, application.token());

      String answer = RawRequest.send(application.address("/"), head);

      assertThat(answer.lines().findFirst().orElse("")).as(character).contains(" 200 ");
      String lasting =
          answer
              .lines()
              .filter(line -> line.startsWith("Content-Location: "))
              .map(line -> line.substring("Content-Location: ".length()))
              .findFirst()
              .orElseThrow();
      assertThat(application.get(lasting).statusCode()).as(lasting).isEqualTo(200);
      assertThat(lasting).doesNotContain("+").contains("kind=");
    }
  }

  @Test
  void aLastingAddressKeepsItsAnswerWhateverIsRecordedLater() {
    HttpResponse<String> now = application.get("/v1/bodies");
    String lasting = now.headers().firstValue("Content-Location").orElseThrow();
    HttpResponse<String> before = application.get(lasting);

    HttpResponse<String> recorded = application.post("/v1/bodies", BODY);
    String position = recorded.headers().firstValue("Ledger-Position").orElseThrow();
    HttpResponse<String> changed =
        application.send(
            application.asRegistrar("/v1/bodies").header("Ledger-Min-Position", position).GET());
    HttpResponse<String> after = application.get(lasting);

    assertThat(changed.body()).as("the address about now").isNotEqualTo(before.body());
    assertThat(after.body()).isEqualTo(before.body());
    String tag = after.headers().firstValue("ETag").orElseThrow();
    assertThat(before.headers().firstValue("ETag")).hasValue(tag);
    assertThat(
            application
                .send(application.asRegistrar(lasting).header("If-None-Match", tag).GET())
                .statusCode())
        .isEqualTo(304);
    problem(application.get(lasting.replace("view=", "view=9")), 404, "not-found");
  }

  /** And left in {@code target/openapi.json}, for the linter of the design rules. */
  @Test
  void theDescriptionIsOpenToEverySite() throws IOException {
    HttpResponse<String> answer = application.send(application.request("/v1/openapi.json").GET());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(answer.body())
        .contains("\"openapi\":\"3.1", "\"url\":\"/v1\"", "\"/ledger\"")
        .contains("Team Besluiten", "besluiten@example.org", "https://example.org/besluiten");
    assertThat(application.get("/v1/ledger").headers().firstValue("Access-Control-Allow-Origin"))
        .as("nothing but the description is open to every site")
        .isEmpty();
    Files.writeString(Path.of("target", "openapi.json"), answer.body());
  }

  private static HttpRequest.Builder posting(String type, String body) {
    return application
        .asRegistrar("/v1/bodies")
        .header("Content-Type", type)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .POST(BodyPublishers.ofString(body));
  }

  private static void problem(HttpResponse<String> answer, int status, String code) {
    ProblemAnswer.of(answer, status, code);
  }
}
