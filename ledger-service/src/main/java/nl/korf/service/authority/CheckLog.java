package nl.korf.service.authority;

import java.security.MessageDigest;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.korf.model.ModelJson;
import nl.korf.model.Party;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The record of authority checks: one row a check, denials included, for ever. An attempt of the
 * same sending of a command (retried after a conflict) replaces the row of the one before; a
 * command that was refused and is sent again leaves another row. What somebody asked under an
 * Idempotency-Key is never replaced: its digest is kept, and another request under it is refused.
 */
public final class CheckLog implements Checks {

  /** Stands in {@code event} for a check of one party. */
  static final String EVALUATION = "adl.access_evaluation";

  /** Stands in {@code event} for a search for those who may decide. */
  static final String SEARCH = "adl.search_subject";

  /**
   * Rows are written under this advisory lock, shared, and their numbers given out under it. Who
   * takes it alone knows that every number given out is that of a row it can see.
   */
  private static final long NUMBERING = 0x4b6f7266_41444cL;

  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final Traces traces;

  /** A log whose checks belong to the traces of the requests under way. */
  public CheckLog(DataSource dataSource, Traces traces) {
    this.database = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.traces = traces;
  }

  /** A log whose every check begins a trace. */
  public CheckLog(DataSource dataSource) {
    this(dataSource, new Traces());
  }

  /**
   * Makes the table, or brings it up to date; safe at every start.
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
            );
            ALTER TABLE authority_check
              ALTER person DROP NOT NULL,
              ALTER verdict DROP NOT NULL,
              ALTER proof DROP NOT NULL,
              ADD COLUMN IF NOT EXISTS event text NOT NULL DEFAULT 'adl.access_evaluation',
              ADD COLUMN IF NOT EXISTS command uuid,
              ADD COLUMN IF NOT EXISTS found bytea,
              ADD COLUMN IF NOT EXISTS digest bytea,
              ADD COLUMN IF NOT EXISTS trace_id text NOT NULL
                DEFAULT replace(gen_random_uuid()::text, '-', ''),
              ADD COLUMN IF NOT EXISTS span_id text NOT NULL
                DEFAULT substr(replace(gen_random_uuid()::text, '-', ''), 1, 16),
              ADD COLUMN IF NOT EXISTS parent_span_id text,
              ADD COLUMN IF NOT EXISTS number bigint GENERATED ALWAYS AS IDENTITY;
            CREATE UNIQUE INDEX IF NOT EXISTS authority_check_number ON authority_check (number);
            CREATE INDEX IF NOT EXISTS authority_check_command ON authority_check (command, number);
            """)
        .update();
  }

  @Override
  public void record(RecordedCheck check) {
    insert(check, null);
  }

  /**
   * Records what somebody asked; durable when it returns.
   *
   * @return whether it was recorded; false: there is a row with its id, which stays as it is
   */
  boolean record(RecordedCheck check, Asking asking) {
    return insert(check, asking.digest()) == 1;
  }

  private int insert(RecordedCheck check, byte @Nullable [] digest) {
    Trace trace = traces.of(check.command());
    return database
        .sql(
            """
            INSERT INTO authority_check
              (id, command, event, checked_at, actor, gate, person, verdict, position, question,
               proof, digest, trace_id, span_id, parent_span_id)
            SELECT :id, :command, :event, :at, :actor, :gate, :person, :verdict, :position,
               :question, :proof, :digest, :trace, :span, :parent
            FROM pg_advisory_xact_lock_shared(:lock)
            ON CONFLICT (id) DO UPDATE SET
              checked_at = excluded.checked_at, verdict = excluded.verdict,
              position = excluded.position, question = excluded.question, proof = excluded.proof
            WHERE authority_check.digest IS NULL AND authority_check.gate IS NOT NULL
              AND excluded.digest IS NULL
            """)
        .param("id", check.id())
        .param("command", check.command())
        .param("event", EVALUATION)
        .param("at", utc(check.checkedAt()))
        .param("actor", check.actor())
        .param("gate", check.gate())
        .param("person", named(check.question().decider()))
        .param("verdict", check.proof().verdict().name())
        .param("position", check.proof().asKnownAt())
        .param("question", ModelJson.mapper().writeValueAsBytes(check.question()))
        .param("proof", ModelJson.mapper().writeValueAsBytes(check.proof()))
        .param("digest", digest, Types.BINARY)
        .param("trace", trace.traceId())
        .param("span", trace.spanId())
        .param("parent", trace.parentSpanId())
        .param("lock", NUMBERING)
        .update();
  }

