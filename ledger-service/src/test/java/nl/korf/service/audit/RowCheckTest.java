package nl.korf.service.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every column of a row is held against its header; each change here is taken back afterwards. */
class RowCheckTest {

  private static AuditLab lab;

  @BeforeAll
  static void start() {
    lab = new AuditLab();
    lab.record("a", 4);
  }

  @AfterAll
  static void stop() {
    lab.close();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "leaf_hash ~ update ledger.event set header = set_byte(header, 30, get_byte(header, 30) # 1) where position = 3",
        "leaf_hash ~ update ledger.event set leaf_hash = set_byte(leaf_hash, 0, get_byte(leaf_hash, 0) # 1) where position = 3",
        "payload ~ update ledger.event set payload = set_byte(payload, 9, get_byte(payload, 9) # 1) where position = 3",
        "payload ~ update ledger.event set payload = payload || ' '::bytea where position = 3",
        "metadata ~ update ledger.event set metadata = metadata || ' '::bytea where position = 3",
        "type ~ update ledger.event set type = 'BodyRenamed' where position = 3",
        "rev ~ update ledger.event set version = '9' where position = 3",
        "event_id ~ update ledger.event set event_id = gen_random_uuid() where position = 3",
        "recorded_at ~ update ledger.event set recorded_at = recorded_at - interval '1 microsecond' where position = 3",
        "tags ~ update ledger.event set tags = array['body=other'] where position = 3",
        "personal ~ insert into ledger.event_personal values (3, decode(repeat('00', 16), 'hex'), 'x')",
        "header ~ update ledger.event set header = '[]', leaf_hash = sha256('\\x005b5d') where position = 3",
        "header ~ update ledger.event set header = '{\"v\":1,\"v\":1}', leaf_hash = sha256('\\x00'::bytea || '{\"v\":1,\"v\":1}'::bytea) where position = 3",
        "header ~ update ledger.event set header = 'NaN', leaf_hash = sha256('\\x00'::bytea || 'NaN'::bytea) where position = 3",
        "header ~ update ledger.event set header = '{\"colour\":1}', leaf_hash = sha256('\\x00'::bytea || '{\"colour\":1}'::bytea) where position = 3",
        "v ~ update ledger.event set header = '{\"v\":1e400}', leaf_hash = sha256('\\x00'::bytea || '{\"v\":1e400}'::bytea) where position = 3",
        "pos ~ delete from ledger.event where position = 3"
      })
  void aChangedRowIsNamedWithWhatDiffers(String part, String change) throws SQLException {
    Difference found = Objects.requireNonNull(difference(change));

    assertThat(found.position()).isEqualTo(3);
    assertThat(found.part()).isEqualTo(part);
  }

  /** The control: rows nobody touched give no difference. */
  @Test
  void rowsAsTheyWereWrittenAreHashedAsTheyWere() throws SQLException {
    assertThat(difference("select 1")).isNull();
  }

  @Test
  void anotherLedgerIsNotThisOne() throws SQLException {
    try (Connection connection = lab.database().owner().getConnection()) {
      List<StoredRow> rows = StoredRow.after(connection, 0, 1);

      Difference.Found found =
          catchThrowableOfType(
              Difference.Found.class,
              () -> new RowCheck("urn:other", 0, null).next(rows.getFirst()));

      assertThat(Objects.requireNonNull(found).difference().part()).isEqualTo("ledger");
    }
  }

  private static @org.jspecify.annotations.Nullable Difference difference(String change)
      throws SQLException {
    String ledger =
        JdbcClient.create(lab.database().owner())
            .sql("select convert_from(payload, 'UTF8')::json->>'ledger' from ledger.event limit 1")
            .query(String.class)
            .single();
    try (Connection connection = lab.database().owner().getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set local session_replication_role = replica; " + change);
      }
      RowCheck check = new RowCheck(Objects.requireNonNull(ledger), 0, null);
      try {
        for (StoredRow row : StoredRow.after(connection, 0, 100)) {
          check.next(row);
        }
        return null;
      } catch (Difference.Found found) {
        return found.difference();
      } finally {
        connection.rollback();
      }
    }
  }
}
