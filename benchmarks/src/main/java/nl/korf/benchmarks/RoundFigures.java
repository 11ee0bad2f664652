package nl.korf.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import nl.korf.model.GroupId;
import nl.korf.model.LocalizedText;
import nl.korf.model.PersonId;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.GroupEvent.GroupFormed;
import nl.korf.model.facts.GroupEvent.MemberJoined;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@value #ROUNDS} rounds open at once in as many groups, and people who answer in them at a steady
 * pace, each with a token of their own. Afterwards every ballot that was answered 201 has to be
 * there as it was cast, and every round, closed by the ledger itself at the same deadline, has to
 * have the outcome that counting gives.
 */
final class RoundFigures {

  static final int ROUNDS = 1_000;
  private static final int MEMBERS = 12;
  private static final int PEOPLE = 1_200;
  private static final int PER_SECOND = 200;

  /** Enough that a slow answer does not hold up the pace. */
  private static final int CALLERS = 64;

  private static final Duration CASTING = Duration.ofSeconds(ROUNDS * MEMBERS / PER_SECOND);
  private static final Duration SPARE = Duration.ofSeconds(30);
  private static final Duration CLOSING_MAX = Duration.ofMinutes(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);
  private static final double MEGABYTE = 1e6;

  private final Server server;
  private final JsonMapper json = JsonMapper.shared();
  private final AtomicInteger next = new AtomicInteger();

  RoundFigures(Server server) {
    this.server = server;
  }

  List<Figure> measure() throws Exception {
    Server.Database database = server.empty("rounds");
    String registrar;
    List<Voter> voters;
    try (KorfNode node = KorfNode.start(server, database);
        Api api = new Api(node.address())) {
      registrar = node.token();
      voters = people(api, registrar);
    }
    long last = fill(database, voters);
    try (KorfNode node = KorfNode.start(server, database);
        Api api = new Api(node.address())) {
      api.awaitReadModels(registrar, last);
      Instant deadline = open(api, voters);
      Load ballots =
          Load.paced(CALLERS, PER_SECOND, CASTING, _ -> cast(api, voters, next.getAndIncrement()));
      int cast = next.get();
      double heap = node.heap() / MEGABYTE;
      double resident = node.residentSet().now() / MEGABYTE;
      requireThere(database, cast);
      double closing = awaitClosed(api, registrar, database, deadline);
      requireOutcomes(api, registrar, cast);
      double[] pace = {ballots.perSecond() / PER_SECOND};
      return List.of(
          Figure.atLeast(
              "ballots in %,d open rounds / %d a second".formatted(ROUNDS, PER_SECOND),
              0.98,
              pace,
              ("%,d ballots, all there, p50 %.1f ms, p99 %.1f ms from when each was due; all rounds closed"
                      + " %.1f s after their deadline with the outcomes counted; heap %.0f MB, resident %.0f MB")
                  .formatted(
                      cast, ballots.p50Millis(), ballots.p99Millis(), closing, heap, resident)));
    }
  }

  private static long fill(Server.Database database, List<Voter> voters) throws Exception {
    List<Fact> facts = new ArrayList<>();
    for (int number = 0; number < ROUNDS; number++) {
      GroupId group = new GroupId("group-" + number);
      facts.add(
          new GroupFormed(
              group, LocalizedText.en("Group " + number), "team", null, null, List.of(), null));
      for (int member = 0; member < MEMBERS; member++) {
        PersonId person = new PersonId(voters.get(person(number, member)).id());
        facts.add(new MemberJoined(group, person, "member"));
      }
    }
    long before = database.number("select max(position) from ledger.event");
    Instant begun = Instant.now().truncatedTo(ChronoUnit.MICROS);
    RawFacts.insert(
        database,
        before,
        before + facts.size(),
        position -> facts.get((int) (position - before - 1)),
        position -> begun.plus(position, ChronoUnit.MICROS));
    return before + facts.size();
  }

  /** Whoever is a member of a group: everybody is in ten of them. */
  private static int person(int group, int member) {
    return (group * MEMBERS + member) % PEOPLE;
  }

  /** Somebody who answers. */
  private record Voter(String id, String token) {}

