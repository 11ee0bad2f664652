package nl.korf.service.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.korf.model.ModelJson;
import nl.korf.projections.Projections;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Commands;
import nl.korf.service.kernel.Receipt;
import nl.korf.service.mandates.RevokeMandate;
import nl.korf.service.memory.Estate;
import nl.korf.service.testing.TestApplication;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Authority checks from outside: compared, searched, logged, and made again. */
class AuthorityOverHttpTest {

  private static final String LEASE_OF_1000 =
      """
      "power":"leases","kind":"PROXY","value":{"category":"lease",\
      "each":{"minor":100000,"currency":"EUR","vat":"EXCLUSIVE"},"times":1}\
      """;

  private static TestApplication application;

  @BeforeAll
  static void standing() {
    application = TestApplication.start();
    Estate.founding().forEach(command -> send(Actor.registrar("test"), command));
    send(
        Actor.of(Estate.MINISTER),
        Estate.grant(Estate.ROOT, Estate.DIRECTOR_ROLE, Estate.perAct(1_000_000)));
    send(
        Actor.of(Estate.DIRECTOR),
        Estate.subMandate(Estate.SUB, Estate.ROOT, Estate.OFFICER_ROLE, Estate.perAct(100_000)));
    send(Actor.of(Estate.MEMBER), Estate.propose(Estate.INITIATIVE));
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  private static Receipt send(Actor actor, Command command) {
    Receipt receipt = application.part(Commands.class).send(command, actor, UUID.randomUUID());
    // what is asked next is answered from the read models
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> application.part(Projections.class).position() >= receipt.lastPosition());
    return receipt;
  }

  @Test
  void whoMayDecideNamesEveryHolderWithThePersonsAndTheBodyItself() {
    JsonNode answer =
        created("/v1/authority-searches", "{" + LEASE_OF_1000 + "}", UUID.randomUUID());

    assertThat(names(answer, "party"))
        .contains("body:minister", "role:r-director", "role:r-officer");
    JsonNode officer = holder(answer, "role:r-officer");
    assertThat(officer.get("persons").get(0).asString()).isEqualTo("p-officer");
    assertThat(officer.get("mandate").asString()).isEqualTo("m-officer");
    assertThat(officer.get("path")).hasSize(2);
  }

  @Test
  void whoMayDecideLeavesOutWhoseLimitIsPassedAndGoesOnInPieces() {
    String dear = LEASE_OF_1000.replace("100000,", "20000000,");
    JsonNode answer = created("/v1/authority-searches", "{" + dear + "}", UUID.randomUUID());
    assertThat(names(answer, "party")).contains("role:r-director").doesNotContain("role:r-officer");

    Set<String> found = new HashSet<>();
    String cursor = "";
    for (int piece = 0; piece < 10; piece++) {
      JsonNode part =
          created(
              "/v1/authority-searches",
              "{" + LEASE_OF_1000 + ",\"limit\":1" + cursor + "}",
              UUID.randomUUID());
      found.addAll(names(part, "party"));
      if (!part.has("next")) {
        break;
      }
      cursor = ",\"cursor\":\"" + part.get("next").asString() + "\"";
    }
    assertThat(found).contains("body:minister", "role:r-director", "role:r-officer");
  }

  @Test
  void asKnownThenAndAsKnownNowAreToldApart() {
    String mandate = "m-passing-" + UUID.randomUUID();
    var passing = new nl.korf.model.MandateId(mandate);
    Receipt granted =
        send(
            Actor.of(Estate.DIRECTOR),
            Estate.subMandate(passing, Estate.ROOT, Estate.OFFICER_ROLE, Estate.perAct(50_000)));
    send(Actor.of(Estate.DIRECTOR), revoke(passing));
    String question =
        "{\"person\":\"p-officer\"," + LEASE_OF_1000 + ",\"mandate\":\"" + mandate + "\"";

    JsonNode answer =
        created(
            "/v1/authority-comparisons",
            question + ",\"at\":" + granted.lastPosition() + "}",
            UUID.randomUUID());

    assertThat(answer.at("/then/verdict").asString()).isEqualTo("COMPETENT");
    assertThat(answer.at("/now/verdict").asString()).isEqualTo("NOT_COMPETENT");
    assertThat(answer.at("/differences/0/about").asString()).isEqualTo("verdict");
    assertThat(answer.get("differences").toString()).contains("not-revoked");
    HttpResponse<String> without =
        application.post("/v1/authority-comparisons", question + "}", UUID.randomUUID());
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(without.body()).contains("value-missing");
  }

