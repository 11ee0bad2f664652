package nl.korf.service.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.korf.model.ModelJson;
import nl.korf.model.PersonId;
import nl.korf.model.facts.FactJson;
import nl.korf.model.facts.MandateEvent.MandateRevoked;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Commands;
import nl.korf.service.kernel.Receipt;
import nl.korf.service.memory.Estate;
import nl.korf.service.testing.TestApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The examples of the API, sent in one story each, and what the addresses answer then. */
class DecisionExamplesTest {

  private static TestApplication application;
  private static Commands commands;

  @BeforeAll
  static void start() {
    application = TestApplication.start();
    commands = application.part(Commands.class);
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
    return commands.send(command, actor, UUID.randomUUID());
  }

  @Test
  void theExamplesAreTakenAndReadBack() {
    decide("lease-south");
    decide("lease-east");
    created(post(Examples.DECISION, "", Estate.OFFICER));
    created(post(Examples.SUPERSESSION, "/lease-east/supersessions", Estate.OFFICER));
    created(post(Examples.REVIEW, "/lease-north/reviews", Estate.MEMBER));
    created(post(Examples.DISSENT, "/lease-north/dissents", Estate.LEAD));

    JsonNode north = get("/v1/decisions/lease-north");
    assertThat(north.at("/standing").stringValue()).isEqualTo("IN_FORCE");
    assertThat(north.at("/supersedes")).hasSize(2);
    assertThat(north.at("/review/result").stringValue()).isEqualTo("REAFFIRMED");
    assertThat(north.at("/dissents/0/person").stringValue()).isEqualTo("p-lead");
    assertThat(north.at("/verdicts/status").stringValue()).isEqualTo("COMPETENT");
    assertThat(north.at("/verdicts/differences")).isEmpty();
    assertThat(get("/v1/decisions/lease-south").at("/standing").stringValue())
        .isEqualTo("SUPERSEDED");
    assertThat(get("/v1/decisions/lease-south").at("/supersededBy/0/by").stringValue())
        .isEqualTo("lease-north");
    assertThat(get("/v1/decisions/lease-north/dissents/p-lead").at("/text").stringValue())
        .contains("station");
    long reviewedAt = north.at("/review/position").longValue();
    assertThat(get("/v1/decisions/lease-north/reasons/" + reviewedAt).at("/text").stringValue())
        .contains("still fits");

    created(post(Examples.REPEAL, "/lease-north/repeals", Estate.DIRECTOR));
    assertThat(get("/v1/decisions/lease-south").at("/standing").stringValue())
        .as("declared to revive")
        .isEqualTo("IN_FORCE");
    assertThat(get("/v1/decisions/lease-east").at("/standing").stringValue())
        .as("not declared to revive")
        .isEqualTo("SUPERSEDED");
    assertThat(ids("inForce=true")).contains("lease-south").doesNotContain("lease-north");
    assertThat(ids("inForce=false")).contains("lease-north", "lease-east");
    assertThat(ids("reviewDueBefore=2098-12-31T00:00:00Z"))
        .contains("lease-south")
        .doesNotContain("lease-east");
    assertThat(ids("reviewDueBefore=2026-01-01T00:00:00Z")).isEmpty();
  }

  @Test
  void aLateFactChangesWhatIsKnownNotWhatWasKnownAndARatificationStandsBesideBoth() {
    Instant before = Instant.now();
    long decided = decide("lease-west");
    revokedEarlier(before);

    JsonNode now = get("/v1/decisions/lease-west");
    assertThat(now.at("/verdicts/status").stringValue()).isEqualTo("DEFECTIVE");
    assertThat(now.at("/verdicts/then/verdict").stringValue()).isEqualTo("COMPETENT");
    assertThat(now.at("/verdicts/asKnown/verdict").stringValue()).isEqualTo("NOT_COMPETENT");
    assertThat(now.at("/verdicts/differences/0/what").stringValue()).isEqualTo("verdict");
    assertThat(get("/v1/decisions/lease-west?at=" + decided).at("/verdicts/status").stringValue())
        .isEqualTo("COMPETENT");

    created(post(Examples.RATIFICATION, "/lease-west/ratifications", Estate.MINISTER));
    JsonNode ratified = get("/v1/decisions/lease-west");
    assertThat(ratified.at("/verdicts/status").stringValue()).isEqualTo("RATIFIED");
    assertThat(ratified.at("/verdicts/then")).isEqualTo(now.at("/verdicts/then"));
    assertThat(ratified.at("/ratification/competence/verdict").stringValue())
        .isEqualTo("COMPETENT");
    send(
        Actor.of(Estate.DIRECTOR),
        Estate.subMandate(
            new nl.korf.model.MandateId("m-officer-2"),
            Estate.ROOT,
            Estate.OFFICER_ROLE,
            Estate.perAct(100_000)));
  }

  @Test
  void theExampleAtTheAddressOfAnInitiativeIsTaken() {
    ObjectNode body = (ObjectNode) ModelJson.mapper().readTree(Examples.OF_INITIATIVE);
    body.put("by", Estate.OFFICER.toString());

    HttpResponse<String> answer =
        application.post(
            "/v1/initiatives/%s/decisions".formatted(Estate.INITIATIVE), body.toString());

    created(answer);
  }

  @Test
  void aRefusalOverHttpNamesAllThatIsWrong() {
    decide("lease-small");

    HttpResponse<String> answer = post(Examples.REPEAL, "/lease-small/repeals", Estate.OUTSIDER);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("not-competent-for-earlier", "no-mandate", "lease-small");
  }

  /** History that arrives late: the officer's mandate had been withdrawn all along. */
  private static void revokedEarlier(Instant when) {
    FactJson.Encoded fact = FactJson.encode(new MandateRevoked(Estate.SUB, null, null));
    String batch =
        """
        {"facts": [{"set": "archive", "source": "mandates.csv:1", "key": "1", "type": "%s",
          "version": "%s", "payload": %s, "effectiveAt": "%s", "findings": []}]}
        """
            .formatted(
                fact.type(),
                fact.version(),
                new String(fact.payload(), StandardCharsets.UTF_8),
                when);
    HttpResponse<String> answer = application.post("/v1/import-batches", batch);
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }

  private static long decide(String decision) {
    return send(Actor.of(Estate.OFFICER), Estate.lease(decision, 1_000, 1)).lastPosition();
  }

  private static HttpResponse<String> post(String example, String path, @Nullable PersonId by) {
    ObjectNode body = (ObjectNode) ModelJson.mapper().readTree(example);
    body.put("by", String.valueOf(by));
    return application.post("/v1/decisions" + path, body.toString());
  }

  private static void created(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private static JsonNode get(String path) {
    long head = application.part(nl.korf.eventstore.PgEventStorageEngine.class).freshHead();
    HttpResponse<String> answer =
        application.send(
            application.asRegistrar(path).header("Ledger-Min-Position", "" + head).GET());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return ModelJson.mapper().readTree(answer.body());
  }

  private static List<String> ids(String query) {
    return get("/v1/decisions?" + query)
        .at("/items")
        .valueStream()
        .map(item -> item.at("/decision").stringValue())
        .toList();
  }
}
