package nl.korf.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One page in a Chromium without a screen and without a GPU, spoken to by its own protocol. */
final class Chrome implements AutoCloseable {

  private static final Duration ANSWER_MAX = Duration.ofSeconds(60);
  private static final long LOOK_AGAIN_NANOS = 20_000_000;
  private static final String PORT_FILE = "DevToolsActivePort";

  private final Process process;
  private final HttpClient http;
  private final WebSocket socket;
  private final Wire wire;

  private Chrome(Process process, HttpClient http, WebSocket socket, Wire wire) {
    this.process = process;
    this.http = http;
    this.socket = socket;
    this.wire = wire;
  }

  /** Starts it with a profile of its own, in which nothing is kept yet. */
  static Chrome start(String program, Path profile) throws Exception {
    Files.createDirectories(profile);
    Process process =
        new ProcessBuilder(
                program,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1440,900",
                "--user-data-dir=" + profile,
                "--remote-debugging-port=0",
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    HttpClient http = HttpClient.newHttpClient();
    try {
      Wire wire = new Wire();
      WebSocket socket =
          http.newWebSocketBuilder()
              .buildAsync(page(http, port(process, profile.resolve(PORT_FILE))), wire)
              .get(ANSWER_MAX.toSeconds(), TimeUnit.SECONDS);
      Chrome chrome = new Chrome(process, http, socket, wire);
      for (String domain : List.of("Runtime.enable", "Page.enable", "Network.enable")) {
        chrome.send(domain, Map.of());
      }
      return chrome;
    } catch (Exception failure) {
      process.destroyForcibly();
      throw failure;
    }
  }

  private static int port(Process process, Path file) throws IOException {
    long end = System.nanoTime() + ANSWER_MAX.toNanos();
    while (!Files.exists(file) || Files.readAllLines(file).size() < 2) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IOException("Chromium did not start");
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
    return Integer.parseInt(Files.readAllLines(file).getFirst());
  }

  private static URI page(HttpClient http, int port) throws IOException, InterruptedException {
    var list =
        java.net.http.HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json"))
            .build();
    String tabs = http.send(list, java.net.http.HttpResponse.BodyHandlers.ofString()).body();
    for (JsonNode tab : JsonMapper.shared().readTree(tabs)) {
      if (tab.path("type").asString().equals("page")) {
        return URI.create(tab.get("webSocketDebuggerUrl").stringValue());
      }
    }
    throw new IOException("Chromium has no page: " + tabs);
  }

  /** What comes from the browser: answers by number, and how much was fetched. */
  private static final class Wire implements WebSocket.Listener {
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final DoubleAdder fetched = new DoubleAdder();
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        JsonNode message = JsonMapper.shared().readTree(text.toString());
        text.setLength(0);
        CompletableFuture<JsonNode> waiting = asked.remove(message.path("id").asInt(-1));
        if (waiting != null) {
          waiting.complete(message);
        } else if (message.path("method").asString("").equals("Network.loadingFinished")) {
          fetched.add(message.at("/params/encodedDataLength").asDouble());
        }
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }

  private final AtomicInteger numbers = new AtomicInteger();

  /** Sends a command of the protocol and waits for its answer. */
  JsonNode send(String method, Map<String, ?> parameters) throws IOException, InterruptedException {
    int number = numbers.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    wire.asked.put(number, answer);
    Map<String, Object> message = Map.of("id", number, "method", method, "params", parameters);
    try {
      socket
          .sendText(JsonMapper.shared().writeValueAsString(message), true)
          .get(ANSWER_MAX.toSeconds(), TimeUnit.SECONDS);
      JsonNode said = answer.get(ANSWER_MAX.toSeconds(), TimeUnit.SECONDS);
      if (said.has("error")) {
        throw new IOException(method + ": " + said.get("error"));
      }
      return said.path("result");
    } catch (ExecutionException | TimeoutException failure) {
      throw new IOException(method + " has no answer", failure);
    }
  }

  /** What an expression of the page comes to, after its promise. */
  JsonNode evaluate(String expression) throws IOException, InterruptedException {
    JsonNode result =
        send(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (result.has("exceptionDetails")) {
      throw new IOException(result.get("exceptionDetails").toString());
    }
    return result.at("/result/value");
  }

  /** Octets that came over the network so far, as they were sent, headers included. */
  double fetched() {
    return wire.fetched.sum();
  }

  @Override
  public void close() {
    socket.abort();
    http.close();
    try (Stream<ProcessHandle> children = process.descendants()) {
      children.forEach(ProcessHandle::destroyForcibly);
    }
    process.destroyForcibly();
  }
}
