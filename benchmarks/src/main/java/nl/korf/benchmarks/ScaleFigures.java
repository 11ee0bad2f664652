package nl.korf.benchmarks;

import java.sql.SQLException;
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
 * the memory a node takes.
 */
final class ScaleFigures {

  private static final long SMALL = 100_000;
  private static final int IN_FLIGHT = 64;
  private static final int SOURCING = 4;
  private static final Duration WARM_UP = Duration.ofSeconds(3);

  /**
   * Facts at the end that no boundary here is about: all the same to a small ledger and a large.
   */
  private static final long MARGIN = 100;

  private final Server server;
  private final Bench options;

  ScaleFigures(Server server, Bench options) {
    this.server = server;
    this.options = options;
  }

  List<Figure> measure() throws Exception {
    Server.Database small = filled(server, "small", SMALL, TagIndex.B_TREE);
    Server.Database large = filled(server, "large", options.facts(), TagIndex.B_TREE);
    Server.Database gin = filled(server, "large_gin", options.facts(), TagIndex.GIN);
    List<double[]> rounds = new ArrayList<>();
    try (Store ofSmall = Store.open(small);
        Store ofLarge = Store.open(large);
        Store ofGin = Store.open(gin, ScaleFigures::gin)) {
      round(ofSmall, ofLarge, ofGin, WARM_UP);
      for (int round = 0; round < options.rounds(); round++) {
        rounds.add(round(ofSmall, ofLarge, ofGin, options.time()));
      }
    }
    List<Figure> figures = new ArrayList<>(figures(rounds));
    figures.add(sizes(large, gin));
    figures.addAll(memory(small, large));
    return figures;
  }

  /** Makes the large ledgers, or adds to those an earlier run kept, up to that many facts. */
  static void fill(Server server, long facts) throws SQLException {
    filled(server, "large", facts, TagIndex.B_TREE);
    filled(server, "large_gin", facts, TagIndex.GIN);
  }

  private static Server.Database filled(Server server, String name, long facts, TagIndex index)
      throws SQLException {
    Server.Database database = server.keptLedger(name);
    if (database.number("select coalesce(max(position), 0) from ledger.event") < facts) {
      database.execute("drop index if exists ledger.event_tags_gin");
      Filler.fill(database, facts, index == TagIndex.B_TREE);
    }
    if (index == TagIndex.GIN) {
      EventStoreSchema.indexTagsWithGin(database.owner());
    }
    database.execute("checkpoint");
    return database;
  }

  private List<Figure> figures(List<double[]> rounds) {
    String size = " at %,d facts".formatted(options.facts());
    return List.of(
        Figure.atLeast(
            "appends/s" + size + " / at 100,000",
            0.85,
            AppendFigures.ratios(rounds, 1, 0),
            AppendFigures.absolute(rounds, 1, 0)),
        bTreeAgainstGin("appends/s" + size, rounds, 1),
        bTreeAgainstGin("the same, condition by SQL on a rare tag" + size, rounds, 3),
        bTreeAgainstGin("the same, condition by SQL on a rare and a common tag" + size, rounds, 5),
        bTreeAgainstGin("boundaries of 10 facts sourced/s" + size, rounds, 7));
  }

  /** The figure of the B-tree stands at {@code which}, that of GIN behind it. */
  private static Figure bTreeAgainstGin(String name, List<double[]> rounds, int which) {
    return Figure.stated(
        name + ", tag table with B-tree / text[] with GIN",
        AppendFigures.ratios(rounds, which, which + 1),
        AppendFigures.absolute(rounds, which, which + 1));
  }

  private static EventStoreConfig gin(EventStoreConfig config) {
    return config.withTagIndex(TagIndex.GIN);
  }

  private double[] round(Store small, Store large, Store gin, Duration time) throws Exception {
    return new double[] {
      Load.run(IN_FLIGHT, time, _ -> small.append()).perSecond(),
      Load.run(IN_FLIGHT, time, _ -> large.append()).perSecond(),
      Load.run(IN_FLIGHT, time, _ -> gin.append()).perSecond(),
      Load.run(IN_FLIGHT, time, _ -> appendOnRareTag(large)).perSecond(),
      Load.run(IN_FLIGHT, time, _ -> appendOnRareTag(gin)).perSecond(),
      Load.run(IN_FLIGHT, time, _ -> appendOnRareAndCommonTag(large)).perSecond(),
      Load.run(IN_FLIGHT, time, _ -> appendOnRareAndCommonTag(gin)).perSecond(),
      Load.run(SOURCING, time, _ -> source(large)).perSecond(),
      Load.run(SOURCING, time, _ -> source(gin)).perSecond()
    };
  }

  /** On the condition that nothing came to an old initiative since: too old for the window. */
  private void appendOnRareTag(Store store) throws Exception {
    long position = anOldPosition(options.facts());
    store.append(
        Store.unchangedSince(
            EventCriteria.havingTags(Filler.initiative(position)).andBeingOneOfTypes(Store.TYPE),
            Filler.lastOfItsInitiative(position)));
  }

  /** The same, with the tag of its group, which a hundredth of all facts have, asked for first. */
  private void appendOnRareAndCommonTag(Store store) throws Exception {
    long position = anOldPosition(options.facts());
    store.append(
        Store.unchangedSince(
            EventCriteria.havingTags(Filler.group(position), Filler.initiative(position))
                .andBeingOneOfTypes(Store.TYPE),
            Filler.lastOfItsInitiative(position)));
  }

  /** One initiative's facts out of all. */
  static void source(Store store) {
    Tag initiative = Filler.initiative(anOldPosition(SMALL));
    EventCriteria criteria = EventCriteria.havingTags(initiative).andBeingOneOfTypes(Store.TYPE);
    MessageStream<? extends EventMessage> stream =
        store.engine().source(SourcingCondition.conditionFor(criteria), null);
    int entries = 0;
    while (stream.next().isPresent()) {
      entries++;
    }
    if (entries <= Filler.FACTS_PER_INITIATIVE / 2) {
      throw new IllegalStateException("sourced %d of %s".formatted(entries, initiative));
    }
  }

  private static long anOldPosition(long facts) {
    return 1 + ThreadLocalRandom.current().nextLong(Math.max(1, facts - MARGIN));
  }

  private Figure sizes(Server.Database large, Server.Database gin) throws SQLException {
    double bytes = large.number("select pg_total_relation_size('ledger.event_tag')");
    double ginBytes = gin.number("select pg_relation_size('ledger.event_tags_gin')");
    return Figure.stated(
        "bytes of the tag table with its index / of the GIN index at %,d facts"
            .formatted(options.facts()),
        new double[] {bytes / ginBytes},
        "%,.0f MB against %,.0f MB".formatted(bytes / 1e6, ginBytes / 1e6));
  }

  private List<Figure> memory(Server.Database small, Server.Database large) throws Exception {
    MemoryNode.Taken ofSmall = MemoryNode.on(small);
    MemoryNode.Taken ofLarge = MemoryNode.on(large);
    String size = " at %,d facts / at 100,000".formatted(options.facts());
    return List.of(
        Figure.stated(
            "heap in use by a node's store after appends and sourcing" + size,
            new double[] {ofLarge.heap() / ofSmall.heap()},
            "%.0f MB against %.0f MB".formatted(ofLarge.heap() / 1e6, ofSmall.heap() / 1e6)),
        Figure.stated(
            "resident set of that node at most" + size,
            new double[] {ofLarge.resident() / ofSmall.resident()},
            "%.0f MB against %.0f MB"
                .formatted(ofLarge.resident() / 1e6, ofSmall.resident() / 1e6)));
  }
}
