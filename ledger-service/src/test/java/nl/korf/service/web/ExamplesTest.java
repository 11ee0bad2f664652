package nl.korf.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.korf.model.ModelJson;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Commands;
import nl.korf.service.memory.Estate;
import nl.korf.service.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The examples of the description. The first story here is that of a registrar; those of mandates,
 * rounds, decisions, directives and programmes are sent by the tests of these packages.
 */
class ExamplesTest {

  /**
   * Path by path, in an order that works; what stands in braces is put in from the second column.
   */
  private static final List<List<String>> STORY =
      List.of(
          List.of("/people", ""),
          List.of("/tokens", ""),
          List.of("/bodies", ""),
          List.of("/bodies/{body}/names", "waterboard"),
          List.of("/roles", ""),
          List.of("/roles/{role}/appointments", "r-dike-reeve"),
          List.of("/roles/{role}/appointment-endings", "r-dike-reeve"),
          List.of("/roles/{role}/abolitions", "r-dike-reeve"),
          List.of("/powers", ""),
          List.of("/powers/{power}/attributions", "dike-permits"),
          List.of("/powers/{power}/attribution-endings", "dike-permits"),
          List.of("/groups", ""),
          List.of("/groups/{group}/names", "dike-team"),
          List.of("/groups/{group}/kinds", "dike-team"),
          List.of("/groups/{group}/moves", "dike-team"),
          List.of("/groups/{group}/memberships", "dike-team"),
          List.of("/initiatives", ""),
          List.of("/initiatives/{initiative}/revisions", "dike-north"),
          List.of("/initiatives/{initiative}/participations", "dike-north"),
          List.of("/initiatives/{initiative}/participation-endings", "dike-north"),
          List.of("/initiatives/{initiative}/involvements", "dike-north"),
          List.of("/initiatives/{initiative}/involvement-endings", "dike-north"),
          List.of("/initiatives/{initiative}/milestones", "dike-north"),
          List.of("/initiatives/{initiative}/links", "dike-north"),
          List.of("/initiatives/{initiative}/link-endings", "dike-north"),
          List.of("/initiatives/{initiative}/stage-changes", "dike-north"),
          List.of("/initiatives/{initiative}/owner-transfers", "dike-north"),
          List.of("/initiatives/{initiative}/withdrawals", "dike-north"),
          List.of("/initiatives/{initiative}/restorations", "dike-north"),
          List.of("/authority-checks", ""),
          List.of("/authority-comparisons", ""),
          List.of("/authority-searches", ""),
          List.of("/import-batches", ""),
          List.of("/import-batches/people", ""),
          List.of("/import-batches/references", ""),
          List.of("/groups/{group}/departures", "dike-team"),
          List.of("/groups/{group}/archivals", "dike-team"),
          List.of("/groups/{group}/restorations", "dike-team"),
          List.of("/groups/{group}/dissolutions", "dike-team"),
          List.of("/bodies/{body}/dissolutions", "waterboard"));

  /** First words of the paths whose examples other tests send. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "mandates",
          "rounds",
          "rules",
          "rule-previews",
          "decisions",
          "directives",
          "programmes",
          "subscriptions",
          "notice-readings");

  /** Sent by the test of decisions, which has who may decide. */
  private static final String WITH_DECISIONS = "/initiatives/{initiative}/decisions";

  private static TestApplication application;
  private static JsonNode description;

  @BeforeAll
  static void start() {
    application = TestApplication.start();
    Commands commands = application.part(Commands.class);
    Actor registrar = Actor.registrar("test");
    Estate.founding()
        .forEach(command -> commands.send(command, registrar, java.util.UUID.randomUUID()));
    commands.send(
        Estate.propose(Estate.INITIATIVE), Actor.of(Estate.MEMBER), java.util.UUID.randomUUID());
    description =
        ModelJson.mapper().readTree(application.get("/v1/openapi.json").body()).get("paths");
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void everyRequestWithABodyHasAnExample() {
    List<String> without = new ArrayList<>();
    for (String path : posts()) {
      if (example(path).isMissingNode()) {
        without.add(path);
      }
    }
    assertThat(without).isEmpty();
  }

  @Test
  void everyExampleIsSentHereOrByTheTestOfItsPackage() {
    Set<String> left = new TreeSet<>(posts());
    STORY.forEach(step -> left.remove(step.getFirst()));
    left.remove(WITH_DECISIONS);
    left.removeIf(path -> ELSEWHERE.contains(path.split("/", 3)[1]));
    assertThat(left).isEmpty();
  }

  @Test
  void theExamplesAreTaken() {
    for (List<String> step : STORY) {
      String path = step.getFirst();
      JsonNode example = example(path);
      assertThat(example.isMissingNode()).as(path).isFalse();
      HttpResponse<String> answer =
          application.post(
              "/v1" + path.replaceAll("\\{[a-z]+}", step.get(1)),
              example.isString() ? example.stringValue() : example.toString());
      assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 201);
      assertThat(answer.body()).as(path).doesNotContain("REFUSED");
    }
  }

  /** The paths of requests that take a body. */
  private static List<String> posts() {
    return description.propertyNames().stream()
        .filter(path -> description.get(path).path("post").has("requestBody"))
        .toList();
  }

  private static JsonNode example(String path) {
    return description
        .get(path)
        .path("post")
        .path("requestBody")
        .path("content")
        .path("application/json")
        .path("example");
  }
}
