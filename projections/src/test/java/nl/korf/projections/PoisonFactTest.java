package nl.korf.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.view.ReadModel;
import nl.korf.projections.RowWriter.Interruption;
import nl.korf.projections.testing.RandomHistory;
import nl.korf.projections.testing.TestLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PoisonFactTest {

  private static final int FACTS = 400;
  private static final Generation GROUPS = new Generation(ReadModel.GROUPS, 1);

  private final TestLedger ledger = new TestLedger();
  private final AtomicBoolean poisonous = new AtomicBoolean(true);

  @BeforeEach
  void prepare() throws SQLException {
    Steps.prepare(ledger);
    ledger.append(new RandomHistory(7, 5, 0.2).next(FACTS));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void aFactThatFailsHoldsItsReadModelRightBeforeIt() throws SQLException {
    long poison = aGroupFact();
    try (Follower follower = lead(poisoned(poison))) {
      assertThat(stepUntilFailed(follower).position()).isEqualTo(poison);
      assertThat(stepUntilFailed(follower).position()).isEqualTo(poison);

      assertThat(follower.position()).isEqualTo(poison - 1);
      assertThat(Steps.contents(ledger, GROUPS)).isEqualTo(upTo(poison - 1));
    }
  }

  @Test
  void whenTheFactCanBeFoldedItGoesOnAsIfNothingHadHappened() throws SQLException {
    long poison = aGroupFact();
    try (Follower follower = lead(poisoned(poison))) {
      follower.hold(stepUntilFailed(follower), Duration.ofSeconds(1));
      assertThat(status().state()).isEqualTo(ProjectionState.STOPPED);
      assertThat(status().error()).contains("position " + poison).contains("poison");

      poisonous.set(false);
      while (follower.position() < FACTS) {
        follower.step(FACTS);
      }
    }

    assertThat(status().state()).isEqualTo(ProjectionState.RUNNING);
    assertThat(status().error()).isNull();
    assertThat(Steps.contents(ledger, GROUPS)).isEqualTo(upTo(FACTS));
  }

  /** The control: what this class asserts is not so for a follower that passes over what fails. */
  @Test
  void aFollowerThatSkipsWouldHoldOtherRows() throws SQLException {
    try (Follower follower = lead(new Skipping(aGroupFact()))) {
      while (follower.position() < FACTS) {
        follower.step(FACTS);
      }
    }

    assertThat(Steps.contents(ledger, GROUPS)).isNotEqualTo(upTo(FACTS));
  }

  @Test
  void aValueNoColumnCanHoldIsFoundWithinItsBatch() throws SQLException {
    long poison = aGroupFact();
    ledger.execute(
        "create function refuse() returns trigger language plpgsql as $$ begin"
            + " if new.known_from = %d then raise exception 'no' using errcode = '22023'; end if;"
                .formatted(poison)
            + " return new; end $$");
    for (RowTable table : RowTable.of(ReadModel.GROUPS)) {
      ledger.execute(
          "create trigger refuse before insert on view_groups_g1.%s for each row"
                  .formatted(table.table())
              + " execute function refuse()");
    }

    try (Follower follower = lead(RowFold.of(ReadModel.GROUPS))) {
      assertThat(stepUntilFailed(follower).position()).isEqualTo(poison);
      assertThat(follower.position()).isEqualTo(poison - 1);
    }
  }

  @Test
  void oneReadModelStopsVisiblyAndTheOthersGoOn() throws SQLException {
    long poison = aGroupFact();
    try (var head = ledger.headSignal();
        var projections =
            new Projections(
                ledger.pool(),
                ledger.log(),
                head,
                Steps.CONFIG,
                model -> model == ReadModel.GROUPS ? poisoned(poison) : RowFold.of(model))) {
      projections.start();

      await().untilAsserted(() -> assertThat(status().state()).isEqualTo(ProjectionState.STOPPED));
      await()
          .untilAsserted(() -> {
            for (ReadModel model : ReadModel.values()) {
              assertThat(projections.position(model))
                  .isEqualTo(model == ReadModel.GROUPS ? poison - 1 : FACTS);
            }
          });
      assertThat(status().stoppedAt()).isNotNull();
      assertThat(status().nextTry()).isNotNull();
      assertThat(projections.position()).isEqualTo(poison - 1);

      poisonous.set(false);

      await().untilAsserted(() -> assertThat(projections.position()).isEqualTo(FACTS));
      assertThat(status().state()).isEqualTo(ProjectionState.RUNNING);
    }
  }

  private long aGroupFact() {
    List<String> changed =
        ledger.rows(
            "select position from ledger.event where type = 'GroupFormed' order by position"
                + " offset 15 limit 1");
    return Long.parseLong(changed.getFirst().replaceAll("[()]", ""));
  }

  private RowFold poisoned(long poison) {
    return new PoisonedFold(poison, poisonous::get);
  }

  private Follower lead(RowFold fold) throws SQLException {
    return Steps.lead(ledger, GROUPS, fold, Steps.batches(32, 100), Interruption.NONE);
  }

  private static FactFailed stepUntilFailed(Follower follower) throws SQLException {
    for (int steps = 0; steps < FACTS; steps++) {
      FactFailed failed = follower.step(FACTS).failed();
      if (failed != null) {
        return failed;
      }
    }
    throw new AssertionError("nothing failed");
  }

  private ProjectionStatus status() throws SQLException {
    try (var connection = ledger.pool().getConnection()) {
      return Control.find(connection, GROUPS).orElseThrow();
    }
  }

  private Map<String, List<String>> upTo(long position) throws SQLException {
    Generation healthy = new Generation(ReadModel.GROUPS, 2);
    Builds.toLoad(ledger, healthy);
    Builds.follow(ledger, healthy, Steps.CONFIG, position);
    return Steps.contents(ledger, healthy);
  }

  /** Passes over one fact, as a follower would that logs and goes on. */
  private final class Skipping extends PoisonedFold {

    private final long skipped;

    Skipping(long skipped) {
      super(skipped, poisonous::get);
      this.skipped = skipped;
    }

    @Override
    public Set<String> entities(RecordedFact fact) {
      return fact.position() == skipped ? Set.of() : super.entities(fact);
    }
  }
}
