package nl.korf.eventstore;

import static nl.korf.eventstore.TestEvents.event;
import static nl.korf.eventstore.TestLedger.append;
import static nl.korf.eventstore.TestLedger.await;
import static nl.korf.eventstore.TestLedger.refusal;
import static nl.korf.eventstore.TestLedger.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import nl.korf.eventstore.testing.TcpProxy;
import nl.korf.eventstore.testing.TestPostgres;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A connection that is lost around a commit leaves no caller in doubt. */
class UnknownOutcomeTest {

  private final TestPostgres.Database direct = TestPostgres.ledger();
  private final TcpProxy proxy = new TcpProxy(direct.port());
  private final TestLedger ledger =
      new TestLedger(new TestPostgres.Database("localhost", proxy.port(), direct.name()));

  @AfterEach
  void letGo() {
    proxy.heal();
    ledger.close();
    proxy.close();
  }

  @Test
  void aCommitWhoseAnswerIsLostIsAcknowledgedAllTheSame() {
    PgEventStorageEngine node = ledger.node();
    stored(node, event("before"));
    proxy.arm(TcpProxy.Cut.AFTER_COMMIT, false);

    AppendReceipt receipt = stored(node, event("a"), event("b"));

    assertThat(proxy.cuts()).isEqualTo(1);
    assertThat(receipt.firstPosition()).isEqualTo(2);
    assertThat(stored(node, event("after")).firstPosition()).isEqualTo(4);
    ledger.requireSound(4);
  }

  @Test
  void theVeryFirstFactMayHaveAnUnknownOutcomeToo() {
    PgEventStorageEngine node =
        ledger.node(config -> config.withPatience(Duration.ofSeconds(1), Duration.ofSeconds(1)));
    proxy.arm(TcpProxy.Cut.AFTER_COMMIT, true);
    assertThat(refusal(append(node, AppendCondition.none(), event("a"))))
        .isInstanceOf(OutcomeUnknown.class);
    proxy.heal();

    assertThat(stored(node, event("b")).firstPosition()).isEqualTo(2);
    ledger.requireSound(2);
  }

  @Test
  void aCommitThatNeverArrivedIsDoneOnceMore() {
    PgEventStorageEngine node = ledger.node();
    stored(node, event("before"));
    proxy.arm(TcpProxy.Cut.BEFORE_COMMIT, false);

    assertThat(stored(node, event("a")).firstPosition()).isEqualTo(2);

    assertThat(proxy.cuts()).isEqualTo(1);
    ledger.requireSound(2);
  }

  @Test
  void anEventStoredLongBeforeIsNotTakenForAPartOfTheLostBatch() {
    PgEventStorageEngine node = ledger.node();
    UUID id = UUID.randomUUID();
    stored(node, event(id, "before", new Note("before", null), Map.of()));
    proxy.arm(TcpProxy.Cut.BEFORE_COMMIT, false);

    assertThat(
            refusal(
                append(
                    node,
                    AppendCondition.none(),
                    event(id, "again", new Note("again", null), Map.of()))))
        .isInstanceOf(EventStoreException.class);
    assertThat(proxy.cuts()).isEqualTo(1);
    ledger.requireSound(1);
  }

  @Test
  void aPlainClientWouldBeInDoubt() throws SQLException {
    direct.execute("create table plain (n int)");
    try (Connection connection = ledger.database().owner().getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("insert into plain values (1)");
        proxy.arm(TcpProxy.Cut.AFTER_COMMIT, false);
        assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
      }
    }
    try (Connection connection = direct.owner().getConnection();
        var row = connection.createStatement().executeQuery("select count(*) from plain")) {
      row.next();
      assertThat(row.getInt(1)).isEqualTo(1);
    }
  }

  @Test
  void whenTheDatabaseStaysAwayTheCallerIsToldSoAndMayRepeat() {
    PgEventStorageEngine node =
        ledger.node(config -> config.withPatience(Duration.ofSeconds(1), Duration.ofSeconds(1)));
    stored(node, event("before"));
    AppendOptions options = AppendOptions.NONE.withCommand(UUID.randomUUID(), new byte[] {1});
    proxy.arm(TcpProxy.Cut.AFTER_COMMIT, true);

    assertThat(refusal(append(node, AppendCondition.none(), options, event("a"))))
        .isInstanceOf(OutcomeUnknown.class);

    proxy.heal();
    assertThat(refusal(append(node, AppendCondition.none(), options, event("a"))))
        .isInstanceOfSatisfying(
            AlreadyRecorded.class,
            recorded -> assertThat(recorded.receipt().firstPosition()).isEqualTo(2));
    assertThat(await(append(node, AppendCondition.none(), event("b"))).firstPosition())
        .isEqualTo(3);
    ledger.requireSound(3);
  }
}
