package nl.korf.service.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import nl.korf.eventstore.testing.TestPostgres;
import nl.korf.model.ModelJson;
import nl.korf.service.Korf;
import nl.korf.service.testing.RawRequest;
import nl.korf.service.web.WebHeaders;
import org.awaitility.Awaitility;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The example ledger, whole, answering over HTTP on a port of its own. */
public final class WebLedger implements AutoCloseable {

  private static final int OK = 200;

  private final ConfigurableApplicationContext application;
  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;

  public WebLedger() {
    TestPostgres.Database database = TestPostgres.emptyDatabase();
    String url =
        "jdbc:postgresql://%s:%d/%s".formatted(database.host(), database.port(), database.name());
    application =
        new SpringApplicationBuilder(Korf.class)
            .web(WebApplicationType.SERVLET)
            .run(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--korf.example=true",
                "--korf.reading=open",
                "--korf.database.url=" + url,
                "--korf.database.user=postgres",
                "--korf.database.password=postgres",
                "--korf.database.durable=false");
    String port = application.getEnvironment().getRequiredProperty("local.server.port");
    address = "http://127.0.0.1:" + port;
    awaitReadModels();
  }

  /** The story is told; until the read models have it all, pages would still change. */
  private void awaitReadModels() {
    String last =
        ModelJson.mapper().readTree(get("/v1/facts?limit=1000").body()).path("last").asString();
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> get("/v1/ledger", WebHeaders.LEDGER_MIN_POSITION, last).statusCode() == OK);
  }

  /** Where it answers, {@code http://127.0.0.1:34567}. */
  public String address() {
    return address;
  }

  /** Sends a request byte for byte. */
  public String raw(String head) {
    return RawRequest.send(URI.create(address), head);
  }

  /** A page, as a browser asks for it. */
  public HttpResponse<String> page(String path) {
    return send(HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html"));
  }

  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** Posts JSON as the person, or as {@code registrar}. */
  public HttpResponse<String> post(String who, UUID commandId, String path, String json) {
    return send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/json")
            .header(WebHeaders.KORF_PERSON, who)
            .header(WebHeaders.IDEMPOTENCY_KEY, commandId.toString())
            .POST(BodyPublishers.ofString(json)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new AssertionError(failure);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopping);
    }
  }

  @Override
  public void close() {
    application.close();
  }
}
