package nl.korf.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.StoredFact;
import nl.korf.model.PersonId;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.notices.Followed;
import nl.korf.model.notices.RecipientRules;
import nl.korf.model.notices.RelationsFold;
import nl.korf.model.notices.Touched;
import nl.korf.projections.Projections;
import nl.korf.projections.Reads;
import nl.korf.service.kernel.LedgerFacts;
import nl.korf.service.notices.Cadence;
import nl.korf.service.notices.Channel;
import nl.korf.service.notices.NoticeFollower;
import nl.korf.service.notices.Subscription;
import nl.korf.service.notices.SubscriptionIndex;
import nl.korf.service.notices.Subscriptions;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * {@value #SUBSCRIPTIONS} subscriptions of people who follow groups, initiatives, people, sorts of
 * fact and, some, everything under a condition of their own: how long finding those of one fact
 * takes, and how many facts a second are told with all that belongs to it.
 */
final class NoticeFigures {

  static final int SUBSCRIPTIONS = 10_000;
  private static final double BAR_MILLIS = 5;
  private static final int FACTS = 20_000;
  private static final int MEASURED = 5_000;
  private static final int TOLD = 4_000;
  private static final int WARM_UP = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final double NANOS = 1e6;

  private final Server server;
  private final Bench options;

  NoticeFigures(Server server, Bench options) {
    this.server = server;
    this.options = options;
  }

  private record Seen(StoredFact stored, RecordedFact fact, Touched touched) {}

  List<Figure> measure() throws Exception {
    Server.Database database = server.ledger("notices");
    Projections.install(database.owner());
    database.execute(tables());
    SampleFacts.fill(database, FACTS);
    SampleLedger ledger = new SampleLedger(database, FACTS);
    try (SampleLedger.Followed followed = ledger.follow()) {
      FactLog log = new FactLog(followed.pool());
      return List.of(matching(log), telling(followed, log));
    }
  }

  private static String tables() throws IOException {
    String script = "/nl/korf/service/migrations/V10__notices.sql";
    try (InputStream bytes = Subscription.class.getResourceAsStream(script)) {
      return new String(Objects.requireNonNull(bytes).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Figure matching(FactLog log) {
    List<Seen> facts = seen(log);
    SubscriptionIndex index = new SubscriptionIndex();
    for (int i = 0; i < SUBSCRIPTIONS; i++) {
      index.put(subscription(i));
    }
    for (int round = 0; round < WARM_UP; round++) {
      Histogram _ = match(index, facts);
    }
    double[] millis = new double[options.rounds()];
    double[] halves = new double[options.rounds()];
    long matched = 0;
    for (int round = 0; round < millis.length; round++) {
      Histogram took = match(index, facts);
      millis[round] = took.getValueAtPercentile(99) / NANOS;
      halves[round] = took.getValueAtPercentile(50) / NANOS;
    }
    for (Seen one : facts) {
      matched += index.matching(one.stored(), one.fact(), one.touched()).size();
    }
    if (matched < facts.size()) {
      throw new IllegalStateException("hardly anything matched: " + matched);
    }
    return Figure.atMost(
        "matching %,d subscriptions with a fact, p99 in ms".formatted(SUBSCRIPTIONS),
        BAR_MILLIS,
        millis,
        "%,d facts, %.1f subscriptions each; p50 %.3f ms"
            .formatted(facts.size(), (double) matched / facts.size(), Figure.median(halves)));
  }

  private static Histogram match(SubscriptionIndex index, List<Seen> facts) {
    Histogram took = new Histogram(3);
    for (Seen one : facts) {
      long begun = System.nanoTime();
      List<Subscription> _ = index.matching(one.stored(), one.fact(), one.touched());
      took.recordValue(System.nanoTime() - begun);
    }
    return took;
  }

  /** The last facts, with what they touch. */
  private static List<Seen> seen(FactLog log) {
    List<Seen> facts = new ArrayList<>();
    RelationsFold fold = new RelationsFold();
    log.scan(
        0,
        FACTS,
        stored -> {
          RecordedFact fact = LedgerFacts.recorded(stored);
          var world = fold.take(fact);
          if (stored.position() > FACTS - MEASURED) {
            facts.add(new Seen(stored, fact, Touched.by(fact, world)));
          }
        });
    return facts;
  }

  private static Figure telling(SampleLedger.Followed followed, FactLog log) throws Exception {
    Subscriptions subscriptions = new Subscriptions(followed.pool(), Clock.systemUTC());
    for (int i = 0; i < SUBSCRIPTIONS; i++) {
      Subscription one = subscription(i);
      Subscription _ =
          subscriptions.make(
              one.subscription(),
              one.person(),
              new Subscriptions.Asked(
                  one.followed(),
                  one.below(),
                  one.condition(),
                  one.channel(),
                  one.cadence(),
                  one.language(),
                  0L));
    }
    Reads reads = new Reads(followed.pool(), followed.projections()::schema);
    long begun = System.nanoTime();
    try (NoticeFollower follower =
        new NoticeFollower(
            followed.pool(),
            log,
            followed.projections(),
            reads,
            new RecipientRules(Set.of()),
            List.of(),
            Clock.systemUTC())) {
      follower.start();
      if (!follower.awaitTold(TOLD, PATIENCE)) {
        throw new IllegalStateException("the facts are not told");
      }
      double[] perSecond = {TOLD / ((System.nanoTime() - begun) / 1e9)};
      return Figure.stated(
          "facts told a second with %,d subscriptions".formatted(SUBSCRIPTIONS),
          perSecond,
          "%,d facts from the first on, recipients from the read models, notices stored"
              .formatted(TOLD));
    }
  }

  /** One hundred people follow one hundred things each. */
  private static Subscription subscription(int number) {
    return new Subscription(
        new UUID(0, number),
        1,
        new PersonId("reader-" + number / Subscriptions.EACH_MAX),
        followed(number),
        number % 2 == 0 && number % 100 < 60,
        condition(number),
        Channel.INBOX,
        Cadence.AT_ONCE,
        "nl",
        0,
        null,
        Instant.EPOCH.plusSeconds(number));
  }

  /** Of a hundred: sixty a group, thirty an initiative, six a person, two a sort, two all. */
  private static Followed followed(int number) {
    int sort = number % 100;
    if (sort < 60) {
      return Followed.parse("group:g" + (1 + number % SampleFacts.GROUPS));
    } else if (sort < 90) {
      return Followed.parse("initiative:" + SampleFacts.id(1 + number % 1_000));
    } else if (sort < 96) {
      return Followed.parse("person:p" + number % SampleFacts.PEOPLE);
    }
    return sort < 98 ? Followed.parse("fact:GroupRenamed") : Followed.LEDGER;
  }

  /** Every one that follows everything has a condition, each its own. */
  private static @Nullable String condition(int number) {
    if (number % 100 < 98) {
      return null;
    }
    return "type == 'DecisionTaken' && fact.decision.startsWith('d%d')".formatted(number);
  }
}
