package nl.korf.service.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import nl.korf.model.ModelJson;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Commands;
import nl.korf.service.memory.Estate;
import tools.jackson.databind.JsonNode;

/** The small estate service in a running application, and what its description shows. */
public final class EstateOverHttp implements AutoCloseable {

  private final TestApplication application = TestApplication.start();
  private String position = "1";

  /** The founding of {@link Estate}, and its initiative. */
  public EstateOverHttp() {
    Commands commands = application.part(Commands.class);
    Actor registrar = Actor.registrar("test");
    Estate.founding().forEach(command -> commands.send(command, registrar, UUID.randomUUID()));
    commands.send(Estate.propose(Estate.INITIATIVE), Actor.of(Estate.MEMBER), UUID.randomUUID());
  }

  /** Sends the body that the description shows for a POST; it is accepted. */
  public void example(String path, String parameter, String value) {
    JsonNode described =
        json(application.send(application.request("/v1/openapi.json").GET()))
            .path("paths")
            .path(path)
            .path("post")
            .path("requestBody")
            .path("content")
            .path("application/json")
            .path("example");
    assertThat(described.isMissingNode()).as("an example at " + path).isFalse();
    HttpResponse<String> answer =
        application.post("/v1" + path.replace("{" + parameter + "}", value), written(described));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    position = answer.headers().firstValue("Ledger-Position").orElseThrow();
  }

  /** An example is described as JSON, or as a text that is JSON. */
  private static String written(JsonNode example) {
    return example.isString() ? example.stringValue() : example.toString();
  }

  /** Posts as the registrar. */
  public HttpResponse<String> post(String path, String json) {
    return application.post(path, json);
  }

  /** Reads what the last example recorded, and after it. */
  public JsonNode read(String path) {
    HttpResponse<String> answer =
        application.send(
            application.asRegistrar(path).header("Ledger-Min-Position", position).GET());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return ModelJson.mapper().readTree(answer.body());
  }

  @Override
  public void close() {
    application.close();
  }
}
