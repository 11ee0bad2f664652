package nl.korf.eventstore;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;

/**
 * An event as it comes out of the ledger. Beside what Axon knows of an event, it says where and
 * when it was recorded; {@link #timestamp()} is what the event's maker said and no rule may rest on
 * it.
 */
public final class RecordedEventMessage extends GenericEventMessage {

  private final StoredFact fact;

  private RecordedEventMessage(
      StoredFact fact, Object payload, Map<String, String> metadata, Instant timestamp) {
    super(
        fact.eventId().toString(),
        new MessageType(fact.type(), fact.version()),
        payload,
        metadata,
        timestamp);
    this.fact = fact;
  }

  /** The event of a fact, with its payload decoded. */
  static RecordedEventMessage of(StoredFact fact, FactCodec codec) {
    Map<String, String> metadata = new TreeMap<>(fact.meta());
    String timestamp = metadata.remove(FactMetadata.TIMESTAMP);
    PersonalPart personal = fact.personal();
    Object payload =
        codec.decode(
            fact.type(),
            fact.version(),
            fact.payload(),
            personal == null ? null : personal.bytes());
    return new RecordedEventMessage(
        fact, payload, metadata, timestamp == null ? fact.recordedAt() : Instant.parse(timestamp));
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
}
