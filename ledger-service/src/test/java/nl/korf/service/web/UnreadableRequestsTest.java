package nl.korf.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.service.testing.RawRequest;
import nl.korf.service.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests no well-behaved client sends, byte for byte: they get a problem document too, from
 * whichever layer refuses them.
 */
class UnreadableRequestsTest {

  private static TestApplication application;

  @BeforeAll
  static void start() {
    application = TestApplication.start("korf.reading=open");
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v1/%zz",
        "GET /v1/groups/%2F",
        "GET /v1/groups//x",
        "GET /v1/groups;x=1",
        "GET /v1/../etc",
        "GET /v1/groups?limit=%zz",
        "FOO /v1/groups",
        "GET /?day=yesterday",
        "GET /v1/groups?name=%00",
        "GET /v1/groups?kind=%00",
        "GET /v1/groups?cursor=Zm9v",
        "GET /v1/groups?cursor=QklSVEggZ3JwIDEgZ3JvdXAvAA",
        "GET /v1/groups?on=%2B300000-01-01T00:00:00Z",
        "GET /v1/groups?at=%2B300000-01-01T00:00:00Z",
        "GET /v1/groups/%00",
      })
  void whatCannotBeReadIs400(String request) {
    problem(ask(request, ""), 400, "invalid-request");
  }

  @Test
  void aGoodRequestSentThisWayIsAnswered() {
    assertThat(ask("GET /v1/groups", "")).startsWith("HTTP/1.1 200 ").contains("\"items\"");
  }

  @Test
  void anAddressThatIsTooLongIs414AndHeadersThatAreTooLargeAre431() {
    problem(ask("GET /v1/groups?q=" + "x".repeat(20_000), ""), 414, "address-too-long");
    problem(ask("GET /v1/groups", "X-Much: " + "x".repeat(20_000)), 431, "headers-too-large");
  }

  @Test
  void theServerItselfSpeaksTheReadersLanguage() {
    assertThat(ask("GET /v1/groups/%2F", "")).contains("Het verzoek is niet goed gevormd");
    assertThat(ask("GET /v1/groups/%2F", "Accept-Language: en"))
        .contains("The request is not well formed");
  }

  private static void problem(String answer, int status, String code) {
    assertThat(answer)
        .startsWith("HTTP/1.1 " + status + " ")
        .contains("API-Version: 1.0.0", "application/problem+json")
        .contains("\"status\":" + status, "\"code\":\"" + code + "\"", "\"title\"", "\"detail\"");
  }

  private static String ask(String requestLine, String header) {
    String head = requestLine + " HTTP/1.1\r\nHost: localhost";
    return RawRequest.send(
        application.address("/"), header.isEmpty() ? head : head + "\r\n" + header);
  }
}
