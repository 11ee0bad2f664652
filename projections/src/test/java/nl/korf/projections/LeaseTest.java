package nl.korf.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.korf.eventstore.HeadSignal;
import nl.korf.model.view.ReadModel;
import nl.korf.projections.RowWriter.Interruption;
import nl.korf.projections.testing.RandomHistory;
import nl.korf.projections.testing.TestLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

class LeaseTest {

  private static final int FACTS = 300;
  private static final Generation GROUPS = new Generation(ReadModel.GROUPS, 1);

  private final TestLedger ledger = new TestLedger();
  private final RandomHistory history = new RandomHistory(31, 5, 0.2);

  @BeforeEach
  void prepare() throws SQLException {
    Steps.prepare(ledger);
    ledger.append(history.next(FACTS));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void aSecondFollowerWaitsUntilTheFirstLetsGo() throws SQLException {
    try (Follower first = Steps.lead(ledger, ReadModel.GROUPS, Steps.CONFIG)) {
      first.step(FACTS);
      assertThat(second()).isEmpty();
    }
    assertThat(second()).isPresent().get().satisfies(Follower::close);
  }

  @Test
  void aFollowerWhoseSessionDiedCanNoLongerWrite() throws SQLException {
    try (Follower first = Steps.lead(ledger, ReadModel.GROUPS, Steps.CONFIG)) {
      first.step(FACTS);
      String session = first.connection().unwrap(PGConnection.class).getBackendPID() + "";
      ledger.rows("select pg_terminate_backend(%s, 5000)".formatted(session));

      assertThatThrownBy(() -> first.step(FACTS)).isInstanceOf(SQLException.class);
    }
    Steps.follow(ledger, ReadModel.GROUPS, Steps.CONFIG, FACTS);
    assertThat(Steps.contents(ledger, GROUPS)).isEqualTo(fresh());
  }

  @Test
  void aConnectionThatCannotTakeTheLeaseIsGivenBack() throws SQLException {
    try (Connection whole = ledger.owner().getConnection()) {
      Connection broken = refusing(whole, "pg_try_advisory_lock");

      assertThatThrownBy(() ->
              Follower.lead(
                  broken,
                  GROUPS,
                  RowFold.of(ReadModel.GROUPS),
                  ledger.log(),
                  Steps.CONFIG,
                  Interruption.NONE))
          .isInstanceOf(SQLException.class)
          .hasMessage("refused");
      assertThat(whole.isClosed()).isTrue();
    }
  }

  /** The connection, without statements that say this. */
  private static Connection refusing(Connection whole, String words) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              if (method.getName().equals("prepareStatement")
                  && String.valueOf(arguments[0]).contains(words)) {
                throw new SQLException("refused");
              }
              return method.invoke(whole, arguments);
            });
  }

  /** The control: two who write without the lease run into each other, and one is told so. */
  @Test
  void withoutTheLeaseTwoFollowersCollide() throws SQLException {
    try (Follower first = Steps.lead(ledger, ReadModel.GROUPS, Steps.CONFIG)) {
      giveAway(first);
      try (Follower other = Steps.lead(ledger, ReadModel.GROUPS, Steps.CONFIG)) {
        first.step(FACTS);

        assertThatThrownBy(() -> other.step(FACTS)).isInstanceOf(Superseded.class);
      }
    }
  }

  /** It answers from what another node writes, and does not take over when that one is gone. */
  @Test
  void aNodeThatWatchesKnowsWhatAnotherWritesAndFollowsNothing() throws Exception {
    try (HeadSignal head = ledger.headSignal();
        Projections watcher = node(head)) {
      Projections follower = node(head);
      follower.start();
      watcher.watch();
      assertThat(watcher.awaitPosition(FACTS, Duration.ofSeconds(20))).isTrue();
      assertThat(watcher.live(ReadModel.GROUPS)).isEqualTo(GROUPS);

      follower.close();
      ledger.append(history.next(FACTS));

      assertThat(watcher.awaitPosition(2 * FACTS, Duration.ofSeconds(1))).isFalse();
      try (Projections next = node(head)) {
        next.start();
        assertThat(watcher.awaitPosition(2 * FACTS, Duration.ofSeconds(20))).isTrue();
      }
    }
  }

  @Test
  void aNodeThatWatchesALedgerNobodyFollowsHasNothingToRead() throws Exception {
    try (TestLedger empty = new TestLedger();
        HeadSignal head = empty.headSignal();
        Projections watcher = new Projections(empty.pool(), empty.log(), head, Steps.CONFIG)) {
      watcher.watch();

      assertThat(watcher.position()).isZero();
      assertThatThrownBy(() -> watcher.schema(ReadModel.GROUPS))
          .isInstanceOf(ReadModelMissing.class);
    }
  }

  @Test
  void ofTwoNodesOneFollowsAndTheOtherTakesOver() throws Exception {
    try (HeadSignal head = ledger.headSignal()) {
      Projections first = node(head);
      first.start();
      assertThat(first.awaitPosition(FACTS, Duration.ofSeconds(20))).isTrue();
      try (Projections second = node(head)) {
        second.start();
        ledger.append(history.next(FACTS));
        assertThat(second.awaitPosition(2 * FACTS, Duration.ofSeconds(20))).isTrue();

        first.close();
        ledger.append(history.next(FACTS));

        assertThat(second.awaitPosition(3 * FACTS, Duration.ofSeconds(20))).isTrue();
      }
    }
    assertThat(Steps.contents(ledger, GROUPS)).isEqualTo(fresh());
  }

  @Test
  void whoeverListensIsToldHowFarAllReadModelsHaveCome() {
    List<Long> told = new CopyOnWriteArrayList<>();
    try (HeadSignal head = ledger.headSignal();
        Projections projections = node(head)) {
      projections.onProjected(told::add);
      projections.start();

      await().untilAsserted(() -> assertThat(told).isNotEmpty().last().isEqualTo((long) FACTS));
      assertThat(told).isSorted();
    }
  }

  private Projections node(HeadSignal head) {
    return new Projections(ledger.pool(), ledger.log(), head, Steps.CONFIG);
  }

  private Optional<Follower> second() throws SQLException {
    return Follower.lead(
        ledger.pool().getConnection(),
        GROUPS,
        RowFold.of(ReadModel.GROUPS),
        ledger.log(),
        Steps.CONFIG,
        Interruption.NONE);
  }

  private static void giveAway(Follower follower) throws SQLException {
    try (var statement = follower.connection().createStatement()) {
      statement.execute("select pg_advisory_unlock_all()");
    }
  }

  private Map<String, List<String>> fresh() throws SQLException {
    Generation fresh = new Generation(ReadModel.GROUPS, 2);
    Builds.add(ledger, fresh);
    Builds.follow(ledger, fresh, Steps.CONFIG, ledger.head());
    return Steps.contents(ledger, fresh);
  }
}
