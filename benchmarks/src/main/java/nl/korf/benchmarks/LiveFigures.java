package nl.korf.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import nl.korf.benchmarks.CommandFigures.Proposer;
import org.HdrHistogram.Histogram;
import org.postgresql.PGConnection;

/**
 * From the answer to a command until every open page hears of it: {@value #SUBSCRIBERS} streams,
 * against the least such news can take, a bare notification from one connection of the database to
 * another and one write over HTTP. Then how much a stream that waits takes.
 */
final class LiveFigures {

  static final int SUBSCRIBERS = 1_000;
  private static final int STREAMS = 9_000;
  private static final int CALLERS = 16;
  private static final int CALM_PER_SECOND = 2;
  private static final int BUSY_PER_SECOND = 200;
  private static final Duration CALM = Duration.ofSeconds(60);
  private static final Duration BUSY = Duration.ofSeconds(20);
  private static final Duration ARRIVAL_MAX = Duration.ofSeconds(30);
  private static final int FACTS_MAX = 10_000;
  private static final int NOTIFIED_MILLIS_MAX = 10_000;
  private static final double KILOBYTE = 1024;

  private final Server server;

  LiveFigures(Server server) {
    this.server = server;
  }

  List<Figure> measure() throws Exception {
    Server.Database database = server.empty("live");
    try (KorfNode node = KorfNode.start(server, database);
        Api api = new Api(node.address())) {
      List<Proposer> proposers = CommandFigures.proposers(api, node.token(), CALLERS);
      String reader = proposers.getFirst().token();
      Load.run(CALLERS, CommandFigures.WARM_UP, caller -> propose(api, proposers.get(caller)));
      Load bare = bare(database);
      Seen calm = seen(node, api, proposers, CALM_PER_SECOND, CALM);
      Seen busy = seen(node, api, proposers, BUSY_PER_SECOND, BUSY);
      double before = node.residentSet().now();
      double kilobytes;
      try (Subscribers _ = Subscribers.open(node.address(), reader, STREAMS, 1)) {
        kilobytes = (node.residentSet().now() - before) / STREAMS / KILOBYTE;
      }
      return List.of(
          Figure.atMost(
              "answer to heard by %,d, %d a second / NOTIFY and one HTTP write, p99"
                  .formatted(SUBSCRIBERS, CALM_PER_SECOND),
              3,
              new double[] {calm.p99Millis() / bare.p99Millis()},
              "%.1f ms against %.1f ms; p50 %.1f ms against %.1f ms"
                  .formatted(
                      calm.p99Millis(), bare.p99Millis(), calm.p50Millis(), bare.p50Millis())),
          Figure.atMost(
              "the same at %d a second, ms more".formatted(BUSY_PER_SECOND),
              250,
              new double[] {busy.p99Millis() - calm.p99Millis()},
              "p99 %.0f ms, p50 %.0f ms, %,d commands"
                  .formatted(busy.p99Millis(), busy.p50Millis(), busy.commands())),
          Figure.atMost(
              "KB resident for each of %,d streams".formatted(STREAMS),
              60,
              new double[] {kilobytes},
              "%.0f MB before them".formatted(before / 1e6)));
    }
  }

  /** What every reader took to hear of every command after it was answered. */
  private record Seen(Histogram micros, int commands) {

    double p99Millis() {
      return micros.getValueAtPercentile(99) / 1_000.0;
    }

    double p50Millis() {
      return micros.getValueAtPercentile(50) / 1_000.0;
    }
  }

  private static long propose(Api api, Proposer proposer) throws Exception {
    return Long.parseLong(
        api.post(proposer.token(), "/v1/initiatives", proposer.proposal())
            .headers()
            .firstValue("Ledger-Position")
            .orElseThrow());
  }

  private static Seen seen(
      KorfNode node, Api api, List<Proposer> proposers, int perSecond, Duration time)
      throws Exception {
    Map<Long, Long> answered = new ConcurrentHashMap<>();
    try (Subscribers subscribers =
        Subscribers.open(node.address(), proposers.getFirst().token(), SUBSCRIBERS, FACTS_MAX)) {
      int callers = Math.min(CALLERS, perSecond);
      Load.paced(
          callers,
          perSecond,
          time,
          caller -> answered.put(propose(api, proposers.get(caller)), System.nanoTime()));
      long last = answered.keySet().stream().mapToLong(Long::longValue).max().orElseThrow();
      await(subscribers, last);
      Histogram micros = new Histogram(60_000_000, 3);
      answered.forEach((position, at) -> {
        for (long arrival : subscribers.arrivals(position)) {
          if (arrival == 0) {
            throw new IllegalStateException("a stream was not told of position " + position);
          }
          micros.recordValue(Math.clamp((arrival - at) / 1_000, 0, 60_000_000));
        }
      });
      return new Seen(micros, answered.size());
    }
  }

  private static void await(Subscribers subscribers, long position) {
    long end = System.nanoTime() + ARRIVAL_MAX.toNanos();
    while (!subscribers.have(position)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("not every stream was told of position " + position);
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  /** The least: one connection notifies, another hears it, and one small request is answered. */
  private static Load bare(Server.Database database) throws Exception {
    HttpServer web =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    web.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    web.start();
    URI address = URI.create("http://127.0.0.1:" + web.getAddress().getPort() + "/");
    try (Connection speaker = database.owner().getConnection();
        Connection hearer = database.owner().getConnection();
        Statement says = speaker.createStatement();
        HttpClient client = HttpClient.newHttpClient()) {
      try (Statement listens = hearer.createStatement()) {
        listens.execute("listen bench_live");
      }
      AtomicInteger word = new AtomicInteger();
      return Load.paced(
          1,
          CALM_PER_SECOND,
          CALM,
          _ -> {
            says.execute("notify bench_live, '" + word.incrementAndGet() + "'");
            hear(hearer);
            write(client, address);
          });
    } finally {
      web.stop(0);
    }
  }

  private static void hear(Connection hearer) throws SQLException {
    PGConnection postgres = hearer.unwrap(PGConnection.class);
    if (postgres.getNotifications(NOTIFIED_MILLIS_MAX).length == 0) {
      throw new SQLException("no notification came");
    }
  }

  private static void write(HttpClient client, URI address)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address).POST(BodyPublishers.ofString("news")).build();
    client.send(request, BodyHandlers.discarding());
  }
}
