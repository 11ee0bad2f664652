package nl.korf.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import nl.korf.eventstore.LedgerIdentity;
import nl.korf.model.facts.Fact;
import tools.jackson.databind.JsonNode;

/**
 * The first page in a browser that kept nothing, and the frames while its time bar is dragged, at
 * {@value MapFacts#NODES} nodes without a GPU; beside each, the same of a page that draws nothing.
 */
final class MapFigures {

  private static final int LOADS = 7;
  private static final int FRAMES = 300;
  private static final double KILOBYTE = 1024;
  private static final Duration READY_MAX = Duration.ofSeconds(60);
  private static final long LOOK_AGAIN_NANOS = 20_000_000;

  /** Steps the slider to and fro, one step a frame; the milliseconds from frame to frame. */
  private static final String SCRUB =
      """
      new Promise((done) => {
        const slider = document.querySelector("#map-slider");
        const frames = [];
        let last = performance.now();
        const step = (now) => {
          frames.push(now - last);
          last = now;
          if (frames.length > %d) {
            done(frames.slice(1));
            return;
          }
          if (slider) {
            const part = Math.abs(((frames.length / 75) %% 2) - 1);
            slider.value = Math.round(slider.max * part);
            slider.dispatchEvent(new Event("input", { bubbles: true }));
          }
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      })
      """
          .formatted(FRAMES);

  private final Server server;

  MapFigures(Server server) {
    this.server = server;
  }

  List<Figure> measure() throws Exception {
    String program = System.getenv("KORF_CHROMIUM");
    if (program == null || program.isEmpty()) {
      System.err.println("there is no Chromium: the map is not measured");
      return List.of();
    }
    Server.Database database = server.ledger("map");
    String urn = "urn:uuid:" + LedgerIdentity.read(database.owner()).orElseThrow().id().toString();
    List<Fact> facts = MapFacts.of(urn);
    long last = facts.size();
    RawFacts.insert(
        database, 0, last, position -> facts.get((int) position - 1), MapFacts::recordedAt);
    try (KorfNode node = KorfNode.start(server, database);
        Api api = new Api(node.address())) {
      String token = node.token();
      api.awaitReadModels(token, last);
      database.execute("vacuum analyze");
      return looked(program, node, token);
    }
  }

  private List<Figure> looked(String program, KorfNode node, String token) throws Exception {
    double[] millis = new double[LOADS];
    double[] kilobytes = new double[LOADS];
    double[] help = new double[LOADS];
    Path profiles = server.folder().path().resolve("chrome-" + Instant.now().toEpochMilli());
    // the first one warms the node, not the browser, and does not count
    load(program, profiles.resolve("warm"), node, token, "/");
    double[] frames = {};
    double[] still = {};
    double nodes = 0;
    for (int load = 0; load < LOADS; load++) {
      try (Chrome chrome = Chrome.start(program, profiles.resolve("map-" + load))) {
        millis[load] = ready(chrome, node, token, "/");
        kilobytes[load] = chrome.fetched() / KILOBYTE;
        if (load == LOADS - 1) {
          nodes = chrome.evaluate("document.querySelectorAll('#map canvas').length").asDouble();
          frames = numbers(chrome.evaluate(SCRUB));
        }
      }
      try (Chrome chrome = Chrome.start(program, profiles.resolve("help-" + load))) {
        help[load] = ready(chrome, node, token, "/help");
        if (load == LOADS - 1) {
          still = numbers(chrome.evaluate(SCRUB));
        }
      }
    }
    if (nodes != 1) {
      throw new IllegalStateException("the first page shows no map");
    }
    String of = "at %,d nodes".formatted(MapFacts.NODES);
    return List.of(
        Figure.atMost(
            "first page, from the address to a map that answers, ms, " + of,
            1_000,
            millis,
            "a page of text alone, whole: %.0f ms".formatted(Figure.median(help))),
        Figure.atMost("KB fetched for it by a browser that kept nothing", 400, kilobytes, ""),
        Figure.atMost(
            "dragging the time bar, p95 from frame to frame, ms, " + of,
            33,
            new double[] {percentile(frames, 95)},
            "p50 %.1f ms; a page that draws nothing %.1f and %.1f ms"
                .formatted(percentile(frames, 50), percentile(still, 50), percentile(still, 95))));
  }

  private static void load(String program, Path profile, KorfNode node, String token, String path)
      throws Exception {
    try (Chrome chrome = Chrome.start(program, profile)) {
      ready(chrome, node, token, path);
    }
  }

  /** Goes to a page; the milliseconds until its map answers, or until a page without is whole. */
  private static double ready(Chrome chrome, KorfNode node, String token, String path)
      throws Exception {
    chrome.send(
        "Network.setExtraHTTPHeaders",
        Map.of("headers", Map.of("Authorization", "Bearer " + token)));
    chrome.send("Page.navigate", Map.of("url", node.address() + path));
    String asked =
        path.equals("/")
            ? "performance.getEntriesByName('map-ready')[0]?.startTime ?? -1"
            : "location.protocol === 'http:' && performance.getEntriesByType('navigation')[0]"
                + ".loadEventEnd || -1";
    long end = System.nanoTime() + READY_MAX.toNanos();
    while (System.nanoTime() < end) {
      double millis = chrome.evaluate(asked).asDouble(-1);
      if (millis > 0) {
        return millis;
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
    throw new IllegalStateException(
        "not ready: " + chrome.evaluate("location.href + ' ' + document.body.innerText"));
  }

  private static double[] numbers(JsonNode array) {
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).asDouble();
    }
    return numbers;
  }

  private static double percentile(double[] values, int percent) {
    double[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }
}
