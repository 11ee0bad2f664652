package nl.korf.service.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.korf.model.ModelJson;
import nl.korf.model.PersonId;
import nl.korf.service.identity.Directory;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Commands;
import nl.korf.service.memory.Estate;
import nl.korf.service.testing.Browser;
import nl.korf.service.testing.ProblemAnswer;
import nl.korf.service.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Notices and subscriptions over HTTP: only one's own, in both languages, with their reasons. */
class InboxOverHttpTest {

  private static TestApplication application;

  @BeforeAll
  static void start() {
    application = TestApplication.start();
    Commands commands = application.part(Commands.class);
    Actor registrar = Actor.registrar("test");
    Estate.founding().forEach(command -> commands.send(command, registrar, UUID.randomUUID()));
    commands.send(Estate.propose(Estate.INITIATIVE), Actor.of(Estate.MEMBER), UUID.randomUUID());
    application
        .part(Directory.class)
        .registerAll(
            Map.of(
                Estate.OUTSIDER,
                "Voorbeeldpersoon Een",
                Estate.LEAD,
                "Voorbeeldpersoon Twee",
                Estate.MEMBER,
                "Voorbeeldpersoon Drie"));
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void followingAGroupBringsItsFactsToTheInboxAndToTheFeed() {
    String token = token(Estate.OUTSIDER);
    HttpResponse<String> made =
        post(token, "/v1/subscriptions", "{\"followed\":\"group:housing\",\"below\":true}");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String address = made.headers().firstValue("Location").orElseThrow();

    long position = rename("Wonen");
    JsonNode feed = json(get(token, "/v1/notices?wait=20&after=" + (position - 1)));
    JsonNode notice = feed.required("items").get(0);
    assertThat(notice.required("position").longValue()).isEqualTo(position);
    assertThat(notice.required("reasons").get(0).required("text").stringValue())
        .isEqualTo("U volgt Wonen");
    assertThat(feed.required("unread").longValue()).isPositive();

    try (Browser browser = signedIn(token)) {
      String page = browser.open("/inbox?lang=en").body();
      assertThat(page).contains("You follow Wonen", "data-unread");
      HttpResponse<String> read =
          browser.submit(
              "/inbox", "/inbox/readings", "position", Long.toString(position), "lang", "en");
      assertThat(read.headers().firstValue("Location").orElseThrow()).endsWith("/inbox?lang=en");
    }
    JsonNode readNow = json(get(token, "/v1/notices/" + position));
    assertThat(readNow.has("readAt")).isTrue();
    assertThat(delete(token, address).statusCode()).isEqualTo(204);
    ProblemAnswer.of(get(token, address), 404, "not-found");
  }

  @Test
  void whyNamesTheReasonsOrWhatWasLookedAt() {
    String told = token(Estate.LEAD);
    String other = token(Estate.OUTSIDER);
    HttpResponse<String> made = post(other, "/v1/subscriptions", "{\"followed\":\"facet:legal\"}");
    long position = rename("Huisvesting");
    json(get(told, "/v1/notices?wait=20&after=" + (position - 1)));

    JsonNode yes = json(get(told, "/v1/notices/why?position=" + position));
    assertThat(yes.required("verdict").stringValue()).isEqualTo("TOLD");
    assertThat(yes.required("reasons").get(0).required("kind").stringValue()).isEqualTo("MEMBER");

    JsonNode no = json(get(other, "/v1/notices/why?position=" + position));
    assertThat(no.required("verdict").stringValue()).isEqualTo("NOT_TOLD");
    assertThat(no.required("relations").toString()).contains("MEMBER", "group:housing");
    assertThat(no.required("subscriptions").toString()).contains("OTHER_SUBJECT", "facet:legal");

    try (Browser browser = signedIn(other)) {
      assertThat(browser.open("/inbox/why?lang=nl&position=" + position).body())
          .contains("U kreeg hiervan geen bericht", "leden van Huisvesting", "past niet");
    }
    delete(other, made.headers().firstValue("Location").orElseThrow());
  }

  @Test
  void nobodySeesOrEndsWhatAnotherFollows() {
    String mine = token(Estate.LEAD);
    String theirs = token(Estate.MEMBER);
    HttpResponse<String> made =
        post(mine, "/v1/subscriptions", "{\"followed\":\"initiative:new-office\"}");
    String address = made.headers().firstValue("Location").orElseThrow();

    ProblemAnswer.of(get(theirs, address), 404, "not-found");
    ProblemAnswer.of(delete(theirs, address), 404, "not-found");
    assertThat(json(get(theirs, "/v1/subscriptions")).required("items")).isEmpty();
    assertThat(json(get(mine, "/v1/subscriptions")).required("items")).hasSize(1);
    assertThat(delete(mine, address).statusCode()).isEqualTo(204);
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    String token = token(Estate.MEMBER);
    HttpResponse<String> answer =
        post(
            token,
            "/v1/subscriptions",
            """
            {"followed":"initiative:nowhere","below":true,"condition":"type == 3",
             "channel":"EMAIL","cadence":"DAILY","language":"fr","from":-1}
            """);
    JsonNode problem = ProblemAnswer.of(answer, 422, "value-malformed");

    assertThat(problem.required("reasons")).hasSize(6);
    assertThat(problem.toString()).contains("below", "condition", "channel", "language", "nowhere");
    assertThat(json(get(token, "/v1/subscriptions")).required("items")).isEmpty();
  }

  @Test
  void aPositionThatIsNotThereYetCannotBeBegunAt() {
    HttpResponse<String> answer =
        post(
            token(Estate.MEMBER), "/v1/subscriptions", "{\"followed\":\"ledger\",\"from\":999999}");

    ProblemAnswer.of(answer, 400, "invalid-request");
  }

  @Test
  void noticesBelongToPeople() {
    ProblemAnswer.of(application.get("/v1/notices"), 403, "person-needed");
    ProblemAnswer.of(application.get("/v1/subscriptions"), 403, "person-needed");
    ProblemAnswer.of(
        application.send(application.request("/v1/notices").GET()), 401, "identity-needed");
  }

  @Test
  void oneClickOnAPageFollowsAndAnotherEndsIt() {
    String token = token(Estate.MEMBER);
    try (Browser browser = signedIn(token)) {
      String page = browser.open("/groups/housing?lang=en").body();
      assertThat(page).contains("Follow with all below");
      HttpResponse<String> followed =
          browser.submit(
              "/groups/housing",
              "/subscriptions",
              "kind",
              "group",
              "id",
              "housing",
              "idempotencyKey",
              UUID.randomUUID().toString(),
              "page",
              "/groups/housing");
      assertThat(followed.headers().firstValue("Location").orElseThrow())
          .endsWith("/groups/housing");
      String id =
          json(get(token, "/v1/subscriptions"))
              .required("items")
              .get(0)
              .required("subscription")
              .stringValue();
      assertThat(browser.open("/groups/housing?lang=en").body())
          .contains("Unfollow", "/subscriptions/" + id + "/endings");
      assertThat(browser.open("/subscriptions?lang=en").body()).contains("Unfollow ");
      browser.submit("/subscriptions", "/subscriptions/" + id + "/endings", "page", "//elsewhere");
      assertThat(json(get(token, "/v1/subscriptions")).required("items")).isEmpty();
    }
  }

  @Test
  void theFormSaysWhatIsWrongAndKeepsWhatWasFilledIn() {
    try (Browser browser = signedIn(token(Estate.MEMBER))) {
      HttpResponse<String> answer =
          browser.submit(
              "/subscriptions",
              "/subscriptions?lang=nl",
              "kind",
              "group",
              "id",
              "nergens",
              "condition",
              "type = 1",
              "idempotencyKey",
              UUID.randomUUID().toString());

      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body())
          .contains("Er is geen groep nergens", "value=\"nergens\"", "value=\"type = 1\"");
    }
  }