  /**
   * Records a search; durable when it returns.
   *
   * @return whether it was recorded; false: there is a row with its id, which stays as it is
   */
  boolean record(RecordedSearch search, Asking asking) {
    Trace trace = traces.of(search.id());
    return database
            .sql(
                """
                INSERT INTO authority_check
                  (id, command, event, checked_at, actor, position, question, found, digest,
                   trace_id, span_id, parent_span_id)
                SELECT :id, :id, :event, :at, :actor, :position, :question, :found, :digest,
                   :trace, :span, :parent
                FROM pg_advisory_xact_lock_shared(:lock)
                ON CONFLICT (id) DO NOTHING
                """)
            .param("id", search.id())
            .param("event", SEARCH)
            .param("at", utc(search.searchedAt()))
            .param("actor", search.actor())
            .param("position", search.position())
            .param("question", ModelJson.mapper().writeValueAsBytes(search.asked()))
            .param("found", ModelJson.mapper().writeValueAsBytes(search))
            .param("digest", asking.digest())
            .param("trace", trace.traceId())
            .param("span", trace.spanId())
            .param("parent", trace.parentSpanId())
            .param("lock", NUMBERING)
            .update()
        == 1;
  }

  private static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
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
            SELECT id, coalesce(command, id) AS command, checked_at, actor, gate, question, proof
            FROM authority_check
            WHERE (id = :id OR command = :id) AND event = 'adl.access_evaluation'
            ORDER BY (id = :id) DESC,
              (convert_from(question, 'UTF8')::jsonb ->> 'earlier') IS NULL DESC,
              number DESC LIMIT 1
            """)
        .param("id", id)
        .query(CheckRows::check)
        .optional();
  }

  /**
   * Refuses where the key was used for anything else: another question, about another instant, by
   * somebody else, at another address, or for a command.
   *
   * @return whether it was used, for the same
   */
  boolean requireUnusedOrSame(Asking asking) {
    Optional<String> used =
        database
            .sql(
                """
                SELECT position, digest FROM authority_check WHERE id = :key OR command = :key
                ORDER BY number LIMIT 1
                """)
            .param("key", asking.key())
            .query((row, _) ->
                MessageDigest.isEqual(row.getBytes("digest"), asking.digest())
                    ? ""
                    : row.getString("position"))
            .optional();
    used.filter(position -> !position.isEmpty())
        .ifPresent(position -> {
          throw new Refused(
              Refusal.COMMAND_ID_USED_OTHERWISE,
              "command",
              asking.key().toString(),
              "position",
              position);
        });
    return used.isPresent();
  }

  /** The search with this id. */
  Optional<RecordedSearch> findSearch(UUID id) {
    return database
        .sql("SELECT found FROM authority_check WHERE id = :id AND found IS NOT NULL")
        .param("id", id)
        .query((row, _) -> CheckRows.search(row))
        .optional();
  }

  /**
   * A row of the log, whichever sort it is.
   *
   * @param number its place in the log; grows, with gaps
   * @param check null for a search
   * @param search null for a check
   */
  record Entry(
      long number, Trace trace, @Nullable RecordedCheck check, @Nullable RecordedSearch search) {}

  /**
   * What was recorded after a number, in order, without gaps in time: what is not in this answer is
   * recorded later and gets a higher number than any in it.
   */
  List<Entry> after(long number, int limit) {
    long last = last();
    return database
        .sql(
            """
            SELECT number, trace_id, span_id, parent_span_id, id, coalesce(command, id) AS command,
              checked_at, actor, gate, question, proof, found
            FROM authority_check WHERE number > :after AND number <= :last
            ORDER BY number LIMIT :limit
            """)
        .param("after", number)
        .param("last", last)
        .param("limit", limit)
        .query(CheckRows::entry)
        .list();
  }

  /** The highest number up to which every row is there; waits for those being written now. */
  private long last() {
    Long last =
        transaction.execute(_ -> {
          database
              .sql("SELECT pg_advisory_xact_lock(:lock)")
              .param("lock", NUMBERING)
              .query()
              .listOfRows();
          return database
              .sql("SELECT coalesce(max(number), 0) FROM authority_check")
              .query(Long.class)
              .single();
        });
    return last == null ? 0 : last;
  }
}
