package nl.korf.service.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import nl.korf.model.ModelJson;
import nl.korf.service.stack.WebLedger;
import nl.korf.service.testing.ProblemAnswer;
import nl.korf.service.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What persons on the map are called is apart from the map, and kept by nobody. */
class MapNamesTest {

  private static final String INVENTED = "Voorbeeldpersoon";

  @Test
  void theColumnsHoldNoNamesAndTheNamesAreNotKept() {
    try (WebLedger ledger = new WebLedger()) {
      HttpResponse<String> columns = ledger.get("/v1/views?at=440");
      HttpResponse<String> names = ledger.get("/v1/views/names?at=440");

      for (String shared : List.of("/v1/views?at=440", "/map.svg?at=440", "/map.csv?at=440")) {
        assertThat(ledger.get(shared).body()).as(shared).doesNotContain(INVENTED);
      }
      assertThat(names.body()).as("the control").contains(INVENTED);
      assertThat(names.headers().allValues("Cache-Control")).containsExactly("no-store");
      assertThat(ledger.page("/?at=440").body()).contains("data-names=\"/v1/views/names?at=440\"");
      offices(json(columns), json(names));
      ProblemAnswer.of(ledger.get("/v1/views/names?at=999999"), 404, "not-found");
      ProblemAnswer.of(ledger.get("/v1/views/names"), 400, "invalid-request");
    }
  }

  /** Everybody holds a role that is on the map, from the day of the appointment. */
  private static void offices(JsonNode columns, JsonNode names) {
    List<String> nodes =
        columns.path("nodes").path("id").valueStream().map(JsonNode::asString).toList();
    JsonNode offices = names.path("offices");
    assertThat(offices.size()).isGreaterThan(8);
    assertThat(offices.valueStream())
        .allSatisfy(office -> assertThat(nodes).contains(office.path("node").asString()));
    assertThat(
            offices
                .valueStream()
                .filter(office -> office.path("node").asString().equals("role:r-sg"))
                .map(office -> office.path("name").asString()))
        .containsExactly("Voorbeeldpersoon 02 – secretaris-generaal");
  }

  @Test
  void whoMayNotReadGetsNoNamesAndWhatIsErasedIsGone() {
    try (WebLedger ledger = new WebLedger()) {
      int before = json(ledger.get("/v1/views/names?at=440")).path("offices").size();
      ledger
          .part(JdbcClient.class)
          .sql("delete from service.directory_person where display_name like ?")
          .param(INVENTED + " 02%")
          .update();

      JsonNode after = json(ledger.get("/v1/views/names?at=440"));
      assertThat(after.path("offices").size()).isEqualTo(before - 1);
      assertThat(after.toString()).doesNotContain(INVENTED + " 02");
    }
    try (TestApplication application = TestApplication.start()) {
      HttpResponse<String> refused =
          application.send(application.request("/v1/views/names?at=1").GET());

      ProblemAnswer.of(refused, 401, "identity-needed");
      assertThat(application.get("/v1/views/names?at=1").statusCode()).isEqualTo(200);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return ModelJson.mapper().readTree(answer.body());
  }
}
