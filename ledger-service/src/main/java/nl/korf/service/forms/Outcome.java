package nl.korf.service.forms;

import java.util.ArrayList;
import java.util.List;
import nl.korf.service.web.WebHeaders;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What came of a form that was sent, or would come of it.
 *
 * @param status of the answer
 * @param title what sort of problem, empty where there is none
 * @param reasons all that stands in the way
 * @param facts the sorts of facts that were or would be recorded
 * @param chain the mandates it rests on, from that of the decider up; empty where it rests on none
 * @param position of the last fact recorded; 0 where nothing was
 * @param page where what came to be is shown
 */
public record Outcome(
    int status,
    String title,
    List<Reason> reasons,
    List<String> facts,
    List<String> chain,
    long position,
    String page) {

  private static final int UNPROCESSABLE = 422;
  private static final String API = "/v1";

  /**
   * One thing that stands in the way.
   *
   * @param path the field it is about, or null
   */
  public record Reason(String message, @Nullable String nextStep, @Nullable String path) {}

  /** Something could not be read: the fields say what. */
  static Outcome unreadable() {
    return new Outcome(UNPROCESSABLE, "", List.of(), List.of(), List.of(), 0, "/");
  }

  static Outcome of(InnerCall.Answer answer) {
    JsonNode body = answer.body();
    if (!answer.accepted()) {
      return new Outcome(
          answer.status(),
          body.path("title").asString(""),
          reasons(body),
          List.of(),
          List.of(),
          0,
          "/");
    }
    String position = answer.header(WebHeaders.LEDGER_POSITION);
    String location = answer.header("Location");
    return new Outcome(
        answer.status(),
        "",
        List.of(),
        facts(body),
        chain(body),
        position.isEmpty() ? 0 : Long.parseLong(position),
        location.startsWith(API) ? location.substring(API.length()) : "/");
  }

  public boolean accepted() {
    return status / 100 == 2;
  }

  public boolean recorded() {
    return accepted() && position > 0;
  }

  private static List<Reason> reasons(JsonNode problem) {
    List<Reason> reasons = new ArrayList<>();
    for (JsonNode reason : problem.path("reasons")) {
      reasons.add(
          new Reason(
              reason.path("message").asString(""),
              reason.hasNonNull("nextStep") ? reason.get("nextStep").asString() : null,
              path(reason)));
    }
    if (reasons.isEmpty()) {
      reasons.add(new Reason(problem.path("detail").asString(""), null, null));
    }
    return reasons;
  }

  private static @Nullable String path(JsonNode reason) {
    String pointer = reason.path("pointer").asString("");
    if (!pointer.isEmpty()) {
      return pointer.substring(1).replace('/', '.');
    }
    String field = reason.path("values").path("field").asString("");
    return field.isEmpty() ? null : field;
  }

  private static List<String> facts(JsonNode body) {
    List<String> types = new ArrayList<>();
    for (JsonNode fact : body.path("facts")) {
      types.add(fact.isString() ? fact.asString() : fact.path("type").asString(""));
    }
    return types;
  }

  private static List<String> chain(JsonNode body) {
    List<String> mandates = new ArrayList<>();
    for (JsonNode fact : body.path("facts")) {
      for (JsonNode step : fact.path("data").path("competence").path("path")) {
        mandates.add(step.path("mandate").asString(""));
      }
    }
    return mandates;
  }
}
