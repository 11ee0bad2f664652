package nl.korf.eventstore;

import java.util.Map;
import java.util.function.Function;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.Message;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * A recorded event in a stream. Its resources are the fact it was read from, which the kernel
 * reads, and its token, made when somebody asks.
 */
record FactEntry(RecordedEventMessage event) implements MessageStream.Entry<EventMessage> {

  @Override
  public EventMessage message() {
    return event;
  }

  @Override
  public <M extends Message> MessageStream.Entry<M> map(Function<EventMessage, M> mapper) {
    return new SimpleEntry<>(mapper.apply(event), context());
  }

  @Override
  public <T> MessageStream.Entry<EventMessage> withResource(ResourceKey<T> key, T resource) {
    return new SimpleEntry<>(event, context().withResource(key, resource));
  }

  @Override
  public boolean containsResource(ResourceKey<?> key) {
    return key.equals(StoredFact.KEY) || key.equals(TrackingToken.RESOURCE_KEY);
  }

  @Override
  public <T> @Nullable T getResource(ResourceKey<T> key) {
    return containsResource(key) ? context().getResource(key) : null;
  }

  @Override
  public Map<ResourceKey<?>, Object> resources() {
    return context().resources();
  }

  private Context context() {
    return TrackingToken.addToContext(
            Context.empty(), new GlobalSequenceTrackingToken(event.position()))
        .withResource(StoredFact.KEY, event.fact());
  }
}
