package nl.korf.service.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import nl.korf.model.ModelJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads {@code /v1/live} as a browser's EventSource does, one event at a time. */
final class EventSource implements AutoCloseable {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final BufferedReader lines;

  EventSource(String site, String query, @Nullable String lastEventId) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(site + "/v1/live" + query))
            .header("Accept", "text/event-stream")
            .timeout(Duration.ofSeconds(30));
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    try {
      HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
      if (answer.statusCode() != 200) {
        throw new AssertionError("status " + answer.statusCode());
      }
      lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopping);
    }
  }

  /** An event of the stream. */
  record Event(String name, long id, JsonNode data) {}

  /** The next event; comments are passed over. */
  Event next() {
    String name = "message";
    long id = -1;
    StringBuilder data = new StringBuilder();
    while (true) {
      String line = line();
      if (line.isEmpty() && !data.isEmpty()) {
        return new Event(name, id, ModelJson.mapper().readTree(data.toString()));
      } else if (line.startsWith("event: ")) {
        name = line.substring("event: ".length());
      } else if (line.startsWith("id: ")) {
        id = Long.parseLong(line.substring("id: ".length()));
      } else if (line.startsWith("data: ")) {
        data.append(line, "data: ".length(), line.length());
      }
    }
  }

  private String line() {
    try {
      String line = lines.readLine();
      if (line == null) {
        throw new AssertionError("the stream ended");
      }
      return line;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
