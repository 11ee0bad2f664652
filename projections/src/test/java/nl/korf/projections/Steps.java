package nl.korf.projections;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.korf.model.view.ReadModel;
import nl.korf.projections.RowWriter.Interruption;
import nl.korf.projections.testing.TestLedger;

/** Followers led by hand on a test's own thread. */
final class Steps {

  static final ProjectionsConfig CONFIG =
      new ProjectionsConfig(
          64,
          1_000,
          10_000,
          Duration.ofMillis(100),
          Duration.ofMillis(100),
          Duration.ofMillis(50),
          Duration.ofMillis(200),
          Duration.ofSeconds(2));

  private Steps() {}

  static ProjectionsConfig batches(int facts, int entities) {
    return new ProjectionsConfig(
        facts,
        entities,
        CONFIG.loadEntitiesMax(),
        CONFIG.poll(),
        CONFIG.leaseRetry(),
        CONFIG.retryFirst(),
        CONFIG.retryMax(),
        CONFIG.grace());
  }

  /** Makes first generations, as a start would. */
  static void prepare(TestLedger ledger) throws SQLException {
    try (var connection = ledger.pool().getConnection()) {
      Control.<Boolean>atomically(
          connection,
          in -> {
            Generations.ensure(in);
            return true;
          });
    }
  }

  static Follower lead(TestLedger ledger, ReadModel model, ProjectionsConfig config)
      throws SQLException {
    return lead(ledger, new Generation(model, 1), RowFold.of(model), config, Interruption.NONE);
  }

  static Follower lead(
      TestLedger ledger,
      Generation generation,
      RowFold fold,
      ProjectionsConfig config,
      Interruption interruption)
      throws SQLException {
    return Follower.lead(
            ledger.pool().getConnection(), generation, fold, ledger.log(), config, interruption)
        .orElseThrow();
  }

  /** Follows one model up to a position. */
  static void follow(TestLedger ledger, ReadModel model, ProjectionsConfig config, long upTo)
      throws SQLException {
    try (Follower follower = lead(ledger, model, config)) {
      while (follower.position() < upTo) {
        Follower.Step step = follower.step(upTo);
        if (step.failed() != null) {
          throw new AssertionError(step.failed().toString(), step.failed().cause());
        }
      }
    }
  }

  /** Everything a generation holds, row by row, table by table. */
  static Map<String, List<String>> contents(TestLedger ledger, Generation generation) {
    Map<String, List<String>> contents = new TreeMap<>();
    String schema = generation.schema();
    for (RowTable table : RowTable.of(generation.model())) {
      contents.put(
          table.table(),
          ledger.rows(
              "select * from %s.%s order by entity, effective_from, known_from"
                  .formatted(schema, table.table())));
    }
    contents.put(
        "change",
        ledger.rows("select * from %s.change order by entity, position".formatted(schema)));
    contents.put("digest", ledger.rows("select * from %s.digest order by 1".formatted(schema)));
    List<String> hash = new ArrayList<>(ledger.rows("select state from %s.hash".formatted(schema)));
    contents.put("hash", hash);
    return contents;
  }
}
