package nl.korf.service.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.korf.model.ModelJson;
import nl.korf.service.testing.ProblemAnswer;
import nl.korf.service.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tokens from their issue to their end, over HTTP. */
class ApiTokensTest {

  private static final String ASKED = "{\"label\":\"clerk\",\"rights\":[\"REGISTER\"]}";

  private static TestApplication application;

  @BeforeAll
  static void start() {
    application = TestApplication.start();
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void aTokenIsShownOnceKeptAsAHashAndWorks() {
    JsonNode issued = issued(ASKED, UUID.randomUUID(), 201);
    String secret = issued.path("secret").asString("");

    assertThat(secret).startsWith("korf_").hasSizeGreaterThan(40);
    assertThat(statusWith(secret)).isEqualTo(200);
    assertThat(application.get("/v1/tokens").body())
        .contains(issued.path("token").asString(""))
        .doesNotContain(secret);
  }

  @Test
  void theListGoesOnWhereAPieceEndedAndHoldsEveryTokenOnce() {
    for (int i = 0; i < 3; i++) {
      issued(ASKED, UUID.randomUUID(), 201);
    }
    List<String> whole = listed("/v1/tokens?limit=500");
    List<String> pieces = new ArrayList<>();
    String next = "/v1/tokens?limit=2";
    for (int piece = 0; piece < 100 && !next.isEmpty(); piece++) {
      HttpResponse<String> answer = application.get(next);
      pieces.addAll(listed(next));
      next =
          answer
              .headers()
              .firstValue("Link")
              .map(link -> link.substring(1, link.indexOf('>')))
              .orElse("");
    }

    assertThat(pieces).hasSizeGreaterThan(3).isEqualTo(whole);
    ProblemAnswer.of(application.get("/v1/tokens?cursor=x"), 400, "invalid-request");
  }

  private static List<String> listed(String address) {
    return ModelJson.mapper()
        .readTree(application.get(address).body())
        .get("items")
        .valueStream()
        .map(token -> token.get("token").stringValue())
        .toList();
  }

  @Test
  void aRepeatFindsTheTokenButNotItsSecretAndAnotherRequestFindsTheIdInUse() {
    UUID id = UUID.randomUUID();
    JsonNode first = issued(ASKED, id, 201);

    JsonNode again = issued(ASKED, id, 200);

    assertThat(again.path("token")).isEqualTo(first.path("token"));
    assertThat(again.has("secret")).isFalse();
    ProblemAnswer.of(
        application.post("/v1/tokens", ASKED.replace("clerk", "other"), id),
        422,
        "command-id-reused");
  }

  @Test
  void aRevokedTokenIs401AtOnceAndTheOthersStay() {
    JsonNode ended = issued(ASKED, UUID.randomUUID(), 201);
    JsonNode other = issued(ASKED, UUID.randomUUID(), 201);
    assertThat(statusWith(ended.path("secret").asString(""))).isEqualTo(200);

    HttpResponse<String> revoked =
        application.post("/v1/tokens/" + ended.path("token").asString("") + "/revocations", "{}");

    assertThat(revoked.statusCode()).as(revoked.body()).isEqualTo(201);
    assertThat(revoked.body()).contains("revokedAt");
    HttpResponse<String> refused = with(ended.path("secret").asString(""));
    ProblemAnswer.of(refused, 401, "identity-needed");
    assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("invalid_token");
    assertThat(statusWith(other.path("secret").asString(""))).isEqualTo(200);
  }

  @Test
  void aTokenThatNeverWasCannotBeRevoked() {
    ProblemAnswer.of(
        application.post("/v1/tokens/" + UUID.randomUUID() + "/revocations", "{}"),
        404,
        "not-found");
  }

  @Test
  void nobodyGivesARightTheyDoNotHave() {
    String secret = issued(ASKED, UUID.randomUUID(), 201).path("secret").asString("");
    HttpResponse<String> refused =
        application.send(
            application
                .request("/v1/tokens")
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(
                    java.net.http.HttpRequest.BodyPublishers.ofString(
                        ASKED.replace("REGISTER", "OPERATE"))));

    ProblemAnswer.of(refused, 403, "not-allowed");
  }

  private static JsonNode issued(String asked, UUID id, int status) {
    HttpResponse<String> answer = application.post("/v1/tokens", asked, id);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    return ModelJson.mapper().readTree(answer.body());
  }

  private static int statusWith(String secret) {
    return with(secret).statusCode();
  }

  private static HttpResponse<String> with(String secret) {
    return application.send(
        application.request("/v1/ledger").header("Authorization", "Bearer " + secret).GET());
  }
}