  private static RevokeMandate revoke(nl.korf.model.MandateId mandate) {
    return new RevokeMandate(mandate, "Over.", null, Estate.RECORD, null);
  }

  @Test
  void everyCheckLeavesOneRecordFromWhichItCanBeMadeAgain() {
    long before = last(0);
    UUID refused = UUID.randomUUID();
    String decision =
        """
        {"decision":"d-too-dear","initiative":"new-office","title":{"en":"Lease"},\
        "by":"p-officer","act":{"power":"leases","kind":"PROXY","value":{"category":"lease",\
        "each":{"minor":90000000,"currency":"EUR","vat":"EXCLUSIVE"},"times":1}}}\
        """;
    assertThat(application.post("/v1/decisions", decision, refused).statusCode()).isEqualTo(403);
    assertThat(application.post("/v1/decisions", decision, refused).statusCode()).isEqualTo(403);
    UUID asked = UUID.randomUUID();
    String question = "{\"person\":\"p-officer\"," + LEASE_OF_1000 + "}";
    created("/v1/authority-checks", question, asked);
    created("/v1/authority-checks", question, asked);
    Receipt taken = send(Actor.of(Estate.OFFICER), Estate.lease("d-logged", 1_000, 1));
    created(
        "/v1/authority-searches",
        question.replace("\"person\":\"p-officer\",", ""),
        UUID.randomUUID());

    List<JsonNode> records = records(before);

    assertThat(records.stream().map(one -> one.get("event_name").asString()))
        .containsExactly(
            "adl.access_evaluation",
            "adl.access_evaluation",
            "adl.access_evaluation",
            "adl.access_evaluation",
            "adl.search_subject");
    assertThat(records.stream().limit(4).map(AuthorityOverHttpTest::allowed))
        .containsExactly(false, false, true, true);
    assertThat(records.stream().map(one -> one.get("span_id").asString()))
        .doesNotHaveDuplicates()
        .allMatch(span -> span.matches("[0-9a-f]{16}"));
    assertThat(taken.lastPosition()).isPositive();
    for (JsonNode record : records) {
      assertThat(record.get("status").asString()).isEqualTo("Unset");
      assertThat(record.at("/attributes/adl.core.information").toString()).contains("position");
    }
    for (UUID check : List.of(refused, asked)) {
      JsonNode again = got("/v1/authority-checks/" + check + "/reproduction");
      assertThat(again.get("same").asBoolean()).as("%s", again).isTrue();
      assertThat(again.get("differences")).isEmpty();
    }
  }

  @Test
  void aCheckBelongsToTheTraceOfItsRequest() {
    long before = last(0);
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    application.send(
        application
            .asRegistrar("/v1/authority-checks")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-00")
            .POST(BodyPublishers.ofString("{\"person\":\"p-officer\"," + LEASE_OF_1000 + "}")));

    JsonNode record = records(before).getLast();

    assertThat(record.get("trace_id").asString()).isEqualTo(trace);
    assertThat(record.get("parent_span_id").asString()).isEqualTo("00f067aa0ba902b7");
  }

  @Test
  void theLogIsForRegistrars() {
    assertThat(
            application
                .send(application.request("/v1/authorization-decision-log").GET())
                .statusCode())
        .isEqualTo(401);
  }

  private static boolean allowed(JsonNode record) {
    return record.get("body").get("adl.core.response").get("decision").asBoolean();
  }

  private static JsonNode holder(JsonNode answer, String party) {
    for (JsonNode one : answer.get("competent")) {
      if (one.get("party").asString().equals(party)) {
        return one;
      }
    }
    throw new AssertionError(party + " is not in " + answer);
  }

  private static List<String> names(JsonNode answer, String member) {
    List<String> names = new ArrayList<>();
    answer.get("competent").forEach(one -> names.add(one.get(member).asString()));
    return names;
  }

  private static long last(long after) {
    long last = after;
    for (JsonNode page = page(last); page.get("last").asLong() > last; page = page(last)) {
      last = page.get("last").asLong();
    }
    return last;
  }

  private static JsonNode page(long after) {
    return got("/v1/authorization-decision-log?limit=1000&after=" + after);
  }

  private static List<JsonNode> records(long after) {
    List<JsonNode> records = new ArrayList<>();
    page(after).get("items").forEach(records::add);
    return records;
  }

  private static JsonNode created(String path, String json, UUID id) {
    HttpResponse<String> answer = application.post(path, json, id);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    return ModelJson.mapper().readTree(answer.body());
  }

  private static JsonNode got(String path) {
    HttpResponse<String> answer = application.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return ModelJson.mapper().readTree(answer.body());
  }
}
