package nl.korf.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The schema {@code ledger}: how it comes to be and how it is entered.
 *
 * <p>Migration and founding run as the owner of the database, an ordinary user; everything else
 * runs in the role {@link #APP_ROLE}, which a pool enters with {@link #ENTER_APP_ROLE}.
 */
public final class EventStoreSchema {

  /** Reads and adds; may not change or remove a fact. */
  public static final String APP_ROLE = "korf_app";

  /** Deletes personal parts, and nothing else. */
  public static final String ERASURE_ROLE = "korf_erasure";

  /** What a pool runs on every new connection; Hikari calls it {@code connectionInitSql}. */
  public static final String ENTER_APP_ROLE = "set role " + APP_ROLE;

  private EventStoreSchema() {}

  /**
   * Creates or upgrades the schema and makes sure of its two roles. Safe to run from several nodes
   * at once and at every start.
   *
   * @param owner connections of a user who owns the database, or may create schemas in it, and may
   *     create roles or is a member of both
   * @throws IllegalStateException with one clear sentence where the roles cannot be had
   */
  public static void migrate(DataSource owner) {
    LedgerRoles.ensure(owner);
    Flyway.configure(EventStoreSchema.class.getClassLoader())
        .dataSource(owner)
        .schemas("ledger")
        .defaultSchema("ledger")
        .table("migration")
        .locations("classpath:nl/korf/eventstore/migrations")
        .load()
        .migrate();
  }

  /**
   * Founds the ledger where it was not founded before, and says which ledger it is.
   *
   * @param example whether a new ledger is an example; an existing one stays what it is
   */
  public static LedgerIdentity found(DataSource owner, UUID id, boolean example, Instant at) {
    String sql =
        "insert into ledger.ledger (id, example, founded_at) values (?, ?, ?)"
            + " on conflict do nothing";
    try (Connection connection = owner.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, id);
      statement.setBoolean(2, example);
      statement.setObject(3, at.atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new StoreUnreachable("found the ledger", failure);
    }
    return LedgerIdentity.read(owner).orElseThrow();
  }

  /** For measuring {@link TagIndex#GIN} only: adds the index that variant needs. */
  public static void indexTagsWithGin(DataSource owner) {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create index if not exists event_tags_gin on ledger.event using gin (tags)");
    } catch (SQLException failure) {
      throw new StoreUnreachable("index the tags", failure);
    }
  }
}
