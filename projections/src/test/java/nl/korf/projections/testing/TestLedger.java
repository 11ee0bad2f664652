package nl.korf.projections.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.HeadSignal;
import nl.korf.eventstore.testing.TestPostgres;
import nl.korf.model.ModelJson;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.FactJson;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.Tags;
import nl.korf.projections.Projections;

/**
 * A ledger of its own in the tests' PostgreSQL, facts put in without the appender: their headers
 * and leaf hashes are made up. One thread writes at a time.
 */
public final class TestLedger implements AutoCloseable {

  /** When the fact at position 0 would have been recorded; each later one a second after. */
  public static final Instant FOUNDED = Instant.parse("2024-01-01T00:00:00Z");

  private static final String INSERT =
      """
      insert into ledger.event
        (position, event_id, type, version, recorded_at, tags, payload, metadata, header, leaf_hash)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final int CONNECTIONS = 40;

  private final TestPostgres.Database database = TestPostgres.ledger();
  private final HikariDataSource pool = database.pool(CONNECTIONS);
  private long head;

  public TestLedger() {
    Projections.install(database.owner());
  }

  /** Connections in the role of the application. */
  public DataSource pool() {
    return pool;
  }

  public DataSource owner() {
    return database.owner();
  }

  public FactLog log() {
    return new FactLog(pool);
  }

  /** A signal of its own; close it. */
  public HeadSignal headSignal() {
    return new HeadSignal(pool, Duration.ofMillis(200));
  }

  public long head() {
    return head;
  }

  /** A fact that holds from the moment it is recorded. */
  public RecordedFact append(Fact fact) {
    return append(fact, FOUNDED.plusSeconds(head + 1));
  }

  public RecordedFact append(Fact fact, Instant effectiveAt) {
    return append(List.of(new Dated(fact, effectiveAt))).getFirst();
  }

  /** A fact and when it holds. */
  public record Dated(Fact fact, Instant effectiveAt) {}

  /** Facts in one transaction, told to whoever listens. */
  public List<RecordedFact> append(Collection<Dated> facts) {
    List<RecordedFact> recorded = new ArrayList<>();
    try (Connection connection = database.owner().getConnection();
        PreparedStatement statement = connection.prepareStatement(INSERT)) {
      connection.setAutoCommit(false);
      for (Dated dated : facts) {
        recorded.add(insert(connection, statement, dated));
      }
      statement.executeBatch();
      connection.createStatement().execute("notify korf_ledger_head, '" + head + "'");
      connection.commit();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    return recorded;
  }

  private RecordedFact insert(Connection connection, PreparedStatement statement, Dated dated)
      throws SQLException {
    long position = ++head;
    Instant recordedAt = FOUNDED.plusSeconds(position);
    Map<String, String> metadata =
        Map.of(
            FactJson.EFFECTIVE_AT, dated.effectiveAt().toString(), FactJson.ACTOR, "system:test");
    FactJson.Encoded encoded = FactJson.encode(dated.fact());
    Object[] tags = Tags.of(dated.fact()).stream().map(Object::toString).toArray();
    statement.setLong(1, position);
    statement.setObject(2, new UUID(0, position));
    statement.setString(3, encoded.type());
    statement.setString(4, encoded.version());
    statement.setObject(5, recordedAt.atOffset(ZoneOffset.UTC));
    statement.setArray(6, connection.createArrayOf("text", tags));
    statement.setBytes(7, encoded.payload());
    statement.setBytes(8, ModelJson.mapper().writeValueAsBytes(metadata));
    byte[] header = "{\"pos\":%d}".formatted(position).getBytes(StandardCharsets.UTF_8);
    statement.setBytes(9, header);
    statement.setBytes(10, sha256(header));
    statement.addBatch();
    return new RecordedFact(FactJson.envelope(position, recordedAt, metadata), dated.fact());
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The rows of a query as text, in its order. */
  public List<String> rows(String sql) {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.owner().getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select r::text from (" + sql + ") r");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(sql, failure);
    }
    return rows;
  }

  public void execute(String sql) {
    database.execute(sql);
  }

  @Override
  public void close() {
    pool.close();
  }
}
