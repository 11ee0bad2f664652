package nl.korf.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import nl.korf.eventstore.EventStoreConfig;
import nl.korf.eventstore.EventStoreSchema;
import nl.korf.eventstore.TagIndex;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * A large ledger against a small one, the two places for tags against each other at that size, and
 * the memory the node takes.
 */
final class ScaleFigures {

  private static final long SMALL = 100_000;
  private static final int IN_FLIGHT = 64;

  private final Server server;
  private final Bench options;

  ScaleFigures(Server server, Bench options) {
    this.server = server;
    this.options = options;
  }

  List<Figure> measure() throws Exception {
    Server.Database small = filled(SMALL, TagIndex.B_TREE);
    Server.Database large = filled(options.facts(), TagIndex.B_TREE);
    Server.Database gin = filled(options.facts(), TagIndex.GIN);
    List<double[]> rounds = new ArrayList<>();
    try (Store ofSmall = Store.open(small, config -> config);
        Store ofLarge = Store.open(large, config -> config);
        Store ofGin = Store.open(gin, ScaleFigures::gin)) {
      round(ofSmall, ofLarge, ofGin, Duration.ofSeconds(2));
      for (int round = 0; round < options.rounds(); round++) {
        rounds.add(round(ofSmall, ofLarge, ofGin, options.time()));
      }
    }
    return figures(rounds, small, large, gin);
  }

  private List<Figure> figures(
      List<double[]> rounds, Server.Database small, Server.Database large, Server.Database gin)
      throws Exception {
    String size = " at %,d facts".formatted(options.facts());
    List<Figure> figures = new ArrayList<>();
    figures.add(
        Figure.atLeast(
            "appends/s" + size + " / at 100,000",
            0.85,
            AppendFigures.ratios(rounds, 1, 0),
            AppendFigures.absolute(rounds, 1, 0)));
    figures.add(
        Figure.stated(
            "appends/s, tag table with B-tree / text[] with GIN" + size,
            AppendFigures.ratios(rounds, 1, 2),
            AppendFigures.absolute(rounds, 1, 2)));
    figures.add(
        Figure.stated(
            "sourcing a boundary, B-tree / GIN" + size,
            AppendFigures.ratios(rounds, 3, 4),
            AppendFigures.absolute(rounds, 3, 4)));
    double bytes = large.number("select pg_total_relation_size('ledger.event_tag')");
    double ginBytes = gin.number("select pg_relation_size('ledger.event_tags_gin')");
    figures.add(
        Figure.stated(
            "bytes of the tag table with its index / of the GIN index" + size,
            new double[] {bytes / ginBytes},
            "%.0f MB against %.0f MB".formatted(bytes / 1e6, ginBytes / 1e6)));
    figures.add(memory(small, large));
    return figures;
  }

  private static EventStoreConfig gin(EventStoreConfig config) {
    return config.withTagIndex(TagIndex.GIN);
  }

  private Server.Database filled(long facts, TagIndex index) throws Exception {
    Server.Database database = server.ledger();
    if (index == TagIndex.GIN) {
      Filler.fill(database, facts, false);
      EventStoreSchema.indexTagsWithGin(database.owner());
      database.execute("analyze ledger.event");
    } else {
      Filler.fill(database, facts, true);
    }
    return database;
  }

  private static double[] round(Store small, Store large, Store gin, Duration time)
      throws Exception {
    return new double[] {
      Load.run(IN_FLIGHT, time, _ -> small.append()).perSecond(),
      Load.run(IN_FLIGHT, time, _ -> large.append()).perSecond(),
      Load.run(IN_FLIGHT, time, _ -> gin.append()).perSecond(),
      Load.run(4, time, _ -> source(large)).perSecond(),
      Load.run(4, time, _ -> source(gin)).perSecond()
    };
  }

  /** One initiative's facts out of all: a group's tag beside it, the type named. */
  static void source(Store store) {
    long filled = 1 + ThreadLocalRandom.current().nextLong(SMALL - 10);
    EventCriteria criteria =
        EventCriteria.havingTags(
                Tag.of("initiative", "i" + filled / 10), Tag.of("group", "g" + filled % 100))
            .andBeingOneOfTypes(Store.TYPE);
    MessageStream<? extends EventMessage> stream =
        store.engine().source(SourcingCondition.conditionFor(criteria), null);
    while (stream.next().isPresent()) {
      // read to the end, the marker included
    }
  }

  private Figure memory(Server.Database small, Server.Database large) throws Exception {
    double atSmall = heapAfterAppends(small);
    double atLarge = heapAfterAppends(large);
    return Figure.stated(
        "heap of the open store after appends, large / small ledger",
        new double[] {atLarge / atSmall},
        "heap %.0f MB against %.0f MB; resident set of the JVM %.0f MB"
            .formatted(atLarge / 1e6, atSmall / 1e6, residentBytes() / 1e6));
  }

  private static double heapAfterAppends(Server.Database database) throws Exception {
    try (Store store = Store.open(database, config -> config)) {
      Load.run(IN_FLIGHT, Duration.ofSeconds(3), _ -> store.append());
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      return runtime.totalMemory() - runtime.freeMemory();
    }
  }

  /** What the kernel says of this process; NaN where it does not say. */
  static double residentBytes() throws Exception {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return Double.NaN;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> 1024.0 * Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(Double.NaN);
  }
}
