package nl.korf.service.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import nl.korf.eventstore.StoredFact;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.FactTypes;
import nl.korf.model.facts.RecordedFact;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.Position;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * The boundary of one attempt, on Axon's event store transaction: every criterion that is sourced
 * is ORed into the append condition, which gets the lowest head of them all.
 */
final class SourcedBoundary implements Boundary {

  /** How long one load may take. */
  private static final Duration LOAD_MAX = Duration.ofSeconds(30);

  private final Request request;
  private final EventStoreTransaction transaction;
  private final Turns turns;
  private final Instant now;

  SourcedBoundary(Request request, EventStoreTransaction transaction, Turns turns, Clock clock) {
    this.request = request;
    this.transaction = transaction;
    this.turns = turns;
    this.now = clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public <S> S load(Criteria criteria, S initial, BiFunction<S, RecordedFact, S> evolve) {
    return fold(0, criteria, initial, evolve);
  }

  @Override
  public <S> S loadAfter(
      long position, Criteria criteria, S initial, BiFunction<S, RecordedFact, S> evolve) {
    return fold(position, criteria, initial, evolve);
  }

  @Override
  public List<RecordedFact> facts(Criteria criteria) {
    return load(criteria, new ArrayList<>(), SourcedBoundary::append);
  }

  @Override
  public void queueOn(String key) {
    request.queueOn(key, turns);
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Actor actor() {
    return request.actor();
  }

  @Override
  public UUID commandId() {
    return request.commandId();
  }

  @Override
  public UUID requestId() {
    return request.requestId();
  }

  @Override
  public String newId(String prefix) {
    return DerivedId.of(prefix, request.commandId());
  }

  @Override
  public long position() {
    return request.sourcedAt();
  }

  private static List<RecordedFact> append(List<RecordedFact> facts, RecordedFact next) {
    facts.add(next);
    return facts;
  }

  /**
   * Facts up to {@code after} may come along, depending on how a start is understood: not folded.
   */
  private <S> S fold(
      long after, Criteria criteria, S initial, BiFunction<S, RecordedFact, S> evolve) {
    Position start =
        after == 0 ? Position.START : new GlobalIndexConsistencyMarker(after).position();
    MessageStream<? extends EventMessage> facts =
        transaction.source(SourcingCondition.conditionFor(start, onAxon(criteria)));
    S state =
        await(
            criteria,
            facts.reduce(
                initial,
                (folded, entry) -> {
                  RecordedFact fact = recorded(entry);
                  return fact.position() > after ? evolve.apply(folded, fact) : folded;
                }));
    request.sourced(GlobalIndexConsistencyMarker.position(transaction.appendPosition()));
    return state;
  }

  private static RecordedFact recorded(MessageStream.Entry<? extends EventMessage> entry) {
    StoredFact stored = entry.getResource(StoredFact.KEY);
    if (stored == null || !(entry.message().payload() instanceof Fact fact)) {
      throw new IllegalStateException("the store gave no fact with " + entry.message());
    }
    return LedgerFacts.recorded(stored, fact);
  }

  private static <S> S await(Criteria criteria, Future<S> loading) {
    try {
      return loading.get(LOAD_MAX.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      loading.cancel(true);
      throw new CommandTimedOut("load " + criteria, LOAD_MAX);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new CommandTimedOut("load " + criteria, LOAD_MAX);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("could not load " + criteria, failed.getCause());
    }
  }

  private static EventCriteria onAxon(Criteria criteria) {
    return EventCriteria.either(
        criteria.selections().stream().map(SourcedBoundary::onAxon).toList());
  }

  private static EventCriteria onAxon(Criteria.Selection selection) {
    Set<Tag> tags = selection.tags().stream().map(SourcedBoundary::tag).collect(Collectors.toSet());
    Set<QualifiedName> types =
        selection.types().stream()
            .map(type -> new QualifiedName(FactTypes.nameOf(type)))
            .collect(Collectors.toSet());
    return EventCriteria.havingTags(tags).andBeingOneOfTypes(types);
  }

  private static Tag tag(String written) {
    int equals = written.indexOf('=');
    return new Tag(written.substring(0, equals), written.substring(equals + 1));
  }
}
