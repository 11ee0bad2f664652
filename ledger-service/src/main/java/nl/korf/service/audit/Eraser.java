package nl.korf.service.audit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.StoredFact;
import nl.korf.model.facts.FactTypes;
import nl.korf.model.facts.LedgerEvent.PersonalDataErased;
import nl.korf.service.kernel.LedgerFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes personal parts of which a fact says that they were erased. The fact comes first: a crash
 * in between leaves a part that the next sweep deletes, never a part that is gone without a fact.
 * Safe from any thread and on any number of processes.
 */
@Component
final class Eraser {

  private static final int BATCH = 1_000;

  private final FactLog log;
  private final JdbcClient database;
  private final TransactionTemplate transaction;

  Eraser(DataSource dataSource) {
    this.log = new FactLog(dataSource);
    this.database = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
  }

  /**
   * A part that was deleted.
   *
   * @param position of the fact it belonged to
   * @param fact position of the fact that says so
   */
  record Erased(long position, long fact, Instant at) {}

  /** Deletes what facts up to the head say, from where the last sweep ended. */
  void sweep() {
    long head = log.head();
    long swept = swept();
    while (swept < head) {
      List<StoredFact> facts =
          log.ofTypes(List.of(FactTypes.nameOf(PersonalDataErased.class)), swept, head, BATCH);
      facts.forEach(this::erase);
      swept = facts.size() < BATCH ? head : facts.getLast().position();
      database.sql("update audit.swept set fact = ? where fact < ?").params(swept, swept).update();
    }
  }

  /** The latest deletions, at most so many. */
  List<Erased> latest(int limit) {
    return database
        .sql("select position, fact, erased_at from audit.erasure order by fact desc limit ?")
        .param(limit)
        .query((row, _) ->
            new Erased(
                row.getLong(1), row.getLong(2), Objects.requireNonNull(Progress.instant(row, 3))))
        .list();
  }

  private long swept() {
    return Objects.requireNonNull(
        database.sql("select fact from audit.swept").query(Long.class).single());
  }

  private void erase(StoredFact stored) {
    long position = ((PersonalDataErased) LedgerFacts.recorded(stored).fact()).position();
    transaction.executeWithoutResult(_ -> {
      database.sql("set local role korf_erasure").update();
      database.sql("delete from ledger.event_personal where position = ?").param(position).update();
      database
          .sql(
              "insert into audit.erasure (position, fact, erased_at) values (?, ?, now())"
                  + " on conflict do nothing")
          .params(position, stored.position())
          .update();
    });
  }
}