  @Test
  void theExamplesOfTheDescriptionAreTaken() {
    JsonNode paths = json(application.get("/v1/openapi.json")).required("paths");
    String token = token(Estate.OUTSIDER);
    for (String path : List.of("/subscriptions", "/notice-readings")) {
      JsonNode example =
          paths
              .required(path)
              .required("post")
              .required("requestBody")
              .required("content")
              .required("application/json")
              .required("example");
      String body =
          (example.isString() ? example.stringValue() : example.toString())
              .replace("dike-team", "housing");
      HttpResponse<String> answer = post(token, "/v1" + path, body);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      if (path.equals("/subscriptions")) {
        delete(token, answer.headers().firstValue("Location").orElseThrow());
      }
    }
  }

  private static Browser signedIn(String token) {
    Browser browser = new Browser(URI.create(application.address("/").toString()));
    browser.submit("/sign-in", "/sign-in", "token", token);
    return browser;
  }

  private static String token(PersonId person) {
    HttpResponse<String> issued =
        application.post(
            "/v1/tokens", "{\"label\":\"test\",\"person\":\"" + person + "\",\"rights\":[]}");
    return json(issued).required("secret").stringValue();
  }

  private static long rename(String name) {
    HttpResponse<String> answer =
        application.post("/v1/groups/housing/names", "{\"name\":{\"nl\":\"" + name + "\"}}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Long.parseLong(answer.headers().firstValue("Ledger-Position").orElseThrow());
  }

  private static HttpResponse<String> get(String token, String path) {
    return application.send(
        application.request(path).header("Authorization", "Bearer " + token).GET());
  }

  private static HttpResponse<String> delete(String token, String path) {
    return application.send(
        application.request(path).header("Authorization", "Bearer " + token).DELETE());
  }

  private static HttpResponse<String> post(String token, String path, String json) {
    return application.send(
        application
            .request(path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(json)));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return ModelJson.mapper().readTree(answer.body());
  }
}
