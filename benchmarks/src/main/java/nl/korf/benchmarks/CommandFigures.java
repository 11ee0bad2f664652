package nl.korf.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whole commands against bare appends: a person who is a member of a group proposes an initiative
 * of it, over HTTP to the application in a JVM of its own, and has the answer. Every caller is
 * another person in another group, so no two decisions meet.
 */
final class CommandFigures {

  private static final int CALLERS = 64;

  /** A new JVM takes a while to compile the whole way from HTTP to SQL. */
  static final Duration WARM_UP = Duration.ofSeconds(20);

  /** Brings the stored payload to about {@link Store#PAYLOAD_BYTES}. */
  private static final String FACET = "k".repeat(300);

  private final Server server;
  private final Bench options;
  private final LongAdder answered = new LongAdder();
  private CpuTime cpu = CpuTime.NONE;
  private long measured;

  CommandFigures(Server server, Bench options) {
    this.server = server;
    this.options = options;
  }

  /** Somebody, by token, and the group they propose in. */
  record Proposer(String token, String group) {

    String proposal() {
      return """
      {"title":{"en":"An initiative that is proposed to be measured"},"owner":"%s",\
      "context":{"business":{"text":"%s","references":[]}}}\
      """
          .formatted(group, FACET);
    }
  }

  List<Figure> measure() throws Exception {
    Server.Database database = server.empty("command");
    try (Store store = Store.open(server.ledger("command_appends"));
        KorfNode node = KorfNode.start(server, database);
        Api api = new Api(node.address())) {
      List<Proposer> proposers = proposers(api, node.token(), CALLERS);
      long before = database.number("select max(position) from ledger.event");
      Load.Call command =
          caller -> {
            Proposer proposer = proposers.get(caller);
            api.post(proposer.token(), "/v1/initiatives", proposer.proposal());
            answered.increment();
          };
      Load.run(CALLERS, WARM_UP, command);
      Load.run(CALLERS, WARM_UP, _ -> store.append());
      List<double[]> rounds = new ArrayList<>();
      for (int round = 0; round < options.rounds(); round++) {
        rounds.add(round(command, store, node));
      }
      requireStored(database, before);
      return List.of(figure(rounds, node.residentSet()));
    }
  }

  private double[] round(Load.Call command, Store store, KorfNode node) throws Exception {
    CpuTime before = CpuTime.now(node.process(), server.postmaster());
    Load commands = Load.run(CALLERS, options.time(), command);
    cpu = cpu.plus(CpuTime.now(node.process(), server.postmaster()).since(before));
    measured += commands.calls();
    Load appends = Load.run(CALLERS, options.time(), _ -> store.append());
    return new double[] {
      commands.perSecond(), appends.perSecond(), commands.p99Millis(), appends.p99Millis()
    };
  }

  private Figure figure(List<double[]> rounds, ResidentSet memory) {
    return Figure.atLeast(
        "whole command over HTTP / append, 64 in flight",
        0.3,
        AppendFigures.ratios(rounds, 0, 1),
        AppendFigures.absolute(rounds, 0, 1)
            + "; p99 %.0f ms against %.0f ms; %s; the application then held %.0f MB"
                .formatted(
                    AppendFigures.median(rounds, 2),
                    AppendFigures.median(rounds, 3),
                    cpu.each("command", measured),
                    memory.now() / 1e6));
  }

  /** Every answer 201 is one fact more: neither more nor less was done than answered. */
  private void requireStored(Server.Database database, long before) throws SQLException {
    long stored = database.number("select max(position) from ledger.event") - before;
    if (stored != answered.sum()) {
      throw new IllegalStateException(
          "%d commands were answered, %d facts stored".formatted(answered.sum(), stored));
    }
  }

  /** So many people, each in a group of their own. */
  static List<Proposer> proposers(Api api, String registrar, int count)
      throws IOException, InterruptedException {
    List<Proposer> proposers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String named = "{\"name\":\"Bench %d\"}".formatted(i);
      String person = api.create(registrar, "/v1/people", named);
      String formed = "{\"name\":{\"en\":\"Group %d\"},\"kind\":\"team\"}".formatted(i);
      String group = api.create(registrar, "/v1/groups", formed);
      String member = "{\"person\":\"%s\"}".formatted(person);
      api.post(registrar, "/v1/groups/" + group + "/memberships", member);
      proposers.add(new Proposer(token(api, registrar, person), group));
    }
    return proposers;
  }

  static String token(Api api, String registrar, String person)
      throws IOException, InterruptedException {
    String asked = "{\"label\":\"bench\",\"person\":\"%s\",\"rights\":[]}".formatted(person);
    String answer = api.post(registrar, "/v1/tokens", asked).body();
    return JsonMapper.shared().readTree(answer).required("secret").stringValue();
  }
}
