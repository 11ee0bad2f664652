package nl.korf.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.korf.model.view.ReadModel;
import nl.korf.projections.RowWriter.Interruption;
import nl.korf.projections.testing.RandomHistory;
import nl.korf.projections.testing.TestLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A generation that is loaded holds, row for row, what one that is followed does. */
class LoadTest {

  private static final int FACTS = 400;
  private static final int TIMES = 2;
  private static final ProjectionsConfig CONFIG = Steps.batches(8, 50);

  private final TestLedger ledger = new TestLedger();

  @BeforeEach
  void prepare() throws SQLException {
    Steps.prepare(ledger);
    ledger.append(new RandomHistory(61, 5, 0.3).next(FACTS));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsLoadedIsWhatIsFollowed(ReadModel model) throws SQLException {
    Generation loaded = toLoad(model, 2);

    follow(loaded, CONFIG, Interruption.NONE, FACTS);

    assertThat(contents(loaded)).isEqualTo(followed(model));
  }

  /** The history of the tests holds nothing of the models left out. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"RULES", "ROUNDS", "DIRECTIVES", "PROGRAMMES"})
  void aLedgerTooLargeForTheMemoryIsLoadedSoFarAndFollowedFromThere(ReadModel model)
      throws SQLException {
    Generation loaded = toLoad(model, 2);
    Places.Recorder places = new Places.Recorder();

    follow(loaded, holding(2), places, FACTS);

    assertThat(places.seen).containsKeys("loaded", "advance");
    assertThat(contents(loaded)).isEqualTo(followed(model));
  }

  @Test
  void whatComesAfterTheLoadFindsTheRowsThatWereLoaded() throws SQLException {
    Generation loaded = toLoad(ReadModel.GROUPS, 2);

    follow(loaded, CONFIG, Interruption.NONE, FACTS / 2);
    follow(loaded, CONFIG, Interruption.NONE, FACTS);

    assertThat(contents(loaded)).isEqualTo(followed(ReadModel.GROUPS));
  }

  @Test
  void aLoadBrokenOffAnywhereIsBegunAnewAndHoldsTheSame() throws SQLException {
    for (ReadModel model : List.of(ReadModel.GROUPS, ReadModel.MANDATES, ReadModel.DECISIONS)) {
      Places.Recorder places = new Places.Recorder();
      follow(toLoad(model, 2), CONFIG, places, FACTS);
      Map<String, List<String>> expected = followed(model);
      int number = 2;
      for (var place : places.seen.entrySet()) {
        Generation broken = toLoad(model, ++number);
        var breaker = new Places.Breaker(place.getKey(), place.getValue() / 2, TIMES);
        follow(broken, CONFIG, breaker, FACTS);

        assertThat(breaker.broken()).as(place.getKey()).isEqualTo(TIMES);
        assertThat(contents(broken)).as(place.getKey()).isEqualTo(expected);
      }
    }
  }

  /** The control: what was held in memory is gone. */
  @Test
  void aLoadThatWentOnWhereItWasBrokenOffWouldNotHoldTheSame() throws SQLException {
    Generation broken = toLoad(ReadModel.GROUPS, 2);
    var breaker = new Places.Breaker("load advance", 5, 1);
    try (Follower follower = lead(broken, CONFIG, breaker)) {
      assertThat(breaksOff(follower, FACTS)).isTrue();
    }
    ledger.execute("update view_control.projection set loading = false where generation = 2");

    follow(broken, CONFIG, Interruption.NONE, FACTS);

    assertThat(contents(broken)).isNotEqualTo(followed(ReadModel.GROUPS));
  }

  @Test
  void aFactThatFailsHoldsALoadRightBeforeIt() throws SQLException {
    long poison = aGroupFact();
    Generation loaded = toLoad(ReadModel.GROUPS, 2);
    Generation same = toLoad(ReadModel.GROUPS, 3);
    follow(same, CONFIG, Interruption.NONE, poison - 1);

    try (Follower follower =
        Steps.lead(
            ledger, loaded, new PoisonedFold(poison, () -> true), CONFIG, Interruption.NONE)) {
      FactFailed failed = stepUntilFailed(follower);
      follower.hold(failed, Duration.ofSeconds(1));

      assertThat(failed.position()).isEqualTo(poison);
      assertThat(follower.position()).isEqualTo(poison - 1);
      assertThat(contents(loaded)).isEqualTo(contents(same));
    }

    follow(loaded, CONFIG, Interruption.NONE, FACTS);
    assertThat(contents(loaded)).isEqualTo(followed(ReadModel.GROUPS));
  }

  @Test
  void aValueNoColumnCanHoldIsFoundByFollowingInstead() throws SQLException {
    long poison = aGroupFact();
    Generation loaded = toLoad(ReadModel.GROUPS, 2);
    ledger.execute("alter table view_groups_g2.grp add check (known_from <> %d)".formatted(poison));

    try (Follower follower = lead(loaded, CONFIG, Interruption.NONE)) {
      assertThat(stepUntilFailed(follower).position()).isEqualTo(poison);
      assertThat(follower.position()).isEqualTo(poison - 1);
    }
  }

  private Generation toLoad(ReadModel model, int number) throws SQLException {
    Generation generation = new Generation(model, number);
    Builds.toLoad(ledger, generation);
    return generation;
  }

  private Map<String, List<String>> followed(ReadModel model) throws SQLException {
    Steps.follow(ledger, model, CONFIG, FACTS);
    return contents(new Generation(model, 1));
  }

  private Map<String, List<String>> contents(Generation generation) {
    return Steps.contents(ledger, generation);
  }

  private Follower lead(Generation generation, ProjectionsConfig config, Interruption interruption)
      throws SQLException {
    return Steps.lead(ledger, generation, RowFold.of(generation.model()), config, interruption);
  }

  /** Leads anew after every break, as a node that was killed would. */
  private void follow(
      Generation generation, ProjectionsConfig config, Interruption interruption, long upTo)
      throws SQLException {
    boolean done = false;
    while (!done) {
      try (Follower follower = lead(generation, config, interruption)) {
        done = !breaksOff(follower, upTo);
      }
    }
  }

  private static boolean breaksOff(Follower follower, long upTo) throws SQLException {
    try {
      while (follower.position() < upTo) {
        assertThat(follower.step(upTo).failed()).isNull();
      }
      return false;
    } catch (Places.Broken off) {
      return true;
    }
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

  private long aGroupFact() {
    return ledger.log().ofTypes(List.of("GroupFormed"), 0, FACTS, FACTS).get(10).position();
  }

  private static ProjectionsConfig holding(int entities) {
    return new ProjectionsConfig(
        CONFIG.batchFactsMax(),
        CONFIG.entitiesCachedMax(),
        entities,
        CONFIG.poll(),
        CONFIG.leaseRetry(),
        CONFIG.retryFirst(),
        CONFIG.retryMax(),
        CONFIG.grace());
  }
}
