package nl.korf.service.founding;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

  /** What has to be on for a commit to be worth its name. */
  private static final List<String> DURABLE =
      List.of("fsync", "synchronous_commit", "full_page_writes");

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

  /** Refuses a server that acknowledges what it could lose. */
  void requireDurable() {
    List<String> off = new ArrayList<>();
    try (Connection connection = source.getConnection();
        PreparedStatement ask = connection.prepareStatement("select current_setting(?)")) {
      for (String setting : DURABLE) {
        ask.setString(1, setting);
        try (ResultSet row = ask.executeQuery()) {
          row.next();
          if (row.getString(1).equals("off")) {
            off.add(setting);
          }
        }
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("Could not ask the database for its settings", failure);
    }
    if (!off.isEmpty()) {
      throw new CannotStart(
          "The database would lose acknowledged facts in a power cut: switch on "
              + String.join(", ", off)
              + " and start again.");
    }
  }
}
