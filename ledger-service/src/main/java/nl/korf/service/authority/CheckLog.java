package nl.korf.service.authority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.korf.model.ModelJson;
import nl.korf.model.Party;
import nl.korf.model.authority.CompetenceProof;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The record of authority checks: one row a check, for ever, by the id of who asked. A gate that is
 * passed again (a command retried after a conflict) replaces its own row.
 */
public final class CheckLog implements Checks {

  private final JdbcClient database;

  public CheckLog(DataSource dataSource) {
    this.database = JdbcClient.create(dataSource);
  }

  /**
   * Makes the table; safe at every start.
   *
   * @param owner connections of the owner of the database
   */
  public static void install(DataSource owner) {
    JdbcClient.create(owner)
        .sql(
            """
            CREATE TABLE IF NOT EXISTS authority_check (
              id         uuid PRIMARY KEY,
              checked_at timestamptz NOT NULL,
              actor      text NOT NULL,
              gate       text,
              person     text NOT NULL,
              verdict    text NOT NULL,
              position   bigint NOT NULL,
              question   bytea NOT NULL,
              proof      bytea NOT NULL
            )
            """)
        .update();
  }

  @Override
  public void record(RecordedCheck check) {
    database
        .sql(
            """
            INSERT INTO authority_check
              (id, checked_at, actor, gate, person, verdict, position, question, proof)
            VALUES (:id, :at, :actor, :gate, :person, :verdict, :position, :question, :proof)
            ON CONFLICT (id) DO UPDATE SET
              checked_at = excluded.checked_at, verdict = excluded.verdict,
              position = excluded.position, question = excluded.question, proof = excluded.proof
            """)
        .param("id", check.id())
        .param("at", OffsetDateTime.ofInstant(check.checkedAt(), ZoneOffset.UTC))
        .param("actor", check.actor())
        .param("gate", check.gate())
        .param("person", named(check.question().decider()))
        .param("verdict", check.proof().verdict().name())
        .param("position", check.proof().asKnownAt())
        .param("question", ModelJson.mapper().writeValueAsBytes(check.question()))
        .param("proof", ModelJson.mapper().writeValueAsBytes(check.proof()))
        .update();
  }

  /** A person by the identifier alone, as in the rows of before groups decided. */
  private static String named(Party decider) {
    return decider.kind() == Party.Kind.PERSON ? decider.id() : decider.toString();
  }

  @Override
  public Optional<RecordedCheck> find(UUID id) {
    return database
        .sql(
            """
            SELECT id, checked_at, actor, gate, question, proof FROM authority_check WHERE id = :id
            """)
        .param("id", id)
        .query(CheckLog::check)
        .optional();
  }

  private static RecordedCheck check(ResultSet row, int number) throws SQLException {
    return new RecordedCheck(
        row.getObject("id", UUID.class),
        row.getObject("checked_at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("gate"),
        ModelJson.mapper().readValue(row.getBytes("question"), Question.class),
        ModelJson.mapper().readValue(row.getBytes("proof"), CompetenceProof.class));
  }
}
