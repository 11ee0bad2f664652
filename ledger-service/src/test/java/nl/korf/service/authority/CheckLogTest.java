package nl.korf.service.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import nl.korf.eventstore.testing.TestPostgres;
import nl.korf.model.DecisionId;
import nl.korf.model.PersonId;
import nl.korf.model.Refused;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.service.memory.Estate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The log of authority checks against a real database. */
class CheckLogTest {

  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

  private final PGSimpleDataSource database = new PGSimpleDataSource();
  private CheckLog log = new CheckLog(database);

  @BeforeEach
  void install() {
    TestPostgres.Database empty = TestPostgres.emptyDatabase();
    database.setUrl(
        "jdbc:postgresql://%s:%d/%s".formatted(empty.host(), empty.port(), empty.name()));
    database.setUser("postgres");
    database.setPassword("postgres");
    CheckLog.install(database);
    CheckLog.install(database);
    log = new CheckLog(database);
  }

  @Test
  void aCheckReadsBackAsItWasRecorded() {
    RecordedCheck check = check(UUID.randomUUID(), UUID.randomUUID(), Verdict.NOT_COMPETENT);

    log.record(check);

    assertThat(log.find(check.id())).contains(check);
    assertThat(log.find(check.command())).contains(check);
    assertThat(log.after(0, 10)).extracting(CheckLog.Entry::check).containsExactly(check);
  }

  @Test
  void anAttemptReplacesItsOwnRowAndAnotherSendingLeavesAnother() {
    UUID command = UUID.randomUUID();
    UUID sending = UUID.randomUUID();
    log.record(check(sending, command, Verdict.NOT_COMPETENT));
    log.record(check(sending, command, Verdict.COMPETENT));
    RecordedCheck again = check(UUID.randomUUID(), command, Verdict.NOT_COMPETENT);
    log.record(again);

    assertThat(log.after(0, 10))
        .extracting(entry -> entry.check() == null ? null : entry.check().proof().verdict())
        .containsExactly(Verdict.COMPETENT, Verdict.NOT_COMPETENT);
    assertThat(log.find(command)).contains(again);
  }

  /** The control is the attempt above: a row of a gated command does make room for the next. */
  @Test
  void whatSomebodyAskedIsNeverReplaced() {
    RecordedCheck first = check(UUID.randomUUID(), UUID.randomUUID(), Verdict.NOT_COMPETENT);
    Asking asking = new Asking(first.id(), new byte[] {1});
    assertThat(log.record(first, asking)).isTrue();
    RecordedCheck other = check(first.id(), first.command(), Verdict.COMPETENT);
    assertThat(log.record(other, new Asking(first.id(), new byte[] {2}))).isFalse();
    log.record(other);

    assertThat(log.after(0, 10)).extracting(CheckLog.Entry::check).containsExactly(first);
    log.requireUnusedOrSame(asking);
    log.requireUnusedOrSame(new Asking(UUID.randomUUID(), new byte[] {2}));
    assertThatThrownBy(() -> log.requireUnusedOrSame(new Asking(first.id(), new byte[] {2})))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("position 7");
  }

  @Test
  void aKeyThatLedToAGatedCommandIsNoQuestions() {
    RecordedCheck gate = check(UUID.randomUUID(), UUID.randomUUID(), Verdict.NOT_COMPETENT);
    log.record(gate);

    assertThatThrownBy(() -> log.requireUnusedOrSame(new Asking(gate.command(), new byte[] {1})))
        .isInstanceOf(Refused.class);
  }

  @Test
  void theCheckOfACommandIsNotThatOfADecisionItReplaces() {
    UUID command = UUID.randomUUID();
    RecordedCheck own = check(UUID.randomUUID(), command, Verdict.COMPETENT);
    log.record(own);
    RecordedCheck replaced = ofEarlier(command);
    log.record(replaced);

    assertThat(log.find(command)).contains(own);
    assertThat(log.find(replaced.id())).contains(replaced);
    RecordedCheck alone = ofEarlier(UUID.randomUUID());
    log.record(alone);
    assertThat(log.find(alone.command())).as("where it asked nothing else").contains(alone);
  }

  @Test
  void theLogGoesOnAfterANumber() {
    for (int i = 0; i < 5; i++) {
      log.record(check(UUID.randomUUID(), UUID.randomUUID(), Verdict.COMPETENT));
    }
    List<CheckLog.Entry> first = log.after(0, 3);
    List<CheckLog.Entry> rest = log.after(first.getLast().number(), 3);

    assertThat(first).hasSize(3);
    assertThat(rest).hasSize(2);
  }

  /** A row that is written but not committed has its number; who reads on must not pass it. */
  @Test
  void aReaderDoesNotPassARowThatIsStillBeingWritten() throws Exception {
    try (Connection slow = database.getConnection()) {
      slow.setAutoCommit(false);
      new CheckLog(new SingleConnectionDataSource(slow, true))
          .record(check(UUID.randomUUID(), UUID.randomUUID(), Verdict.COMPETENT));
      log.record(check(UUID.randomUUID(), UUID.randomUUID(), Verdict.COMPETENT));

      CompletableFuture<List<CheckLog.Entry>> reading =
          CompletableFuture.supplyAsync(() -> log.after(0, 10));
      Awaitility.await().until(() -> readersWaiting() == 1);
      assertThat(reading).isNotDone();
      slow.commit();

      assertThat(reading.get(30, java.util.concurrent.TimeUnit.SECONDS)).hasSize(2);
    }
  }

  /** The control: a reader who takes what is there passes the row, and never sees it. */
  @Test
  void aReaderWithoutTheLockPassesIt() throws Exception {
    try (Connection slow = database.getConnection()) {
      slow.setAutoCommit(false);
      new CheckLog(new SingleConnectionDataSource(slow, true))
          .record(check(UUID.randomUUID(), UUID.randomUUID(), Verdict.COMPETENT));
      log.record(check(UUID.randomUUID(), UUID.randomUUID(), Verdict.COMPETENT));
      long last = naively(0).getLast();
      slow.commit();

      assertThat(last).isEqualTo(2);
      assertThat(naively(last)).isEmpty();
    }
  }

  private List<Long> naively(long after) {
    return JdbcClient.create(database)
        .sql("SELECT number FROM authority_check WHERE number > :after ORDER BY number")
        .param("after", after)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  private long readersWaiting() {
    return JdbcClient.create(database)
        .sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
        .query(Long.class)
        .single();
  }

  private static RecordedCheck ofEarlier(UUID command) {
    RecordedCheck plain = check(UUID.randomUUID(), command, Verdict.COMPETENT);
    Question asked = plain.question();
    Question.Earlier earlier = new Question.Earlier(new DecisionId("d-1"), NOW);
    return new RecordedCheck(
        plain.id(),
        command,
        plain.checkedAt(),
        plain.actor(),
        plain.gate(),
        new Question(asked.decider(), asked.act(), null, null, earlier),
        plain.proof());
  }

  private static RecordedCheck check(UUID id, UUID command, Verdict verdict) {
    Question question =
        Question.about(new PersonId("p-officer"), Estate.leaseOf(1_000, 1).act(), null, null);
    CompetenceProof proof =
        new CompetenceProof(verdict, 7, NOW, List.of(), null, Map.of("person", "p-officer"));
    return new RecordedCheck(
        id,
        command,
        NOW.plus(Duration.ofSeconds(1)),
        "person:p-officer",
        "TakeDecision",
        question,
        proof);
  }
}
