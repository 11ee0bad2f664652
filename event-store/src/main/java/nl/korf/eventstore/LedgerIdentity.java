package nl.korf.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Which ledger this database holds. Fixed at birth: the id enters every header, and an example
 * ledger stays an example.
 */
public record LedgerIdentity(UUID id, boolean example, Instant foundedAt) {

  private static final String READ = "select id, example, founded_at from ledger.ledger";

  /** The identity of the ledger in a migrated database, or empty before it was founded. */
  public static Optional<LedgerIdentity> read(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(READ);
        ResultSet row = statement.executeQuery()) {
      return row.next()
          ? Optional.of(
              new LedgerIdentity(
                  row.getObject(1, UUID.class), row.getBoolean(2), FactRows.instant(row, 3)))
          : Optional.empty();
    } catch (SQLException failure) {
      throw new StoreUnreachable("read the ledger's identity", failure);
    }
  }
}
