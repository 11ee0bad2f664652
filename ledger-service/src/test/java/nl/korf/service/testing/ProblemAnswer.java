package nl.korf.service.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import nl.korf.model.ModelJson;
import tools.jackson.databind.JsonNode;

/** What every problem document owes its reader (RFC 9457, NLGov REST API Design Rules). */
public final class ProblemAnswer {

  private ProblemAnswer() {}

  /** The document, after it was found to be whole and to say this. */
  public static JsonNode of(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.headers().firstValue("API-Version")).hasValue("1.0.0");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    JsonNode document = ModelJson.mapper().readTree(answer.body());
    assertThat(document.path("status").asInt()).as("status in the document").isEqualTo(status);
    assertThat(document.path("code").asString("")).isEqualTo(code);
    assertThat(document.path("type").asString("")).isEqualTo("urn:korf:problem:" + code);
    assertThat(document.path("title").asString("")).isNotBlank();
    assertThat(document.path("detail").asString("")).isNotBlank();
    assertThat(document.path("reasons").isArray()).isTrue();
    return document;
  }

  /** The same for a problem that passes: it says when to try again, in whole seconds. */
  public static JsonNode passing(HttpResponse<String> answer, String code) {
    JsonNode document = of(answer, 503, code);
    assertThat(answer.headers().firstValue("Retry-After").orElse("")).matches("[1-9][0-9]*");
    return document;
  }
}
