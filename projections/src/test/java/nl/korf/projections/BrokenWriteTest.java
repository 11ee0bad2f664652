package nl.korf.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import nl.korf.model.view.ReadModel;
import nl.korf.projections.RowWriter.Interruption;
import nl.korf.projections.testing.RandomHistory;
import nl.korf.projections.testing.TestLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every write is broken twice at every place, before and after the commit; then all is checked. */
class BrokenWriteTest {

  private static final int FACTS = 300;
  private static final int TIMES = 2;
  private static final ProjectionsConfig CONFIG = Steps.batches(20, 50);

  private final TestLedger ledger = new TestLedger();

  @BeforeEach
  void prepare() throws SQLException {
    Steps.prepare(ledger);
    ledger.append(new RandomHistory(21, 4, 0.3).next(FACTS));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void aWriteBrokenOffAnywhereIsDoneAgainExactly() throws SQLException {
    for (ReadModel model : List.of(ReadModel.GROUPS, ReadModel.MANDATES, ReadModel.INITIATIVES)) {
      Generation whole = new Generation(model, 1);
      Places.Recorder places = new Places.Recorder();
      follow(whole, places);
      Map<String, List<String>> expected = Steps.contents(ledger, whole);
      int number = 1;
      for (var place : places.seen.entrySet()) {
        Generation broken = new Generation(model, ++number);
        Builds.add(ledger, broken);
        Places.Breaker breaker = new Places.Breaker(place.getKey(), place.getValue() / 2, TIMES);
        follow(broken, breaker);

        assertThat(breaker.broken()).as(place.getKey()).isEqualTo(TIMES);
        assertThat(Steps.contents(ledger, broken)).as(place.getKey()).isEqualTo(expected);
      }
    }
  }

  /** The control: without the transaction, what was written before the break is there twice. */
  @Test
  void aWriterThatCommitsInTheMiddleWouldLeaveOtherRows() throws SQLException {
    Generation whole = new Generation(ReadModel.GROUPS, 1);
    follow(whole, Interruption.NONE);
    Generation broken = new Generation(ReadModel.GROUPS, 2);
    Builds.add(ledger, broken);
    Places.Breaker breaker = new Places.Breaker("digest", 1, TIMES);
    try (var connection = ledger.pool().getConnection()) {
      Follower follower =
          Follower.lead(
                  connection,
                  broken,
                  RowFold.of(ReadModel.GROUPS),
                  ledger.log(),
                  CONFIG,
                  place -> {
                    if (place.equals("digest")) {
                      connection.commit();
                    }
                    breaker.before(place);
                  })
              .orElseThrow();
      assertThat(breaksOff(follower)).isTrue();
    }
    follow(broken, Interruption.NONE);

    assertThat(Steps.contents(ledger, broken)).isNotEqualTo(Steps.contents(ledger, whole));
  }

  /** Leads anew after every break, as a node that was killed would. */
  private void follow(Generation generation, Interruption interruption) throws SQLException {
    boolean done = false;
    while (!done) {
      Follower follower =
          Steps.lead(ledger, generation, RowFold.of(generation.model()), CONFIG, interruption);
      done = !breaksOff(follower);
    }
  }

  private static boolean breaksOff(Follower follower) throws SQLException {
    try (follower) {
      while (follower.position() < FACTS) {
        follower.step(FACTS);
      }
      return false;
    } catch (Places.Broken off) {
      return true;
    }
  }
}
