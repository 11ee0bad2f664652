package nl.korf.service.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.korf.eventstore.testing.TestPostgres;
import nl.korf.model.ModelJson;
import nl.korf.service.testing.ProblemAnswer;
import nl.korf.service.testing.TestApplication;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** More commands than may wait: some are turned away, whole, and can be sent again. */
class FullQueueTest {

  private static final int QUEUE = 2;
  private static final int COMMANDS = 12;

  /** The lock all appenders of a database share; "korf" in ASCII. */
  private static final String HOLD = "select pg_advisory_lock(%d)".formatted(0x6b6f7266L);

  private record Sent(UUID id, String json, Future<HttpResponse<String>> answer) {

    boolean isDone() {
      return answer.isDone();
    }

    HttpResponse<String> outcome() {
      return answer.resultNow();
    }
  }

  @Test
  void aFullQueueIs503WithRetryAfterAndNothingHalfDone() throws SQLException {
    TestPostgres.Database database = TestPostgres.emptyDatabase();
    try (TestApplication application =
        TestApplication.start(database, "korf.queue-appends-max=" + QUEUE)) {
      List<Sent> sent = sendWhileNothingIsRecorded(application, database, 1);

      List<Sent> refused = sent.stream().filter(one -> one.outcome().statusCode() != 201).toList();
      assertThat(refused).isNotEmpty();
      refused.forEach(one -> ProblemAnswer.passing(one.outcome(), "queue-full"));
      assertThat(bodies(application, lastPosition(sent))).isEqualTo(COMMANDS - refused.size());

      for (Sent one : refused) {
        assertThat(application.post("/v1/bodies", one.json(), one.id()).statusCode())
            .as("the same command, sent again")
            .isEqualTo(201);
      }
    }
  }

  @Test
  void aQueueWithRoomLetsThemWait() throws SQLException {
    TestPostgres.Database database = TestPostgres.emptyDatabase();
    try (TestApplication application = TestApplication.start(database)) {
      assertThat(sendWhileNothingIsRecorded(application, database, 0))
          .allMatch(one -> one.outcome().statusCode() == 201);
    }
  }

  /** Sends while another holds the ledger's lock, until this many are answered nonetheless. */
  private static List<Sent> sendWhileNothingIsRecorded(
      TestApplication application, TestPostgres.Database database, int answered)
      throws SQLException {
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Sent> sent;
      try (Connection holder = database.owner().getConnection();
          Statement statement = holder.createStatement()) {
        statement.execute(HOLD);
        sent = IntStream.range(0, COMMANDS).mapToObj(i -> send(application, senders, i)).toList();
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> sent.stream().filter(Sent::isDone).count() >= answered);
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> sent.stream().allMatch(Sent::isDone));
      return sent;
    }
  }

  private static Sent send(TestApplication application, ExecutorService senders, int number) {
    UUID id = UUID.randomUUID();
    String json =
        """
        {"name":{"nl":"Gemeente %d"},"kind":"municipality",\
        "identifier":{"register":"KVK","number":"%08d"}}\
        """
            .formatted(number, number);
    return new Sent(id, json, senders.submit(() -> application.post("/v1/bodies", json, id)));
  }

  private static String lastPosition(List<Sent> sent) {
    return sent.stream()
        .flatMap(one -> one.outcome().headers().firstValue("Ledger-Position").stream())
        .max(Comparator.comparingLong(Long::parseLong))
        .orElse("1");
  }

  private static int bodies(TestApplication application, String position) {
    HttpResponse<String> list =
        application.send(
            application.asRegistrar("/v1/bodies").header("Ledger-Min-Position", position).GET());
    JsonNode items = ModelJson.mapper().readTree(list.body()).path("items");
    return items.size();
  }
}
