package nl.korf.service.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.korf.eventstore.testing.TestPostgres;
import nl.korf.model.BodyId;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.ModelJson;
import nl.korf.model.PersonId;
import nl.korf.model.RoleId;
import nl.korf.service.bodies.RegisterBody;
import nl.korf.service.groups.AddMember;
import nl.korf.service.groups.FormGroup;
import nl.korf.service.initiatives.ProposeInitiative;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Commands;
import nl.korf.service.memory.Estate;
import nl.korf.service.people.RegisterPerson;
import nl.korf.service.roles.AppointToRole;
import nl.korf.service.roles.RegisterRole;
import nl.korf.service.testing.TestApplication;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The examples of the API's description, sent as one story: from proposal to decision. */
class RoundsOverHttpTest {

  private static final String ROUND = "/v1/rounds/housing-plan-vote";
  private static TestApplication application;
  private static JsonNode description;

  @BeforeAll
  static void start() {
    application = TestApplication.start(TestPostgres.emptyDatabase());
    description =
        ModelJson.mapper().readTree(application.get("/v1/openapi.json").body()).get("paths");
    BodyId town = new BodyId("neighbouring-town");
    RoleId counsel = new RoleId("legal-counsel");
    GroupId team = new GroupId("housing-team");
    for (int number = 1; number <= 4; number++) {
      send(new RegisterPerson(new PersonId("person-" + number), false));
    }
    send(new RegisterBody(town, Estate.name("Town"), Estate.oin(), "municipality", null, null));
    send(new RegisterRole(counsel, Estate.name("Counsel"), town, null, null, null, null, null));
    send(new AppointToRole(counsel, new PersonId("person-3"), null, null));
    send(new FormGroup(team, Estate.name("Housing"), "team", null, null, null, null));
    send(new AddMember(team, new PersonId("person-1"), "lead"));
    send(new AddMember(team, new PersonId("person-2"), null));
    send(
        new ProposeInitiative(
            new InitiativeId("housing-plan"),
            Estate.name("Housing plan"),
            team,
            null,
            null,
            null,
            null,
            "Forty homes."));
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void fromProposalToDecisionByTheExamplesOfTheDescription() {
    created("/v1/rules", example("/rules"));
    answersInARound();
    adoptedByTheTimer();
    objectionsUnderConsent();
    adviceAndClosing();
    created("/v1/rules/housing-majority/versions", withGroup(example("/rules/{rule}/versions")));
    created("/v1/rules/housing-majority/retirements", example("/rules/{rule}/retirements"));
    assertThat(read("/v1/rules/housing-majority/versions")).hasSizeGreaterThan(1);
    assertThat(read("/v1/groups/housing-team/rounds").get("items")).hasSize(4);
  }

  @Test
  void presetsAreOfferedAndAnswersArePreviewedWithoutATrace() {
    HttpResponse<String> answer =
        application.post("/v1/rule-previews", example("/rule-previews").toString());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(ModelJson.mapper().readTree(answer.body()).get("outcome").asString())
        .isEqualTo("ADOPTED");
    assertThat(read("/v1/rule-presets")).hasSizeGreaterThan(5);
  }

  @Test
  void anImpossibleRuleIsAProblemThatSaysAllThatIsWrong() {
    ObjectNode preview = example("/rule-previews");
    ((ObjectNode) preview.get("spec")).put("rule", "UNKNOWN").put("quorumHeads", -1);

    HttpResponse<String> answer = application.post("/v1/rule-previews", preview.toString());

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("rule-inconsistent", "quorumHeads");
  }

  private static void answersInARound() {
    created("/v1/rounds", example("/rounds"));
    for (String answer : List.of("ballots", "casting-votes", "agreements", "vetoes", "recusals")) {
      created(ROUND + "/" + answer, example("/rounds/{round}/" + answer));
      assertThat(read(ROUND + "/" + answer).get("items")).as(answer).hasSize(1);
    }
    assertThat(read(ROUND + "/electors").get("items")).hasSize(3);
    HttpResponse<String> early = application.post(ROUND + "/closings", "{}");
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.body()).contains("round-not-closable");
    created(ROUND + "/withdrawals", example("/rounds/{round}/withdrawals"));
    assertThat(read(ROUND).get("outcome").asString()).isEqualTo("WITHDRAWN");
  }

