package nl.korf.benchmarks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import nl.korf.eventstore.FactLog;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.projections.AsOf;
import nl.korf.projections.Reads;
import nl.korf.projections.groups.GroupsView;
import nl.korf.projections.initiatives.InitiativesView;

/**
 * A read about the past against the same read at head. Both go through the views; the past is any
 * position from the first tenth of the ledger on, and the moment it was recorded.
 */
final class ReadFigures {

  private static final int POINT_READS = 4_000;
  private static final int LIST_READS = 600;
  private static final int PAGE = 50;

  private final Server server;
  private final Bench options;
  private final SplittableRandom random = new SplittableRandom(2);
  private long head;
  private Instant headAt = SampleFacts.START;

  ReadFigures(Server server, Bench options) {
    this.server = server;
    this.options = options;
  }

  /** One read, as of a moment. */
  private interface Read {
    void run(AsOf asOf);
  }

  private record Contest(String name, double bar, int reads, Read read) {}

  List<Figure> measure() throws Exception {
    SampleLedger ledger = SampleLedger.filled(server, options.facts());
    try (SampleLedger.Followed followed = ledger.follow()) {
      head = followed.awaitHead();
      headAt = new FactLog(followed.pool()).recordedAt(head).orElseThrow();
      return contests(new Reads(followed.pool(), followed.projections()::schema), ledger.facts());
    }
  }

  private List<Figure> contests(Reads reads, long facts) {
    var initiatives = new InitiativesView(reads);
    var groups = new GroupsView(reads);
    long count = facts / SampleFacts.FACTS_PER_INITIATIVE / 12;
    var owned = new InitiativesView.Filter(new GroupId("g7"), null, null, null, null);
    var staged = new InitiativesView.Filter(null, "stage3", null, false, null);
    List<Contest> contests =
        List.of(
            new Contest(
                "point read of an initiative",
                2,
                POINT_READS,
                asOf ->
                    initiatives.find(
                        asOf, new InitiativeId(SampleFacts.id(1 + random.nextLong(count))))),
            new Contest(
                "first page of all initiatives",
                3,
                LIST_READS,
                asOf -> initiatives.page(asOf, InitiativesView.Filter.ALL, null, PAGE)),
            new Contest(
                "first page of a group's initiatives",
                3,
                LIST_READS,
                asOf -> initiatives.page(asOf, owned, null, PAGE)),
            new Contest(
                "first page of a stage",
                3,
                LIST_READS,
                asOf -> initiatives.page(asOf, staged, null, PAGE)),
            new Contest(
                "first page of a group's members",
                3,
                LIST_READS,
                asOf -> groups.members(asOf, new GroupId("g7"), null, PAGE)));
    List<Figure> figures = new ArrayList<>();
    contests.forEach(contest -> figures.add(figure(contest, facts)));
    return figures;
  }

  private Figure figure(Contest contest, long facts) {
    double[] ratios = new double[options.rounds()];
    double[] heads = new double[options.rounds()];
    double[] pasts = new double[options.rounds()];
    round(contest, facts);
    for (int round = 0; round < ratios.length; round++) {
      double[] p99 = round(contest, facts);
      heads[round] = p99[0];
      pasts[round] = p99[1];
      ratios[round] = p99[1] / p99[0];
    }
    return Figure.atMost(
        "p99 at `?at=&on=` / at head, %s, %,d facts".formatted(contest.name(), facts),
        contest.bar(),
        ratios,
        "%.2f ms against %.2f ms".formatted(Figure.median(pasts), Figure.median(heads)));
  }

  /** p99 at head and in the past, read in turn, in milliseconds. */
  private double[] round(Contest contest, long facts) {
    double[] now = new double[contest.reads()];
    double[] past = new double[contest.reads()];
    for (int i = 0; i < contest.reads(); i++) {
      now[i] = millis(contest, new AsOf(head, headAt));
      long position = facts / 10 + random.nextLong(facts * 9 / 10);
      Instant on = SampleFacts.recordedAt(position);
      past[i] = millis(contest, new AsOf(position, on));
    }
    return new double[] {p99(now), p99(past)};
  }

  private static double millis(Contest contest, AsOf asOf) {
    long begun = System.nanoTime();
    contest.read().run(asOf);
    return (System.nanoTime() - begun) / 1e6;
  }

  private static double p99(double[] millis) {
    Arrays.sort(millis);
    return millis[millis.length * 99 / 100];
  }
}
