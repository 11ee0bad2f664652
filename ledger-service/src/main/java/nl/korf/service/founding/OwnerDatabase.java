package nl.korf.service.founding;

import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import nl.korf.eventstore.EventStoreSchema;
import nl.korf.eventstore.LedgerIdentity;
import nl.korf.projections.Projections;
import nl.korf.service.authority.CheckLog;
import nl.korf.service.host.CannotStart;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database as its owner sees it: for making and upgrading the schema, and nothing else. */
final class OwnerDatabase {

  private final DataSource source;

  OwnerDatabase(DataSource source) {
    this.source = source;
  }

  DataSource source() {
    return source;
  }

  /** Makes or upgrades every schema, and founds the ledger's identity where there is none. */
  LedgerIdentity prepare(boolean example, Instant now) {
    EventStoreSchema.migrate(source);
    LedgerIdentity identity = EventStoreSchema.found(source, UUID.randomUUID(), example, now);
    if (identity.example() != example) {
      throw new CannotStart(
          identity.example()
              ? "This database holds an example ledger: open it with demo, or name another database."
              : "This database holds a real ledger: open it with start, or name another database.");
    }
    Projections.install(source);
    CheckLog.install(source);
    JdbcClient.create(source)
        .sql("grant select, insert, update on authority_check to " + EventStoreSchema.APP_ROLE)
        .update();
    Flyway.configure(OwnerDatabase.class.getClassLoader())
        .dataSource(source)
        .schemas("service")
        .defaultSchema("service")
        .table("migration")
        .locations("classpath:nl/korf/service/migrations")
        .load()
        .migrate();
    return identity;
  }
}
