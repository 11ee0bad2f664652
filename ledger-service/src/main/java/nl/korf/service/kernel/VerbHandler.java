package nl.korf.service.kernel;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.korf.eventstore.AppendOptions;
import nl.korf.eventstore.AppendReceipt;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.FactJson;
import nl.korf.model.facts.FactTypes;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.GenericEventMessage;

/** One attempt at a command inside Axon's unit of work: load, decide, hand over to be appended. */
final class VerbHandler<C extends Command> implements CommandHandler {

  private static final CommandResultMessage HANDLED =
      new GenericCommandResultMessage(new MessageType("nl.korf.Handled"), "handled");

  private final Verb<C> verb;
  private final EventStore store;
  private final Turns turns;
  private final Clock clock;

  VerbHandler(Verb<C> verb, EventStore store, Turns turns, Clock clock) {
    this.verb = verb;
    this.store = store;
    this.turns = turns;
    this.clock = clock;
  }

  /**
   * An {@link Error} that leaves a handler would hang the unit of work, so none leaves. And a
   * result without a message would break Axon's retrying bus, which takes the first one of a retry.
   */
  @Override
  public MessageStream.Single<CommandResultMessage> handle(
      CommandMessage message, ProcessingContext context) {
    try {
      if (!(message.payload() instanceof Request request)) {
        throw new IllegalArgumentException("no request of the kernel: " + message.payloadType());
      }
      attempt(request, context);
      return MessageStream.just(HANDLED);
    } catch (RuntimeException refusedOrFailed) {
      return MessageStream.failed(refusedOrFailed);
    } catch (Error failed) {
      return MessageStream.failed(new IllegalStateException("a verb failed", failed));
    }
  }

  private void attempt(Request request, ProcessingContext context) {
    request.begin();
    EventStoreTransaction transaction = store.transaction(context);
    Boundary boundary = new SourcedBoundary(request, transaction, turns, clock);
    Decided decided = verb.decide(verb.command().cast(request.command()), boundary);
    request.decided(decided);
    if (request.considered()) {
      return;
    }
    context.putResource(
        AppendOptions.KEY,
        new AppendOptions(request.commandId(), request.digest(), decided.notAfter()));
    Map<String, String> metadata = metadata(request, decided);
    for (Fact fact : decided.facts()) {
      String name = FactTypes.nameOf(fact);
      MessageType type = new MessageType(name, FactTypes.version(name));
      transaction.appendEvent(new GenericEventMessage(type, fact, metadata));
    }
    context.runOnAfterCommit(
        committed -> request.appended(committed.getResource(AppendReceipt.KEY)));
  }

  private static Map<String, String> metadata(Request request, Decided decided) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(FactJson.ACTOR, request.actor().name());
    metadata.put(FactJson.COMMAND_ID, request.commandId().toString());
    if (decided.effectiveAt() != null) {
      metadata.put(
          FactJson.EFFECTIVE_AT, decided.effectiveAt().truncatedTo(ChronoUnit.MICROS).toString());
    }
    if (decided.onBehalfOf() != null) {
      metadata.put(FactJson.ON_BEHALF_OF, decided.onBehalfOf());
    }
    if (decided.imported() != null) {
      metadata.put(FactJson.IMPORTED, FactJson.imported(decided.imported()));
    }
    return metadata;
  }
}
