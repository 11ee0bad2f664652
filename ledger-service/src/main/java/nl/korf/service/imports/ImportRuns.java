package nl.korf.service.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import nl.korf.model.ModelJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What became of imports asked for in a browser, a row each, and the right to import: one at a time
 * in a ledger, whichever process does it. That right is a lock of a database session, so it ends
 * with the process that holds it, and a row that says {@code RUNNING} without it was cut short.
 */
@Component
final class ImportRuns {

  /** Rows that are kept, the latest. */
  static final int KEPT_MAX = 50;

  private static final String LOCK = "korf-import";

  private final DataSource source;
  private final JdbcClient database;
  private final Clock clock;

  ImportRuns(DataSource source, JdbcClient database, Clock clock) {
    this.source = source;
    this.database = database;
    this.clock = clock;
  }

  /** How an import stands. */
  enum State {
    RUNNING,
    DONE,
    STOPPED,
    FAILED,
    /** The process that ran it is gone. */
    INTERRUPTED
  }

  /**
   * An import.
   *
   * @param id hash of what was uploaded
   * @param facts planned; 0 until that is known
   * @param touchedAt when it was last heard of
   * @param findings how often, by rule
   * @param refusals with file and line, the first of them
   */
  public record Run(
      String id,
      String set,
      int files,
      String startedBy,
      Instant startedAt,
      Instant touchedAt,
      State state,
      long facts,
      long recorded,
      long already,
      long refused,
      Map<String, Long> findings,
      List<String> refusals) {

    public Run {
      findings = new TreeMap<>(findings);
      refusals = List.copyOf(refusals);
    }

    public boolean running() {
      return state == State.RUNNING;
    }

    /** Whether all of it is in the ledger: then asking again does nothing. */
    public boolean complete() {
      return state == State.DONE && refused == 0;
    }

    /** Facts that were looked at. */
    public long handled() {
      return recorded + already + refused;
    }
  }

  Optional<Run> find(String id) {
    return database
        .sql("select * from service.import_run where id = ?")
        .param(id)
        .query((row, _) -> run(row))
        .optional()
        .map(this::asItIs);
  }

  /** The latest first. */
  List<Run> latest(int limit) {
    return database
        .sql("select * from service.import_run order by started_at desc, id limit ?")
        .param(limit)
        .query((row, _) -> run(row))
        .list()
        .stream()
        .map(this::asItIs)
        .toList();
  }

  /** The one that is under way. */
  Optional<Run> underWay() {
    return latest(KEPT_MAX).stream().filter(Run::running).findFirst();
  }

  private Run asItIs(Run run) {
    return run.running() && !isHeld()
        ? new Run(
            run.id(),
            run.set(),
            run.files(),
            run.startedBy(),
            run.startedAt(),
            run.touchedAt(),
            State.INTERRUPTED,
            run.facts(),
            run.recorded(),
            run.already(),
            run.refused(),
            run.findings(),
            run.refusals())
        : run;
  }

  void begin(Upload upload, String by) {
    OffsetDateTime now = now();
    database
        .sql(
            """
            insert into service.import_run
              (id, set_name, files, started_by, started_at, touched_at, state)
            values (:id, :set, :files, :by, :now, :now, 'RUNNING')
            on conflict (id) do update set
              started_by = :by, started_at = :now, touched_at = :now, state = 'RUNNING',
              stop_asked = false, recorded = 0, already = 0, refused = 0,
              findings = '{}', refusals = '{}'
            """)
        .param("id", upload.id())
        .param("set", upload.set())
        .param("files", upload.files().size())
        .param("by", by)
        .param("now", now)
        .update();
    database
        .sql(
            """
            delete from service.import_run where id not in
              (select id from service.import_run order by started_at desc limit ?)
            """)
        .param(KEPT_MAX)
        .update();
  }

  void planned(String id, long facts) {
    database
        .sql("update service.import_run set facts = ?, touched_at = ? where id = ?")
        .params(facts, now(), id)
        .update();
  }

  /** Writes down how far it is; whether it is to go on. */
  boolean advanced(String id, ImportReport.Tally tally) {
    return !database
        .sql(
            """
            update service.import_run
            set recorded = ?, already = ?, refused = ?, touched_at = ? where id = ?
            returning stop_asked
            """)
        .params(tally.recorded(), tally.already(), tally.refused(), now(), id)
        .query(Boolean.class)
        .single();
  }

  /** Writes down its end. */
  void ended(String id, State state, ImportReport.Tally tally) {
    database
        .sql(
            """
            update service.import_run
            set state = ?, recorded = ?, already = ?, refused = ?, touched_at = ?,
                findings = ?::jsonb, refusals = ? where id = ?
            """)
        .params(
            state.name(),
            tally.recorded(),
            tally.already(),
            tally.refused(),
            now(),
            ModelJson.mapper().writeValueAsString(tally.findings()),
            tally.refusals().toArray(String[]::new),
            id)
        .update();
  }

  /** Asks it to stop after what it is recording. */
  void askStop(String id) {
    database
        .sql("update service.import_run set stop_asked = true where id = ? and state = 'RUNNING'")
        .param(id)
        .update();
  }

  /** The right to import, until it is closed; empty while another import has it. */
  Optional<AutoCloseable> takeRight() {
    try {
      Connection session = source.getConnection();
      if (locks(session, "select pg_try_advisory_lock(hashtextextended(?, 0))")) {
        return Optional.of(() -> giveBack(session));
      }
      session.close();
      return Optional.empty();
    } catch (SQLException failure) {
      throw new IllegalStateException("cannot ask for the right to import", failure);
    }
  }

  private static void giveBack(Connection session) throws SQLException {
    try (session) {
      locks(session, "select pg_advisory_unlock(hashtextextended(?, 0))");
    }
  }

  private static boolean locks(Connection session, String sql) throws SQLException {
    try (PreparedStatement statement = session.prepareStatement(sql)) {
      statement.setString(1, LOCK);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private boolean isHeld() {
    return database
        .sql(
            """
            select exists (select from pg_locks
              where locktype = 'advisory' and granted and objsubid = 1
                and database = (select oid from pg_database where datname = current_database())
                and ((classid::bigint << 32) | objid::bigint) = hashtextextended(?, 0))
            """)
        .param(LOCK)
        .query(Boolean.class)
        .single();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static Run run(ResultSet row) throws SQLException {
    Map<String, Long> findings = new TreeMap<>();
    ModelJson.mapper()
        .readTree(row.getString("findings"))
        .properties()
        .forEach(found -> findings.put(found.getKey(), found.getValue().asLong()));
    return new Run(
        row.getString("id"),
        row.getString("set_name"),
        row.getInt("files"),
        row.getString("started_by"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        row.getObject("touched_at", OffsetDateTime.class).toInstant(),
        State.valueOf(row.getString("state")),
        row.getLong("facts"),
        row.getLong("recorded"),
        row.getLong("already"),
        row.getLong("refused"),
        findings,
        List.of((String[]) row.getArray("refusals").getArray()));
  }
}