  private static List<Voter> people(Api api, String registrar) throws Exception {
    Voter[] voters = new Voter[PEOPLE];
    AtomicInteger person = new AtomicInteger();
    eachOnce(
        PEOPLE,
        () -> {
          int number = person.getAndIncrement();
          if (number < PEOPLE) {
            String named = "{\"name\":\"Bench %d\"}".formatted(number);
            String id = api.create(registrar, "/v1/people", named);
            voters[number] = new Voter(id, CommandFigures.token(api, registrar, id));
          }
        });
    return List.of(voters);
  }

  private interface Step {
    void run() throws Exception;
  }

  private static void eachOnce(int times, Step step) throws Exception {
    int each = Math.ceilDiv(times, CALLERS);
    Load.run(
        CALLERS,
        Duration.ZERO,
        _ -> {
          for (int i = 0; i < each; i++) {
            step.run();
          }
        });
  }

  private Instant open(Api api, List<Voter> voters) throws Exception {
    long begun = System.nanoTime();
    Instant deadline = Instant.now().plus(CASTING).plus(SPARE).plusSeconds(ROUNDS / 20);
    AtomicInteger rounds = new AtomicInteger();
    eachOnce(
        ROUNDS,
        () -> {
          int number = rounds.getAndIncrement();
          if (number < ROUNDS) {
            open(api, voters.get(person(number, 0)).token(), number, deadline);
          }
        });
    System.err.printf("opened %,d rounds in %.1f s%n", ROUNDS, (System.nanoTime() - begun) / 1e9);
    return deadline;
  }

  private static void open(Api api, String token, int number, Instant deadline) throws Exception {
    String round =
        """
        {"round":"round-%d","group":"group-%d","title":{"en":"Question %d"},\
        "proposal":"Do we?","rule":{"rule":"preset-majority-of-votes","version":1},\
        "deadline":"%s"}\
        """
            .formatted(number, number, number, deadline);
    api.post(token, "/v1/rounds", round);
  }

  /** The ballots go round: in every round the first member, then in every round the second. */
  private void cast(Api api, List<Voter> voters, int ballot) throws Exception {
    int round = ballot % ROUNDS;
    int member = ballot / ROUNDS % MEMBERS;
    String choice = yes(round, member) ? "YES" : "NO";
    api.post(
        voters.get(person(round, member)).token(),
        "/v1/rounds/round-" + round + "/ballots",
        "{\"choice\":\"%s\"}".formatted(choice));
  }

  /** Some rounds are adopted, some are not, some are a tie. */
  private static boolean yes(int round, int member) {
    return member < round % (MEMBERS + 1);
  }

  private static void requireThere(Server.Database database, int cast) throws Exception {
    long stored = database.number("select count(*) from ledger.event where type = 'BallotCast'");
    long voices =
        database.number(
            "select count(distinct convert_from(payload, 'UTF8')) from ledger.event"
                + " where type = 'BallotCast'");
    if (stored != cast || voices != Math.min(cast, ROUNDS * MEMBERS)) {
      throw new IllegalStateException(
          "%d ballots were answered, %d are stored, of %d voices".formatted(cast, stored, voices));
    }
  }

  /** How many seconds after the deadline the last round was closed. */
  private double awaitClosed(Api api, String token, Server.Database database, Instant deadline)
      throws Exception {
    Instant patience = deadline.plus(CLOSING_MAX);
    String closed = "select count(*) from ledger.event where type = 'OutcomeComputed'";
    while (database.number(closed) < ROUNDS) {
      if (Instant.now().isAfter(patience)) {
        throw new IllegalStateException("only %d rounds closed".formatted(database.number(closed)));
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    double seconds = Duration.between(deadline, Instant.now()).toMillis() / 1e3;
    api.awaitReadModels(token, database.number("select max(position) from ledger.event"));
    return seconds;
  }

  private void requireOutcomes(Api api, String token, int cast) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      int answers = cast / ROUNDS + (round < cast % ROUNDS ? 1 : 0);
      int yes = Math.min(answers, round % (MEMBERS + 1));
      int no = answers - yes;
      String counted =
          2 * answers < MEMBERS
              ? "NO_QUORUM"
              : yes > no ? "ADOPTED" : yes == no ? "TIED" : "REJECTED";
      JsonNode shown = json.readTree(api.get(token, "/v1/rounds/round-" + round));
      String outcome = shown.required("outcome").stringValue();
      if (!outcome.equals(counted)) {
        throw new IllegalStateException(
            "round %d: %d yes, %d no, so %s; it says %s"
                .formatted(round, yes, no, counted, outcome));
      }
    }
  }
}
