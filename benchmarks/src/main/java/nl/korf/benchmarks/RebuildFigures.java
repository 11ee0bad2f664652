package nl.korf.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.korf.model.GroupId;
import nl.korf.model.view.ReadModel;

/**
 * How fast all read models are built anew together, against a scan that only reads the facts; and
 * what appends feel while one of them is.
 */
final class RebuildFigures {

  private static final int REBUILD_MINUTES_MAX = 60;
  private static final Duration WARM_UP = Duration.ofSeconds(3);

  /** Appends a second and those who make them: what a busy organisation writes, not what fits. */
  private static final int PACE = 200;

  private static final int CALLERS = 32;
  private static final GroupId OWNER = new GroupId("g1");

  private final Server server;
  private final Bench options;

  RebuildFigures(Server server, Bench options) {
    this.server = server;
    this.options = options;
  }

  List<Figure> measure() throws Exception {
    SampleLedger ledger = SampleLedger.filled(server, options.facts());
    try (SampleLedger.Followed followed = ledger.follow()) {
      List<Figure> figures = new ArrayList<>();
      figures.add(rebuilds(ledger, followed));
      try (Store store = Store.ofFacts(ledger.database())) {
        figures.add(appendsBeside(store, followed));
        followed.awaitHead();
      }
      return figures;
    }
  }

  private Figure rebuilds(SampleLedger ledger, SampleLedger.Followed followed) throws Exception {
    long facts = followed.awaitHead();
    List<double[]> rounds = new ArrayList<>();
    RawScan.of(ledger.database(), facts, RawScan::bytes);
    for (int round = 0; round < options.rounds(); round++) {
      long begun = System.nanoTime();
      RawScan.of(ledger.database(), facts, RawScan::bytes);
      long scanned = System.nanoTime();
      followed.rebuildAll();
      long rebuilt = System.nanoTime();
      rounds.add(new double[] {facts * 1e9 / (rebuilt - scanned), facts * 1e9 / (scanned - begun)});
    }
    return Figure.atLeast(
        "rebuild of all read models together / raw scan, %,d facts".formatted(facts),
        0.05,
        AppendFigures.ratios(rounds, 0, 1),
        AppendFigures.absolute(rounds, 0, 1));
  }

  private Figure appendsBeside(Store store, SampleLedger.Followed followed) throws Exception {
    appends(store, WARM_UP);
    List<double[]> rounds = new ArrayList<>();
    for (int round = 0; round < options.rounds(); round++) {
      double alone = appends(store, options.time()).p99Millis();
      double beside = besideRebuilds(store, followed).p99Millis();
      rounds.add(new double[] {beside, alone});
    }
    return Figure.atMost(
        "append p99, %d a second, while a read model rebuilds / alone".formatted(PACE),
        2,
        AppendFigures.ratios(rounds, 0, 1),
        "%.2f ms against %.2f ms"
            .formatted(AppendFigures.median(rounds, 0), AppendFigures.median(rounds, 1)));
  }

  /** The initiatives are built anew, again and again, for as long as the appends take. */
  private Load besideRebuilds(Store store, SampleLedger.Followed followed) throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> rebuilding =
          executor.submit(() -> {
            while (!enough.get()) {
              followed.rebuild(ReadModel.INITIATIVES);
            }
            return null;
          });
      Load load = appends(store, options.time());
      enough.set(true);
      rebuilding.get(REBUILD_MINUTES_MAX, TimeUnit.MINUTES);
      return load;
    }
  }

  private static Load appends(Store store, Duration time) throws Exception {
    return Load.paced(
        CALLERS,
        PACE,
        time,
        _ -> store.append(SampleFacts.proposal("i" + UUID.randomUUID(), OWNER)));
  }
}
