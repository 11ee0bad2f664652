package nl.korf.eventstore;

import static nl.korf.eventstore.TestEvents.event;
import static nl.korf.eventstore.TestEvents.tagged;
import static nl.korf.eventstore.TestLedger.sourced;
import static nl.korf.eventstore.TestLedger.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import nl.korf.eventstore.testing.TestPostgres;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Two fences around the facts, and the ways into a database that is not ours. */
class SchemaTest {

  /** A row in every table. */
  private static final TestLedger FILLED = TestLedger.create();

  @BeforeAll
  static void fill() {
    TestLedger.await(
        TestLedger.append(
            FILLED.node(),
            AppendCondition.none(),
            AppendOptions.NONE.withCommand(UUID.randomUUID(), new byte[0]),
            event("a", new Note("a", "p"), Map.of(), "t=1")));
  }

  @AfterAll
  static void letGo() {
    FILLED.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger.event set type = 'x'",
        "delete from ledger.event",
        "truncate ledger.event",
        "update ledger.event_tag set type = 'x'",
        "delete from ledger.event_tag",
        "delete from ledger.command",
        "update ledger.event_personal set bytes = ''",
        "delete from ledger.event_personal",
        "update ledger.ledger set example = true",
        "insert into ledger.ledger (id, example, founded_at) values (gen_random_uuid(), true, now())",
        "alter table ledger.event disable trigger all",
        "drop table ledger.event",
      })
  void theApplicationsRoleCanOnlyReadAndAdd(String sql) {
    assertThatThrownBy(() -> TestPostgres.execute(FILLED.pool(), sql))
        .rootCause()
        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger.event set type = 'x'",
        "delete from ledger.event",
        "truncate ledger.event, ledger.event_tag",
        "delete from ledger.event_tag",
        "update ledger.command set count = 2",
        "update ledger.event_personal set bytes = ''",
        "delete from ledger.event_personal",
        "truncate ledger.event_personal",
        "update ledger.ledger set example = true",
        "delete from ledger.ledger",
      })
  void aTriggerStopsEvenASuperuser(String sql) {
    assertThatThrownBy(() -> FILLED.database().execute(sql))
        .rootCause()
        .hasMessageMatching("(?s).*(append-only|Only the role korf_erasure).*");
  }

  @Test
  void onlyTheErasureRoleDeletesAPersonalPartAndNothingElse() {
    try (TestLedger ledger = TestLedger.create()) {
      stored(ledger.node(), event("a", new Note("a", "p"), Map.of()));
      String erasure = "set role korf_erasure; ";

      assertThatThrownBy(() -> ledger.database().execute(erasure + "delete from ledger.event"))
          .rootCause()
          .hasMessageContaining("permission denied");
      assertThatCode(() -> ledger.database().execute(erasure + "delete from ledger.event_personal"))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void migratingAndFoundingAgainChangesNothing() {
    TestPostgres.Database database = TestPostgres.emptyDatabase();
    EventStoreSchema.migrate(database.owner());
    assertThat(LedgerIdentity.read(database.owner())).isEmpty();
    Instant birth = Instant.parse("2026-01-02T03:04:05.000006Z");
    LedgerIdentity born = EventStoreSchema.found(database.owner(), UUID.randomUUID(), true, birth);

    EventStoreSchema.migrate(database.owner());
    LedgerIdentity again =
        EventStoreSchema.found(database.owner(), UUID.randomUUID(), false, Instant.EPOCH);

    assertThat(again).isEqualTo(born);
    assertThat(again.example()).isTrue();
    assertThat(again.foundedAt()).isEqualTo(birth);
  }

  @Test
  void anOrdinaryUserWhoMayCreateRolesOrIsAMemberSetsUpALedger() {
    TestPostgres.Database database = TestPostgres.emptyDatabase();
    DataSource user = ordinaryUser(database, "nocreaterole");
    TestPostgres.ledger(); // makes sure that the roles exist
    database.execute("grant korf_app, korf_erasure to " + userName(user));

    EventStoreSchema.migrate(user);
    EventStoreSchema.found(user, UUID.randomUUID(), false, Instant.EPOCH);

    try (HikariDataSource pool = database.pool(5);
        PgEventStorageEngine node =
            new PgEventStorageEngine(
                pool, Note.CODEC, EventEvolution.none(), EventStoreConfig.of("test"))) {
      assertThat(stored(node, event("a")).firstPosition()).isEqualTo(1);
    }
  }

  @Test
  void aUserWhoCannotHaveTheRolesIsToldWhatToDo() {
    TestPostgres.ledger(); // makes sure that the roles exist
    TestPostgres.Database database = TestPostgres.emptyDatabase();
    DataSource user = ordinaryUser(database, "nocreaterole");

    assertThatThrownBy(() -> EventStoreSchema.migrate(user))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("grant korf_app, korf_erasure to " + userName(user));
  }

  @Test
  void theLogCanBePartitionedByPosition() {
    try (TestLedger ledger = TestLedger.create()) {
      stored(ledger.node(), event("a", "t=1"), event("b", "t=1"), event("c", "t=1"));
      ledger.database().execute(PARTITION);
      PgEventStorageEngine node = ledger.node();

      stored(node, event("d", "t=1"), event("e", "t=1"));
      stored(node, event("f", "t=1"));

      assertThat(sourced(node, tagged("t=1"))).hasSize(6);
      assertThat(node.factLog().read(0, 10)).hasSize(6);
      assertThat(node.factLog().positionAt(Instant.parse("2999-01-01T00:00:00Z"))).isEqualTo(6);
      ledger.requireSound(6);
    }
  }

  /** What an operator would run: the old table becomes the first partition, without a copy. */
  private static final String PARTITION =
      """
      alter table ledger.event rename to event_1;
      create table ledger.event (like ledger.event_1 including defaults including constraints)
        partition by range (position);
      alter table ledger.event add primary key (position);
      alter table ledger.event_1 add check (position >= 1 and position < 5);
      alter table ledger.event attach partition ledger.event_1 for values from (1) to (5);
      create table ledger.event_2 partition of ledger.event for values from (5) to (9);
      create unique index on ledger.event_2 (event_id);
      grant select, insert on ledger.event to korf_app;
      """;

  private static DataSource ordinaryUser(TestPostgres.Database database, String rights) {
    String name = "user_" + UUID.randomUUID().toString().replace("-", "");
    database.execute(
        "create role %s login password 'p' %s; grant all on database %s to %s"
            .formatted(name, rights, database.name(), name));
    PGSimpleDataSource user = (PGSimpleDataSource) database.owner();
    user.setUser(name);
    user.setPassword("p");
    return user;
  }

  private static String userName(DataSource user) {
    return String.valueOf(((PGSimpleDataSource) user).getUser());
  }
}
