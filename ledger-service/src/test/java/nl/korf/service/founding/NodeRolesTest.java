package nl.korf.service.founding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import nl.korf.eventstore.testing.TestPostgres;
import nl.korf.service.host.CannotStart;
import nl.korf.service.testing.ProblemAnswer;
import nl.korf.service.testing.TestApplication;
import nl.korf.service.timers.RoundTimers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;

/** One ledger served by several processes, each with roles of its own. */
class NodeRolesTest {

  private static final String BODY =
      """
      {"body":"municipality","name":{"nl":"Gemeente"},"kind":"municipality",\
      "identifier":{"register":"KVK","number":"12345678"}}\
      """;
  private static final String WAIT = "korf.min-position-wait=20s";

  @Test
  void aProcessWithoutCommandsReadsWhatAnotherRecordsAndSendsCommandsOn() {
    TestPostgres.Database database = TestPostgres.emptyDatabase();
    try (TestApplication whole = TestApplication.start(database);
        TestApplication reader = TestApplication.start(database, "korf.roles=web", WAIT)) {
      String position = recorded(whole);

      assertThat(read(whole, reader, position).statusCode()).isEqualTo(200);

      UUID id = UUID.randomUUID();
      String other = BODY.replace("municipality\",\"name", "province\",\"name");
      ProblemAnswer.of(post(whole, reader, other, id), 421, "commands-elsewhere");
      assertThat(whole.get("/v1/facts?after=" + position).body()).contains("\"items\":[]");
      assertThat(whole.post("/v1/bodies", other, id).statusCode())
          .as("the same command, sent to who takes it")
          .isEqualTo(201);
    }
  }

  @Test
  void nobodyFollowsTheLedgerWhereNoProcessHasTheRole() {
    TestPostgres.Database database = TestPostgres.emptyDatabase();
    try (TestApplication taker =
        TestApplication.start(
            database, "korf.roles=commands,web", "korf.min-position-wait=300ms")) {
      String position = recorded(taker);

      ProblemAnswer.passing(read(taker, taker, position), "not-yet-projected");
      ProblemAnswer.passing(taker.get("/v1/bodies"), "not-yet-projected");
      assertThat(health(taker)).isEqualTo(503);

      try (TestApplication follower = TestApplication.start(database, "korf.roles=projections")) {
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> read(taker, taker, position).statusCode() == 200);
        await().atMost(Duration.ofSeconds(30)).until(() -> health(taker) == 200);
        assertThat(health(follower)).isEqualTo(200);
      }
    }
  }

  @Test
  void aProcessWithoutWebTellsItsHealthAndNothingElse() {
    TestPostgres.Database database = TestPostgres.emptyDatabase();
    try (TestApplication whole = TestApplication.start(database);
        TestApplication follower = TestApplication.start(database, "korf.roles=projections")) {
      assertThat(health(follower)).isEqualTo(200);
      for (String path : new String[] {"/", "/v1/ledger", "/sign-in", "/v1/openapi.json"}) {
        ProblemAnswer.of(
            follower.send(
                follower.request(path).header("Authorization", "Bearer " + whole.token()).GET()),
            421,
            "web-elsewhere");
      }
    }
  }

  /** A timer that cannot send its command would keep a due round from a process that can. */
  @Test
  void timersRunWhereCommandsAreTakenWithOrWithoutWeb() {
    TestPostgres.Database database = TestPostgres.emptyDatabase();
    try (TestApplication worker =
            TestApplication.start(database, "korf.roles=commands,projections");
        TestApplication reader = TestApplication.start(database, "korf.roles=web,projections")) {
      assertThat(worker.part(RoundTimers.class)).isNotNull();
      assertThat(health(worker)).isEqualTo(200);
      assertThatThrownBy(() -> reader.part(RoundTimers.class))
          .isInstanceOf(NoSuchBeanDefinitionException.class);
    }
  }

  @Test
  void aLedgerIsFoundedByAProcessThatTakesCommands() {
    TestPostgres.Database database = TestPostgres.emptyDatabase();

    assertThatThrownBy(() -> TestApplication.start(database, "korf.roles=web,projections").close())
        .rootCause()
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("no ledger yet");
    TestApplication.start(database).close();
    TestApplication.start(database, "korf.roles=web,projections").close();
  }

  private static String recorded(TestApplication application) {
    HttpResponse<String> answer = application.post("/v1/bodies", BODY);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return answer.headers().firstValue("Ledger-Position").orElseThrow();
  }

  /** Reads at one process with the token another gave out at the founding. */
  private static HttpResponse<String> read(
      TestApplication founder, TestApplication asked, String position) {
    return asked.send(
        asked
            .request("/v1/bodies/municipality")
            .header("Authorization", "Bearer " + founder.token())
            .header("Ledger-Min-Position", position)
            .GET());
  }

  private static HttpResponse<String> post(
      TestApplication founder, TestApplication asked, String json, UUID id) {
    return asked.send(
        asked
            .request("/v1/bodies")
            .header("Authorization", "Bearer " + founder.token())
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", id.toString())
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString(json)));
  }

  private static int health(TestApplication application) {
    return application.send(application.request("/actuator/health/readiness").GET()).statusCode();
  }
}