  private static void adoptedByTheTimer() {
    ObjectNode round = example("/rounds");
    round.put("round", "vote-2").put("deadline", Instant.now().plusSeconds(6).toString());
    created("/v1/rounds", round);
    ObjectNode ballot = example("/rounds/{round}/ballots");
    created("/v1/rounds/vote-2/ballots", ballot);
    created("/v1/rounds/vote-2/ballots", ballot.put("by", "person-2"));
    created("/v1/rounds/vote-2/agreements", example("/rounds/{round}/agreements"));

    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> read("/v1/rounds/vote-2").has("outcome"));

    assertThat(read("/v1/rounds/vote-2").get("outcome").asString()).isEqualTo("ADOPTED");
    JsonNode decision = read("/v1/initiatives/housing-plan/decisions").get("items").get(0);
    assertThat(decision.get("rule").asString()).isEqualTo("MAJORITY");
    assertThat(decision.get("competence").get("values").get("basis").asString())
        .isEqualTo("own-work");
    assertThat(read("/v1/initiatives/housing-plan").get("stage").asString()).isEqualTo("adopted");
  }

  private static void objectionsUnderConsent() {
    created(
        "/v1/rounds",
        json(
            """
            {"round": "consent", "group": "housing-team", "initiative": "housing-plan",
             "rule": {"rule": "preset-consent-7-days", "version": 1}, "facilitator": "person-1"}
            """));
    String objections = "/v1/rounds/consent/objections";
    String inDescription = "/rounds/{round}/objections";
    ObjectNode objection = example(inDescription);
    created(objections, objection);
    created(objections + "/no-term/tests", example(inDescription + "/{objection}/tests"));
    created(objections, objection.put("objection", "no-price"));
    created(
        objections + "/no-price/withdrawals", example(inDescription + "/{objection}/withdrawals"));
    created("/v1/initiatives/housing-plan/revisions", json("{\"text\": \"With a term.\"}"));
    created(
        objections + "/no-term/integrations", example(inDescription + "/{objection}/integrations"));
    assertThat(read(objections).get("items")).hasSize(2);
    assertThat(read("/v1/rounds/consent").get("restarts").asInt()).isOne();
  }

  private static void adviceAndClosing() {
    created(
        "/v1/rules",
        json(
            """
            {"rule": "advised", "group": "housing-team", "name": {"en": "After advice"},
             "spec": {"rule": "ADVICE", "period": "P7D", "advisers": ["role:legal-counsel"]}}
            """));
    created(
        "/v1/rounds",
        json(
            """
            {"round": "advised-1", "group": "housing-team", "title": {"en": "The lease"},
             "proposal": "Shall we sign?", "rule": {"rule": "advised", "version": 1},
             "decider": "person-1"}
            """));
    created("/v1/rounds/advised-1/advice", example("/rounds/{round}/advice"));
    ObjectNode ballot = example("/rounds/{round}/ballots");
    ballot.remove("textVersion");
    created("/v1/rounds/advised-1/ballots", ballot);
    created("/v1/rounds/advised-1/closings", example("/rounds/{round}/closings"));
    assertThat(read("/v1/rounds/advised-1/proposal").get("text").asString())
        .isEqualTo("Shall we sign?");
    assertThat(read("/v1/rounds/advised-1").get("outcome").asString()).isEqualTo("ADOPTED");
  }

  private static ObjectNode withGroup(ObjectNode version) {
    return version.put("group", "housing-team");
  }

  private static void send(Command command) {
    application.part(Commands.class).send(command, Actor.registrar("test"), UUID.randomUUID());
  }

  /** The example body of a route in the description. */
  private static ObjectNode example(String path) {
    JsonNode body =
        description.at("/" + path.replace("~", "~0").replace("/", "~1") + "/post/requestBody");
    JsonNode example = body.at("/content/application~1json/example");
    assertThat(example.isMissingNode()).as("example of " + path + ": " + body).isFalse();
    return json(example.isString() ? example.asString() : example.toString());
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) ModelJson.mapper().readTree(text);
  }

  private static void created(String address, ObjectNode body) {
    HttpResponse<String> answer = application.post(address, body.toString());
    assertThat(answer.statusCode()).as(address + " " + answer.body()).isEqualTo(201);
  }

  /** Reads what was just written, waiting for the read models. */
  private static JsonNode read(String address) {
    String head = Objects.requireNonNull(lastPosition());
    HttpResponse<String> answer =
        application.send(
            application.asRegistrar(address).header("Ledger-Min-Position", head).GET());
    assertThat(answer.statusCode()).as(address + " " + answer.body()).isEqualTo(200);
    return ModelJson.mapper().readTree(answer.body());
  }

  private static String lastPosition() {
    return String.valueOf(application.part(nl.korf.eventstore.FactLog.class).head());
  }
}
