package nl.korf.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;

/** Commands to a ledger over HTTP, as any client sends them. */
final class Api implements AutoCloseable {

  private static final Duration ANSWER_MAX = Duration.ofSeconds(60);
  private static final Duration READ_MODELS_MAX = Duration.ofMinutes(10);
  private static final int OK = 200;
  private static final int CREATED = 201;

  private final String address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  Api(String address) {
    this.address = address;
  }

  /** Posts JSON under a new command id; throws unless the answer is 201. */
  HttpResponse<String> post(String token, String path, String json)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(ANSWER_MAX)
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(json))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != CREATED) {
      throw new IOException(
          "%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
    }
    return answer;
  }

  /** Reads JSON; throws unless the answer is 200. */
  String get(String token, String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = ask(token, path, 0);
    if (answer.statusCode() != OK) {
      throw new IOException(
          "%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
    }
    return answer.body();
  }

  /** Waits until the read models have come to a position; the ledger itself waits a while. */
  void awaitReadModels(String token, long position) throws IOException, InterruptedException {
    long end = System.nanoTime() + READ_MODELS_MAX.toNanos();
    int status = 0;
    while (System.nanoTime() < end) {
      status = ask(token, "/v1/mandates?limit=1", position).statusCode();
      if (status == OK) {
        return;
      }
    }
    throw new IOException(
        "the read models did not come to %d; it answers %d".formatted(position, status));
  }

  private HttpResponse<String> ask(String token, String path, long position)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(ANSWER_MAX)
            .header("Authorization", "Bearer " + token)
            .header("Ledger-Min-Position", String.valueOf(position))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  /** Posts JSON; the identifier of what came to be. */
  String create(String token, String path, String json) throws IOException, InterruptedException {
    String location = post(token, path, json).headers().firstValue("Location").orElseThrow();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  @Override
  public void close() {
    client.close();
  }
}
