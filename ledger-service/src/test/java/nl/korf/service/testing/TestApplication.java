package nl.korf.service.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.korf.eventstore.testing.TestPostgres;
import nl.korf.service.Korf;
import nl.korf.service.identity.Tokens;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application on a random port and an empty database. */
public final class TestApplication implements AutoCloseable {

  private static final Duration ANSWER_MAX = Duration.ofSeconds(60);

  private final ConfigurableApplicationContext context;
  private final HttpClient http = HttpClient.newHttpClient();
  private final String token;

  private TestApplication(ConfigurableApplicationContext context, String token) {
    this.context = context;
    this.token = token;
  }

  /** Starts it on a database of its own, with more settings written {@code key=value}. */
  public static TestApplication start(String... settings) {
    return start(TestPostgres.emptyDatabase(), settings);
  }

  /** Starts it on this database. */
  public static TestApplication start(TestPostgres.Database database, String... settings) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--server.port=0");
    arguments.add("--server.address=127.0.0.1");
    arguments.add("--korf.database.url=" + urlOf(database));
    arguments.add("--korf.database.durable=false");
    Arrays.stream(settings).map(setting -> "--" + setting).forEach(arguments::add);
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Korf.class).run(arguments.toArray(String[]::new));
    String token =
        context.getBean(Tokens.class).issueFirst().map(Tokens.Issued::secret).orElse("none");
    return new TestApplication(context, token);
  }

  public static String urlOf(TestPostgres.Database database) {
    return "jdbc:postgresql://%s:%d/%s?user=postgres&password=postgres"
        .formatted(database.host(), database.port(), database.name());
  }

  /** A part of the running application. */
  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  /** The registrar's token. */
  public String token() {
    return token;
  }

  public URI address(String path) {
    String port = Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** A request by the registrar; give it a method. */
  public HttpRequest.Builder asRegistrar(String path) {
    return request(path).header("Authorization", "Bearer " + token);
  }

  /** A request by nobody in particular. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address(path)).timeout(ANSWER_MAX);
  }

  public HttpResponse<String> get(String path) {
    return send(asRegistrar(path).GET());
  }

  /** Posts JSON as the registrar under a new command id. */
  public HttpResponse<String> post(String path, String json) {
    return post(path, json, UUID.randomUUID());
  }

  public HttpResponse<String> post(String path, String json, UUID commandId) {
    return send(
        asRegistrar(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", commandId.toString())
            .POST(BodyPublishers.ofString(json)));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    http.close();
    context.close();
  }
}
