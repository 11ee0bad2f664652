package nl.korf.service.founding;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import nl.korf.eventstore.EventEvolution;
import nl.korf.eventstore.EventStoreConfig;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.LedgerAhead;
import nl.korf.eventstore.LedgerIdentity;
import nl.korf.eventstore.PgEventStorageEngine;
import nl.korf.service.host.CannotStart;
import nl.korf.service.host.NodeRoles;
import nl.korf.service.host.NodeRoles.Role;
import nl.korf.service.kernel.CommandSide;
import nl.korf.service.kernel.Commands;
import nl.korf.service.kernel.ExampleStory;
import nl.korf.service.kernel.Feature;
import nl.korf.service.kernel.LedgerFacts;
import nl.korf.service.web.CommandsElsewhere;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The write side: engine, commands, founding. Nothing is sent before the ledger is founded. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

  /** A story is told at its own times, years away from the clock of the database. */
  private static final Duration STORY_TOLERANCE = Duration.ofDays(365_000);

  @Bean
  EventStoreConfig eventStoreConfig(
      DataSource dataSource, LedgerIdentity identity, FoundingSettings settings, Clock clock) {
    String urn =
        Founder.urnOf(new FactLog(dataSource))
            .or(() -> Optional.ofNullable(settings.ledger().urn()))
            .orElse("urn:uuid:" + identity.id());
    EventStoreConfig config =
        EventStoreConfig.of(urn)
            .withClock(clock)
            .withAheadTolerance(
                // the times of a story are its own: none of them stands in the way of what follows
                identity.example() ? STORY_TOLERANCE : settings.newestFactAheadMax());
    return config.withBatchAndQueue(config.batchAppendsMax(), settings.queueAppendsMax());
  }

  /** The example tells its story on an engine of its own, which is closed before this one opens. */
  @Bean(destroyMethod = "close")
  PgEventStorageEngine engine(
      DataSource dataSource,
      EventStoreConfig config,
      LedgerIdentity identity,
      ObjectProvider<ExampleStory> story,
      ObjectProvider<Feature> features,
      ProjectedView view,
      Clock clock) {
    ExampleStory told = story.getIfAvailable();
    if (identity.example() && told != null) {
      Founder.tell(dataSource, config, told, features.orderedStream().toList(), view, clock);
    }
    return new PgEventStorageEngine(dataSource, new LedgerFacts(), EventEvolution.none(), config);
  }

  @Bean(destroyMethod = "close")
  CommandSide commandSide(PgEventStorageEngine engine, List<Feature> features, Clock clock) {
    return new CommandSide(engine, features, clock);
  }

  @Bean
  Ledger ledger(
      CommandSide side,
      PgEventStorageEngine engine,
      EventStoreConfig config,
      LedgerIdentity identity,
      FoundingSettings settings,
      NodeRoles roles) {
    if (!roles.has(Role.COMMANDS) && Founder.urnOf(engine.factLog()).isEmpty()) {
      throw new CannotStart(
          "This database holds no ledger yet: start a process with the role commands on it first.");
    }
    if (roles.has(Role.COMMANDS)) {
      requireNotAhead(engine);
    }
    FoundLedger found =
        new FoundLedger(config.ledgerId(), settings.ledger().name(), identity.example());
    return Founder.found(side.commands(), engine.factLog(), found);
  }

  private static void requireNotAhead(PgEventStorageEngine engine) {
    try {
      engine.requireNotAhead();
    } catch (LedgerAhead ahead) {
      throw new CannotStart(
          ahead.getMessage()
              + ". Until then the roles projections,web read it (KORF_ROLES);"
              + " korf.newest-fact-ahead-max says how much is tolerated.",
          ahead);
    }
  }

  /** Asks for the ledger, so that nobody sends a command before it is founded. */
  @Bean
  Commands commands(CommandSide side, Ledger ledger, NodeRoles roles) {
    if (ledger.urn().isEmpty()) {
      throw new IllegalStateException("a ledger has a URN");
    }
    return roles.has(Role.COMMANDS) ? side.commands() : new CommandsElsewhere();
  }

  @Bean
  FactLog factLog(PgEventStorageEngine engine) {
    return engine.factLog();
  }

  static EventStoreConfig onItsOwnTime(EventStoreConfig config, Clock clock) {
    return config.withClock(clock).withClockTolerance(STORY_TOLERANCE);
  }
}
