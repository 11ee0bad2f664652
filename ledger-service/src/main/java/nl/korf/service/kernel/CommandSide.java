package nl.korf.service.kernel;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import nl.korf.eventstore.PgEventStorageEngine;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule.CommandHandlerPhase;
import org.axonframework.messaging.commandhandling.retry.RetryingCommandBus;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.retry.AsyncRetryScheduler;

/**
 * Axon's command side, wired by hand: the verbs of all features on one command bus, over the
 * engine. Closing it lets no new attempt begin; attempts under way end with their own timeouts.
 */
public final class CommandSide implements AutoCloseable {

  /** Commands that begin anew at the same time. */
  private static final int RETRIES_AT_ONCE = 64;

  private final AxonConfiguration axon;
  private final ScheduledExecutorService retries;
  private final Commands commands;

  public CommandSide(PgEventStorageEngine engine, List<Feature> features, Clock clock) {
    Map<Class<? extends Command>, Verb<?>> verbs = verbs(features);
    Turns turns = new Turns();
    this.retries =
        Executors.newScheduledThreadPool(
            RETRIES_AT_ONCE, Thread.ofVirtual().name("command-retry-", 0).factory());
    this.axon = axon(engine, verbs, turns, clock);
    this.commands =
        new LedgerCommands(axon.getComponent(CommandBus.class), engine, verbs, turns, clock);
    axon.start();
  }

  /** Where commands are sent. */
  public Commands commands() {
    return commands;
  }

  @Override
  public void close() {
    retries.shutdown();
    axon.shutdown();
  }

  private AxonConfiguration axon(
      PgEventStorageEngine engine,
      Map<Class<? extends Command>, Verb<?>> verbs,
      Turns turns,
      Clock clock) {
    CommandHandlerPhase handlers = CommandHandlingModule.named("ledger").commandHandlers();
    for (Verb<?> verb : verbs.values()) {
      handlers.commandHandler(
          new QualifiedName(verb.command()),
          parts -> new VerbHandler<>(verb, parts.getComponent(EventStore.class), turns, clock));
    }
    AsyncRetryScheduler scheduler = new AsyncRetryScheduler(new ConflictRetries(), retries);
    return EventSourcingConfigurer.create()
        .registerEventStorageEngine(parts -> engine)
        .registerTagResolver(parts -> LedgerFacts::tags)
        .registerCommandHandlingModule(handlers.build())
        .componentRegistry(parts ->
            parts.registerDecorator(
                CommandBus.class,
                1_000,
                (configuration, name, bus) -> new RetryingCommandBus(bus, scheduler)))
        .build();
  }

  private static Map<Class<? extends Command>, Verb<?>> verbs(List<Feature> features) {
    Map<Class<? extends Command>, Verb<?>> verbs = new LinkedHashMap<>();
    for (Feature feature : features) {
      for (Verb<?> verb : feature.verbs()) {
        if (verbs.put(verb.command(), verb) != null) {
          throw new IllegalStateException("two verbs decide " + verb.command().getName());
        }
      }
    }
    return verbs;
  }
}
