package nl.korf.service.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.korf.eventstore.AlreadyRecorded;
import nl.korf.eventstore.AppendReceipt;
import nl.korf.eventstore.CommandIdReused;
import nl.korf.eventstore.PgEventStorageEngine;
import nl.korf.eventstore.RecordedCommand;
import nl.korf.eventstore.TooLate;
import nl.korf.model.Refused;
import nl.korf.model.facts.Envelope;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.RecordedFact;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.core.MessageType;

/** {@link Commands} on Axon's command bus, which retries an attempt that met a changed boundary. */
final class LedgerCommands implements Commands {

  /** How long a command may take in all; after it the outcome is not known to the caller. */
  static final Duration COMMAND_MAX = Duration.ofSeconds(60);

  /** How often a command may find that it has to wait for a turn. */
  private static final int TURNS_MAX = 16;

  private final CommandBus bus;
  private final PgEventStorageEngine engine;
  private final Map<Class<? extends Command>, Verb<?>> verbs;
  private final Turns turns;
  private final Clock clock;
  private final LookUps<UUID, RecordedCommand> lookUps;

  LedgerCommands(
      CommandBus bus,
      PgEventStorageEngine engine,
      Map<Class<? extends Command>, Verb<?>> verbs,
      Turns turns,
      Clock clock) {
    this.bus = bus;
    this.engine = engine;
    this.verbs = Map.copyOf(verbs);
    this.turns = turns;
    this.clock = clock;
    this.lookUps = new LookUps<>(engine.commandLog()::find);
  }

  @Override
  public Receipt send(Command command, Actor actor, UUID commandId) {
    Request request = new Request(command, actor, commandId);
    Optional<RecordedCommand> earlier = lookUps.find(commandId);
    if (earlier.isPresent()) {
      return repeat(request, earlier.get());
    }
    try {
      return inTurn(request);
    } finally {
      turns.give(request.close());
    }
  }

  @Override
  public Decided consider(Command command, Actor actor) {
    Request request = Request.considered(command, actor);
    try {
      inTurn(request);
      return request.decided();
    } finally {
      turns.give(request.close());
    }
  }

  /**
   * Tries, and where somebody else has the turn for a key: waits for all keys, then begins anew.
   */
  private Receipt inTurn(Request request) {
    for (int wait = 0; wait < TURNS_MAX; wait++) {
      try {
        return decideForGood(request);
      } catch (WaitForTurn others) {
        SortedSet<String> keys = request.leaveTurns();
        turns.give(keys);
        keys.add(others.key());
        if (!turns.take(keys)) {
          break;
        }
        request.hasTurns(keys);
      }
    }
    throw new ConflictPersists(request.name(), request.attempts());
  }

  /** A refusal is final only if it rests on a head that was read while this request was handled. */
  private Receipt decideForGood(Request request) {
    try {
      return attempt(request);
    } catch (Refused refused) {
      if (request.sourcedAt() >= engine.freshHead()) {
        throw refused;
      }
    }
    return attempt(request);
  }

  private Receipt attempt(Request request) {
    try {
      dispatch(request);
      return receipt(request);
    } catch (AlreadyRecorded meanwhile) {
      return repeated(request).orElseThrow(() -> meanwhile);
    } catch (Refused refused) {
      return repeated(request).orElseThrow(() -> refused);
    } catch (AppendEventsTransactionRejectedException | TooLate conflict) {
      return repeated(request)
          .orElseThrow(() -> new ConflictPersists(request.name(), request.attempts()));
    }
  }

  private void dispatch(Request request) {
    MessageType type = new MessageType(request.command().getClass());
    Future<?> handled = bus.dispatch(new GenericCommandMessage(type, request), null);
    try {
      handled.get(COMMAND_MAX.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new CommandTimedOut(request.name(), COMMAND_MAX);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new CommandTimedOut(request.name(), COMMAND_MAX);
    } catch (ExecutionException failed) {
      throw Failures.expected(failed);
    }
  }

  private Receipt receipt(Request request) {
    Decided decided = request.decided();
    AppendReceipt proof = request.receipt();
    if (request.considered()) {
      return new Receipt(0, request.sourcedAt(), clock.instant(), List.of(), decided, false);
    }
    if (decided.facts().isEmpty()) {
      Object answer = answer(request, List.of());
      long head = engine.headSignal().head();
      return new Receipt(0, head, clock.instant(), List.of(), answer, false);
    }
    if (proof == null) {
      throw new IllegalStateException("no receipt for what was appended: " + request.name());
    }
    List<RecordedFact> facts = recorded(request, decided, proof);
    return new Receipt(
        proof.firstPosition(),
        proof.lastPosition(),
        proof.recordedAt(),
        facts,
        answer(request, facts),
        false);
  }

  private static List<RecordedFact> recorded(
      Request request, Decided decided, AppendReceipt proof) {
    Instant stated = decided.effectiveAt();
    Instant effectiveAt =
        stated == null ? proof.recordedAt() : stated.truncatedTo(ChronoUnit.MICROS);
    List<RecordedFact> facts = new ArrayList<>();
    for (Fact fact : decided.facts()) {
      Envelope envelope =
          new Envelope(
              proof.firstPosition() + facts.size(),
              proof.recordedAt(),
              effectiveAt,
              request.actor().name(),
              decided.onBehalfOf(),
              request.commandId().toString(),
              null,
              decided.imported());
      facts.add(new RecordedFact(envelope, fact));
    }
    return facts;
  }

  private Optional<Receipt> repeated(Request request) {
    return engine.commandLog().find(request.commandId()).map(earlier -> repeat(request, earlier));
  }

  /** The original answer, made again from the facts the command led to. */
  private Receipt repeat(Request request, RecordedCommand earlier) {
    if (!earlier.sameRequest(request.digest())) {
      throw new CommandIdReused(request.commandId(), earlier.firstPosition());
    }
    List<RecordedFact> facts =
        engine.factLog().read(earlier.firstPosition() - 1, earlier.count()).stream()
            .map(LedgerFacts::recorded)
            .toList();
    return new Receipt(
        earlier.firstPosition(),
        earlier.lastPosition(),
        facts.getFirst().envelope().recordedAt(),
        facts,
        answer(request, facts),
        true);
  }

  private Object answer(Request request, List<RecordedFact> facts) {
    Verb<?> verb = verbs.get(request.command().getClass());
    if (verb == null) {
      throw new IllegalArgumentException("no feature lists a verb for " + request.name());
    }
    return answer(verb, request.command(), facts);
  }

  private static <C extends Command> Object answer(
      Verb<C> verb, Command command, List<RecordedFact> facts) {
    return verb.answer(verb.command().cast(command), facts);
  }
}
