package nl.korf.service.imports;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.korf.model.ModelJson;
import nl.korf.model.PersonId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A ledger over HTTP. A request that fails on the way, or that a busy ledger turns away, is sent
 * again, with the same key: batches are idempotent.
 */
final class HttpSink implements ImportSink {

  private static final Duration REQUEST_MAX = Duration.ofMinutes(2);
  private static final int SUCCESS_MAX = 299;

  private final URI base;
  private final String token;
  private final PatientClient client;
  private @Nullable String ledger;

  /**
   * A ledger at an address.
   *
   * @param token of a registrar
   * @param client closed with this
   */
  HttpSink(URI base, String token, PatientClient client) {
    String address = base.toString();
    this.base = address.endsWith("/") ? base : URI.create(address + "/");
    this.token = token;
    this.client = client;
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
    Map<String, PersonId> people = new HashMap<>();
    for (List<String> piece : pieces(ids)) {
      List<String> shown = piece.stream().map(id -> names.getOrDefault(id, id)).toList();
      post("v1/import-batches/people", new ImportBatch.People(set, piece, shown))
          .properties()
          .forEach(e -> people.put(e.getKey(), new PersonId(e.getValue().asString())));
    }
    return people;
  }

  @Override
  public synchronized Set<String> existing(String set, Collection<String> keys) {
    Set<String> found = new HashSet<>();
    for (List<String> piece : pieces(List.copyOf(keys))) {
      JsonNode answer =
          post("v1/import-batches/references", new ImportBatch.References(set, piece));
      ImportBatch.Existing existing =
          ModelJson.mapper().treeToValue(answer, ImportBatch.Existing.class);
      ledger = existing.ledger();
      found.addAll(existing.keys());
    }
    return found;
  }

  /** At least one, so that a ledger is asked even where nothing is. */
  private static List<List<String>> pieces(List<String> all) {
    List<List<String>> pieces = new ArrayList<>();
    for (int from = 0; from == 0 || from < all.size(); from += KEYS_MAX) {
      pieces.add(all.subList(from, Math.min(from + KEYS_MAX, all.size())));
    }
    return pieces;
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
    return answered(client.send(request));
  }

  private static JsonNode answered(HttpResponse<byte[]> response) {
    String text = new String(response.body(), StandardCharsets.UTF_8);
    if (response.statusCode() > SUCCESS_MAX) {
      throw new ImportFailed(
          "the ledger answered %d: %s".formatted(response.statusCode(), detail(text)));
    }
    return read(text)
        .orElseThrow(() -> new ImportFailed("the ledger answered what is no JSON: " + text));
  }

  /** What a problem document says (RFC 9457), or the text as it is. */
  private static String detail(String text) {
    return read(text)
        .map(problem -> problem.path("detail").asString(problem.path("title").asString("")))
        .filter(said -> !said.isEmpty())
        .orElse(text);
  }

  private static Optional<JsonNode> read(String text) {
    try {
      return Optional.of(ModelJson.mapper().readTree(text)).filter(JsonNode::isObject);
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }
}
