package nl.korf.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.korf.eventstore.HeadSignal;
import nl.korf.model.view.ReadModel;
import nl.korf.projections.testing.RandomHistory;
import nl.korf.projections.testing.TestLedger;
import org.junit.jupiter.api.Test;

/** A build beside the read model that answers lets appends go first, and still ends. */
class GivingWayTest {

  private static final int FACTS = 1_500;
  private static final int BATCHES_MAX = 1_000;
  private static final Duration PIECE = Duration.ofMillis(7);

  private final List<Duration> rests = new ArrayList<>();
  private long head = 1;
  private long nanos;
  private final GivingWay givingWay = new GivingWay(() -> head, () -> nanos, rests::add);

  @Test
  void whileAppendsComeItRestsAsLongAsAPieceTookAndTakesSmallPieces() {
    givingWay.beside(true);
    givingWay.begin();
    assertThat(givingWay.factsMax()).isEqualTo(Integer.MAX_VALUE);

    append();
    piece(PIECE);

    assertThat(rests).containsExactly(PIECE);
    assertThat(givingWay.factsMax()).isEqualTo(GivingWay.FACTS_MAX);
  }

  @Test
  void aLongPieceIsFollowedByABoundedRest() {
    givingWay.beside(true);
    givingWay.begin();
    head++;
    piece(GivingWay.REST_MAX.multipliedBy(20));

    assertThat(rests).containsExactly(GivingWay.REST_MAX);
  }

  @Test
  void aBuildThatFallsFurtherBehindGivesWayNoMoreUntilItHasCaughtUp() {
    givingWay.beside(true);
    givingWay.begin();
    append();
    givingWay.behind(100);
    givingWay.behind(90);
    assertThat(givingWay.factsMax()).isEqualTo(GivingWay.FACTS_MAX);

    givingWay.behind(91);
    piece(PIECE);
    assertThat(rests).isEmpty();
    assertThat(givingWay.factsMax()).isEqualTo(Integer.MAX_VALUE);
    givingWay.behind(10);
    assertThat(givingWay.factsMax()).isEqualTo(Integer.MAX_VALUE);

    givingWay.behind(0);
    assertThat(givingWay.factsMax()).isEqualTo(GivingWay.FACTS_MAX);
  }

  /** The control: the same pieces, and nobody appends. */
  @Test
  void onAQuietLedgerItNeverRests() {
    givingWay.beside(true);
    givingWay.begin();
    piece(PIECE);
    piece(PIECE);

    assertThat(rests).isEmpty();
    assertThat(givingWay.factsMax()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void someTimeAfterTheLastAppendItGoesOnAtFullPace() {
    givingWay.beside(true);
    append();
    givingWay.begin();
    nanos += GivingWay.BUSY_FOR.toNanos();
    piece(PIECE);

    assertThat(rests).isEmpty();
  }

  @Test
  void oneThatAnswersGivesWayToNobody() {
    append();
    piece(PIECE);

    assertThat(rests).isEmpty();
    assertThat(givingWay.factsMax()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void aLoadDuringAppendsRestsBetweenItsStatementsAndHoldsWhatAnUndisturbedOneDoes()
      throws SQLException {
    try (TestLedger ledger = new TestLedger()) {
      Steps.prepare(ledger);
      RandomHistory history = new RandomHistory(71, 6, 0.3);
      ledger.append(history.next(FACTS));
      givingWay.beside(true);
      List<String> places = load(ledger, 2, () -> append(ledger, history));
      assertThat(rests).hasSizeGreaterThan(places.size() / 2);
      assertThat(places).contains("load advance", "load held GROUP", "key", "analyze");

      rests.clear();
      load(ledger, 3, () -> {});
      assertThat(rests).as("the control").isEmpty();
      assertThat(Steps.contents(ledger, new Generation(ReadModel.GROUPS, 2)))
          .isEqualTo(Steps.contents(ledger, new Generation(ReadModel.GROUPS, 3)));
    }
  }

  /** Loads a generation up to the head, however that moves; each statement takes a moment. */
  private List<String> load(TestLedger ledger, int number, Runnable meanwhile) throws SQLException {
    Generation generation = new Generation(ReadModel.GROUPS, number);
    Builds.toLoad(ledger, generation);
    List<String> places = new ArrayList<>();
    head = ledger.head();
    nanos += GivingWay.BUSY_FOR.toNanos();
    try (Follower follower =
        Steps.lead(
            ledger,
            generation,
            RowFold.of(ReadModel.GROUPS),
            Steps.batches(64, 1_000),
            place -> {
              places.add(place);
              nanos += PIECE.toNanos();
              givingWay.before(place);
            })) {
      for (int batch = 0; batch < BATCHES_MAX && follower.position() < ledger.head(); batch++) {
        meanwhile.run();
        givingWay.begin();
        assertThat(follower.step(ledger.head()).failed()).isNull();
      }
      assertThat(follower.position()).isEqualTo(ledger.head());
    }
    return places;
  }

  private void append(TestLedger ledger, RandomHistory history) {
    ledger.append(history.next(1));
    head = ledger.head();
  }

  @Test
  void aRebuildEndsWhileAppendsGoOnWithoutAPause() throws Exception {
    try (TestLedger ledger = new TestLedger();
        HeadSignal signal = ledger.headSignal();
        Projections projections =
            new Projections(ledger.pool(), ledger.log(), signal, Steps.CONFIG)) {
      RandomHistory history = new RandomHistory(72, 8, 0.2);
      ledger.append(history.next(FACTS));
      projections.start();
      assertThat(projections.awaitPosition(FACTS, Duration.ofSeconds(60))).isTrue();

      var rebuild = projections.rebuild(ReadModel.GROUPS);
      await()
          .atMost(Duration.ofSeconds(60))
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> {
            ledger.append(history.next(1));
            return rebuild.isDone();
          });

      assertThat(rebuild.get(1, TimeUnit.SECONDS).swapped()).isTrue();
      assertThat(ledger.head()).isGreaterThan(FACTS);
    }
  }

  private void append() {
    head++;
    givingWay.begin();
  }

  private void piece(Duration took) {
    nanos += took.toNanos();
    givingWay.before("next");
  }
}
