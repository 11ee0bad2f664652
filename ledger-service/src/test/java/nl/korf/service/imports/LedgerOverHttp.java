package nl.korf.service.imports;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.korf.model.ModelJson;

/**
 * The addresses of an import in front of a ledger, on loopback; what a test does first is up to it.
 */
final class LedgerOverHttp implements AutoCloseable {

  /** A request that came, whatever became of it. */
  record Came(String path, String key) {}

  /** What happens to a request before the ledger sees it, or instead. */
  @FunctionalInterface
  interface Door {
    /** Whether the request is answered, or dropped, here. */
    boolean keeps(HttpExchange exchange) throws IOException;
  }

  private final ImportSink sink;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Came> came = new CopyOnWriteArrayList<>();
  private volatile Door before = _ -> false;
  private volatile Door after = _ -> false;

  LedgerOverHttp(ImportSink sink) {
    this.sink = sink;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** What happens before anything is recorded. */
  void before(Door door) {
    before = door;
  }

  /** What happens when all is recorded and only the answer is missing. */
  void after(Door door) {
    after = door;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  List<Came> came() {
    return List.copyOf(came);
  }

  static void refuse(HttpExchange exchange, int status, Map<String, String> headers, String body)
      throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
    sink.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    came.add(new Came(path, exchange.getRequestHeaders().getFirst("Idempotency-Key")));
    if (before.keeps(exchange)) {
      return;
    }
    byte[] answer = ModelJson.mapper().writeValueAsBytes(answer(path, body));
    if (after.keeps(exchange)) {
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private Object answer(String path, byte[] body) {
    return switch (path) {
      case "/v1/import-batches" -> {
        ImportBatch batch = ModelJson.mapper().readValue(body, ImportBatch.class);
        yield new ImportBatch.Answer(
            sink.record(batch.facts().stream().map(ImportBatch.Item::planned).toList()));
      }
      case "/v1/import-batches/people" -> {
        ImportBatch.People people = ModelJson.mapper().readValue(body, ImportBatch.People.class);
        Map<String, String> names = new HashMap<>();
        people.ids().forEach(id -> names.put(id, id));
        yield sink.people(people.set(), names);
      }
      case "/v1/import-batches/references" -> {
        ImportBatch.References asked =
            ModelJson.mapper().readValue(body, ImportBatch.References.class);
        yield new ImportBatch.Existing(
            sink.ledger(), List.copyOf(sink.existing(asked.set(), asked.keys())));
      }
      default -> throw new IllegalStateException("no such address: " + path);
    };
  }
}
