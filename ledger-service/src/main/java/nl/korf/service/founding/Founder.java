package nl.korf.service.founding;

import static java.time.ZoneOffset.UTC;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.korf.eventstore.EventEvolution;
import nl.korf.eventstore.EventStoreConfig;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.PgEventStorageEngine;
import nl.korf.model.facts.LedgerEvent.LedgerFounded;
import nl.korf.projections.Projections;
import nl.korf.projections.ProjectionsConfig;
import nl.korf.projections.Reads;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.CommandSide;
import nl.korf.service.kernel.Commands;
import nl.korf.service.kernel.ExampleStory;
import nl.korf.service.kernel.Feature;
import nl.korf.service.kernel.LedgerFacts;
import nl.korf.service.kernel.StoryClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Founds a ledger, and tells an example's story, each once. */
final class Founder {

  private static final String TOLD = "example-told";

  /** When the telling began: its last part is told as of then, also when it is told again. */
  private static final String BEGUN = "example-begun";

  private Founder() {}

  /** The URN at position 1, where the ledger was founded. */
  static Optional<String> urnOf(FactLog log) {
    return founded(log).map(LedgerFounded::ledger);
  }

  /** Founds the ledger unless it was founded, and says what it is since its founding. */
  static Ledger found(Commands commands, FactLog log, FoundLedger found) {
    if (founded(log).isEmpty()) {
      UUID once = UUID.nameUUIDFromBytes(found.ledger().getBytes(StandardCharsets.UTF_8));
      commands.send(found, Actor.system("founding"), once);
    }
    LedgerFounded founded =
        founded(log)
            .orElseThrow(
                () -> new IllegalStateException("position 1 does not hold the ledger's founding"));
    return new Ledger(founded.ledger(), founded.name(), founded.example());
  }

  /** Founds and fills an example ledger at the times of its story, unless that was done. */
  static void tell(
      DataSource dataSource,
      EventStoreConfig config,
      ExampleStory story,
      List<Feature> features,
      ProjectedView view,
      Clock real) {
    JdbcClient database = JdbcClient.create(dataSource);
    if (isTold(database)) {
      return;
    }
    Instant present = begun(database, real.instant());
    StoryClock clock = new StoryClock(story.begin());
    EventStoreConfig itsTime = LedgerConfiguration.onItsOwnTime(config, clock);
    try (PgEventStorageEngine engine =
            new PgEventStorageEngine(
                dataSource, new LedgerFacts(), EventEvolution.none(), itsTime);
        Projections projections =
            new Projections(
                dataSource, engine.factLog(), engine.headSignal(), ProjectionsConfig.DEFAULT);
        CommandSide side = new CommandSide(engine, features, clock)) {
      projections.start();
      view.over(engine, projections, new Reads(dataSource, projections::schema));
      FoundLedger found = new FoundLedger(config.ledgerId(), story.ledgerName(), true);
      found(side.commands(), engine.factLog(), found);
      story.tell(side.commands(), clock, present);
    }
    database
        .sql("insert into service.milestone (name, reached) values (?, now())")
        .param(TOLD)
        .update();
  }

  private static Instant begun(JdbcClient database, Instant now) {
    database
        .sql(
            """
            insert into service.milestone (name, reached) values (?, ?)
            on conflict (name) do nothing
            """)
        .params(BEGUN, OffsetDateTime.ofInstant(now.truncatedTo(ChronoUnit.SECONDS), UTC))
        .update();
    return database
        .sql("select reached from service.milestone where name = ?")
        .param(BEGUN)
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  private static boolean isTold(JdbcClient database) {
    return database
        .sql("select exists (select from service.milestone where name = ?)")
        .param(TOLD)
        .query(Boolean.class)
        .single();
  }

  private static Optional<LedgerFounded> founded(FactLog log) {
    return log.at(1)
        .map(stored -> LedgerFacts.recorded(stored).fact())
        .map(LedgerFounded.class::cast);
  }
}
