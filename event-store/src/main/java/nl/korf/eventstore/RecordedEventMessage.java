package nl.korf.eventstore;

import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.conversion.Converter;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.Metadata;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * An event as it comes out of the ledger. Beside what Axon knows of an event, it says where and
 * when it was recorded; {@link #timestamp()} is what the event's maker said and no rule may rest on
 * it.
 *
 * <p>The payload is decoded when the event is read, so a fact that cannot be decoded stops its
 * reader there; metadata and timestamp are parsed when somebody asks.
 */
public final class RecordedEventMessage implements EventMessage {

  private final StoredFact fact;
  private final MessageType type;
  private final Object payload;
  private volatile @Nullable EventMessage whole;

  private RecordedEventMessage(StoredFact fact, Object payload) {
    this.fact = fact;
    this.type = new MessageType(fact.type(), fact.version());
    this.payload = payload;
  }

  /** The event of a fact, with its payload decoded. */
  static RecordedEventMessage of(StoredFact fact, FactCodec codec) {
    PersonalPart personal = fact.personal();
    byte @Nullable [] personalBytes = personal == null ? null : personal.bytes();
    return new RecordedEventMessage(
        fact, codec.decode(fact.type(), fact.version(), fact.payload(), personalBytes));
  }

  /** The fact as stored. */
  StoredFact fact() {
    return fact;
  }

  /** Where the fact lies. */
  public long position() {
    return fact.position();
  }

  /** When it was recorded: the instant that decides. */
  public Instant recordedAt() {
    return fact.recordedAt();
  }

  /** When it holds in the world; the moment of recording unless it says otherwise. */
  public Instant effectiveAt() {
    return fact.effectiveAt();
  }

  @Override
  public String identifier() {
    return fact.eventId().toString();
  }

  @Override
  public MessageType type() {
    return type;
  }

  @Override
  public Object payload() {
    return payload;
  }

  @Override
  public Class<?> payloadType() {
    return payload.getClass();
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Axon's signature
  public <T> @Nullable T payloadAs(Type wanted, @Nullable Converter converter) {
    return wanted instanceof Class<?> wantedClass && wantedClass.isInstance(payload)
        ? (T) payload
        : whole().payloadAs(wanted, converter);
  }

  @Override
  public Instant timestamp() {
    return whole().timestamp();
  }

  @Override
  public Metadata metadata() {
    return whole().metadata();
  }

  @Override
  public EventMessage withMetadata(Map<String, String> metadata) {
    return whole().withMetadata(metadata);
  }

  @Override
  public EventMessage andMetadata(Map<String, String> metadata) {
    return whole().andMetadata(metadata);
  }

  @Override
  public EventMessage withConvertedPayload(Type wanted, Converter converter) {
    return wanted instanceof Class<?> wantedClass && wantedClass.isInstance(payload)
        ? this
        : whole().withConvertedPayload(wanted, converter);
  }

  @Override
  public String toString() {
    return "RecordedEventMessage[" + fact + "]";
  }

  /** The same event as Axon would hold it. */
  private EventMessage whole() {
    EventMessage made = whole;
    if (made == null) {
      Map<String, String> metadata = new TreeMap<>(fact.meta());
      String timestamp = metadata.remove(FactMetadata.TIMESTAMP);
      made =
          new GenericEventMessage(
              identifier(),
              type,
              payload,
              metadata,
              timestamp == null ? fact.recordedAt() : Instant.parse(timestamp));
      whole = made;
    }
    return made;
  }
}
