package nl.korf.service.imports;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.korf.model.ModelJson;
import nl.korf.model.PersonId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A ledger over HTTP. A request that fails on the way, or that a busy ledger turns away, is sent
 * again: batches are idempotent.
 */
final class HttpSink implements ImportSink {

  private static final int ATTEMPTS_MAX = 5;
  private static final Duration REQUEST_MAX = Duration.ofMinutes(2);
  private static final int BUSY = 503;
  private static final int SUCCESS_MAX = 299;

  private final URI base;
  private final String token;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private @Nullable String ledger;

  /**
   * A ledger at an address.
   *
   * @param token of a registrar
   */
  HttpSink(URI base, String token) {
    String address = base.toString();
    this.base = address.endsWith("/") ? base : URI.create(address + "/");
    this.token = token;
  }

  @Override
  public synchronized String ledger() {
    if (ledger == null) {
      existing("", List.of());
    }
    return String.valueOf(ledger);
  }

  @Override
  public Map<String, PersonId> people(String set, Map<String, String> names) {
    List<String> ids = List.copyOf(names.keySet());
    List<String> shown = new ArrayList<>();
    ids.forEach(id -> shown.add(names.getOrDefault(id, id)));
    JsonNode answer = post("v1/import-batches/people", new ImportBatch.People(set, ids, shown));
    Map<String, PersonId> people = new HashMap<>();
    answer.properties().forEach(e -> people.put(e.getKey(), new PersonId(e.getValue().asString())));
    return people;
  }

  @Override
  public synchronized Set<String> existing(String set, Collection<String> keys) {
    JsonNode answer =
        post("v1/import-batches/references", new ImportBatch.References(set, List.copyOf(keys)));
    ImportBatch.Existing existing =
        ModelJson.mapper().treeToValue(answer, ImportBatch.Existing.class);
    ledger = existing.ledger();
    return new HashSet<>(existing.keys());
  }

  @Override
  public List<Outcome> record(List<PlannedFact> facts) {
    ImportBatch batch = new ImportBatch(facts.stream().map(ImportBatch.Item::of).toList());
    JsonNode answer = post("v1/import-batches", batch);
    return ModelJson.mapper().treeToValue(answer, ImportBatch.Answer.class).outcomes();
  }

  @Override
  public void close() {
    client.close();
  }

  private JsonNode post(String path, Object body) {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(REQUEST_MAX)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofByteArray(ModelJson.mapper().writeValueAsBytes(body)))
            .build();
    IOException last = new IOException("the ledger is busy");
    for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      try {
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != BUSY) {
          return answered(response);
        }
      } catch (IOException onTheWay) {
        last = onTheWay;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ImportFailed("interrupted; run the import again to continue");
      }
    }
    throw new ImportFailed(
        "cannot reach %s (%s); run the import again to continue"
            .formatted(base, last.getMessage()));
  }

  private static JsonNode answered(HttpResponse<byte[]> response) {
    String text = new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
    if (response.statusCode() > SUCCESS_MAX) {
      throw new ImportFailed("the ledger answered %d: %s".formatted(response.statusCode(), text));
    }
    return ModelJson.mapper().readTree(text);
  }
}
