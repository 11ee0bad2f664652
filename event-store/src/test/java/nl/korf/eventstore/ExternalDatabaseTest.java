package nl.korf.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import nl.korf.eventstore.testing.DurablePostgres;
import nl.korf.eventstore.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A server that has never seen a ledger, and owners who are ordinary users. */
class ExternalDatabaseTest {

  @TempDir private Path folder;

  @Test
  void anOwnerWhoMayCreateRolesNeedsNoAdministratorAndOneWhoMayNotIsToldWhatToAsk() {
    try (DurablePostgres server = DurablePostgres.start(folder)) {
      TestPostgres.Database database = server.database();
      database.execute("create role plain login password 'p'");
      database.execute("create role maker login createrole password 'p'");
      database.execute("grant create on database postgres to plain, maker");

      assertThatThrownBy(() -> EventStoreSchema.migrate(user(database, "plain")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("korf_app does not exist and may not be created")
          .hasMessageContaining("create role korf_app nologin");

      PGSimpleDataSource maker = user(database, "maker");
      EventStoreSchema.migrate(maker);
      EventStoreSchema.migrate(maker);
      EventStoreSchema.found(maker, UUID.randomUUID(), true, Instant.EPOCH);
      assertThat(LedgerIdentity.read(maker)).isPresent();
      TestPostgres.execute(maker, EventStoreSchema.ENTER_APP_ROLE + "; select from ledger.event");
    }
  }

  private static PGSimpleDataSource user(TestPostgres.Database database, String name) {
    PGSimpleDataSource user = (PGSimpleDataSource) database.owner();
    user.setUser(name);
    user.setPassword("p");
    return user;
  }
}
