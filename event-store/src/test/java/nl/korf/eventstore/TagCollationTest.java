package nl.korf.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import nl.korf.eventstore.testing.TestPostgres;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tags lie in the order of their bytes, whatever order a database sorts its texts in. */
class TagCollationTest {

  private final TestPostgres.Database database = TestPostgres.emptyDatabase();

  @Test
  void aNewLedgerIndexesTagsInTheOrderOfTheirBytes() throws SQLException {
    EventStoreSchema.migrate(database.owner());

    assertThat(collation("tag")).isEqualTo("C");
    assertThat(collation("type")).as("the control: the database's own").isNull();
  }

  @Test
  void aLedgerOfBeforeIsBroughtUpToDateWhileItIsSmall() throws SQLException {
    before(1_000_000);

    EventStoreSchema.migrate(database.owner());

    assertThat(collation("tag")).isEqualTo("C");
  }

  @Test
  void aLargeOneIsNotLockedForItAtAStart() throws SQLException {
    before(1_000_001);

    EventStoreSchema.migrate(database.owner());

    assertThat(collation("tag")).isNull();
  }

  /** The schema as it was first, with a fact at a position. */
  private void before(long position) {
    LedgerRoles.ensure(database.owner());
    Flyway.configure(EventStoreSchema.class.getClassLoader())
        .dataSource(database.owner())
        .schemas("ledger")
        .defaultSchema("ledger")
        .table("migration")
        .locations("classpath:nl/korf/eventstore/migrations")
        .target(MigrationVersion.fromVersion("1"))
        .load()
        .migrate();
    database.execute(
        """
        insert into ledger.event
          (position, event_id, type, version, recorded_at, tags, payload, metadata, header,
           leaf_hash)
        values (%d, gen_random_uuid(), 'a', '1', now(), '{t=1}', '', '', '', sha256(''))
        """
            .formatted(position));
  }

  private @Nullable String collation(String column) throws SQLException {
    String sql =
        """
        select collation_name from information_schema.columns
        where table_schema = 'ledger' and table_name = 'event_tag' and column_name = '%s'
        """
            .formatted(column);
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }
}
