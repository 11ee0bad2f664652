package nl.korf.benchmarks;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import nl.korf.model.facts.Fact;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Authority checks over HTTP in a ledger of {@value LadderFacts#MANDATES} mandates, beside the
 * plainest read of the same node: one mandate by its identifier. Three of four checks ask about an
 * act that is allowed by a chain of ten, the fourth about one that goes over its limit; every
 * answer is looked at. Each check leaves its durable row, as it always does.
 */
final class AuthorityFigures {

  private static final double BAR_MILLIS = 5;
  private static final int[] CALLERS = {1, 4};
  private static final double MEGABYTE = 1e6;

  private final Server server;
  private final Bench options;
  private final JsonMapper json = JsonMapper.shared();

  AuthorityFigures(Server server, Bench options) {
    this.server = server;
    this.options = options;
  }

  List<Figure> measure() throws Exception {
    Server.Database database = server.empty("authority");
    String token;
    try (KorfNode node = KorfNode.start(server, database)) {
      token = node.token();
    }
    long last = fill(database);
    try (KorfNode node = KorfNode.start(server, database);
        Api api = new Api(node.address())) {
      api.awaitReadModels(token, last);
      database.execute("vacuum analyze");
      database.execute("checkpoint");
      Load.Call check = _ -> check(api, token);
      Load.Call read = _ -> mandate(api, token);
      Load.run(CALLERS[1], CommandFigures.WARM_UP, check);
      Load.run(CALLERS[1], CommandFigures.WARM_UP, read);
      List<Figure> figures = new ArrayList<>();
      for (int callers : CALLERS) {
        figures.addAll(figures(callers, check, read, node));
      }
      return figures;
    }
  }

  private List<Figure> figures(int callers, Load.Call check, Load.Call read, KorfNode node)
      throws Exception {
    double[] millis = new double[options.rounds()];
    double[] ratios = new double[options.rounds()];
    double[] perSecond = new double[options.rounds()];
    double[] halves = new double[options.rounds()];
    CpuTime used = CpuTime.NONE;
    long calls = 0;
    for (int round = 0; round < millis.length; round++) {
      CpuTime before = CpuTime.now(node.process(), server.postmaster());
      Load checks = Load.run(callers, options.time(), check);
      used = used.plus(CpuTime.now(node.process(), server.postmaster()).since(before));
      calls += checks.calls();
      Load reads = Load.run(callers, options.time(), read);
      millis[round] = checks.p99Millis();
      halves[round] = checks.p50Millis();
      perSecond[round] = checks.perSecond();
      ratios[round] = checks.p99Millis() / reads.p99Millis();
    }
    String among =
        "%,d mandates, chains of %d, %d in flight"
            .formatted(LadderFacts.MANDATES, LadderFacts.DEPTH, callers);
    String detail =
        "p50 %.1f ms, %.0f a second; %s; heap %.0f MB, resident %.0f MB"
            .formatted(
                Figure.median(halves),
                Figure.median(perSecond),
                used.each("check", calls),
                node.heap() / MEGABYTE,
                node.residentSet().now() / MEGABYTE);
    String name = "authority check over HTTP, p99 in ms, " + among;
    return List.of(
        callers == 1
            ? Figure.atMost(name, BAR_MILLIS, millis, detail)
            : Figure.stated(name, millis, detail),
        Figure.stated("p99 of an authority check / of reading a mandate, " + among, ratios, ""));
  }

  private static long fill(Server.Database database) throws Exception {
    long before = database.number("select max(position) from ledger.event");
    List<Fact> facts = LadderFacts.all();
    Instant begun = Instant.now().truncatedTo(ChronoUnit.MICROS);
    RawFacts.insert(
        database,
        before,
        before + facts.size(),
        position -> facts.get((int) (position - before - 1)),
        position -> begun.plus(position, ChronoUnit.MICROS));
    return before + facts.size();
  }

  private void check(Api api, String token) throws Exception {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    boolean allowed = random.nextInt(4) > 0;
    long cents = 100L * LadderFacts.LIMIT_EURO + (allowed ? -random.nextInt(10_000) : 1);
    String asked =
        """
        {"person":"%s","power":"%s",\
        "value":{"category":"works","each":{"minor":%d,"currency":"EUR","vat":"EXCLUSIVE"}}}\
        """
            .formatted(
                LadderFacts.person(random.nextInt(LadderFacts.PEOPLE)),
                LadderFacts.power(0),
                cents);
    JsonNode answer = json.readTree(api.post(token, "/v1/authority-checks", asked).body());
    String verdict = answer.required("verdict").stringValue();
    if (!verdict.equals(allowed ? "COMPETENT" : "NOT_COMPETENT")
        || answer.required("path").size() != LadderFacts.DEPTH) {
      throw new IllegalStateException("asked " + asked + ", answered " + answer);
    }
  }

  private static void mandate(Api api, String token) throws Exception {
    api.get(token, "/v1/mandates/mandate-0-9-" + ThreadLocalRandom.current().nextInt(30_000));
  }
}
