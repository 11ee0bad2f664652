package nl.korf.service.kernel;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.korf.eventstore.EncodedFact;
import nl.korf.eventstore.FactCodec;
import nl.korf.eventstore.PersonalPart;
import nl.korf.eventstore.StoredFact;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.FactJson;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.Tags;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/** The bridge between the store, which knows no domain, and the language of the ledger. */
public final class LedgerFacts implements FactCodec {

  @Override
  public EncodedFact encode(EventMessage event) {
    FactJson.Encoded encoded = FactJson.encode(factOf(event));
    return new EncodedFact(encoded.payload(), encoded.personal());
  }

  @Override
  public Object decode(String type, String version, byte[] payload, byte @Nullable [] personal) {
    return FactJson.decode(type, version, payload, personal);
  }

  /** The tags Axon is to store with the event. */
  static Set<Tag> tags(EventMessage event) {
    return Tags.of(factOf(event)).stream()
        .map(tag -> new Tag(tag.key(), tag.value()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A stored fact in the language of the ledger. */
  public static RecordedFact recorded(StoredFact stored) {
    PersonalPart personal = stored.personal();
    byte @Nullable [] text = personal == null ? null : personal.bytes();
    return recorded(
        stored, FactJson.decode(stored.type(), stored.version(), stored.payload(), text));
  }

  static RecordedFact recorded(StoredFact stored, Fact fact) {
    Map<String, String> metadata = new TreeMap<>(stored.meta());
    metadata.putIfAbsent(FactJson.EFFECTIVE_AT, stored.recordedAt().toString());
    return new RecordedFact(
        FactJson.envelope(stored.position(), stored.recordedAt(), metadata), fact);
  }

  private static Fact factOf(EventMessage event) {
    if (event.payload() instanceof Fact fact) {
      return fact;
    }
    throw new IllegalArgumentException("not a fact of the ledger: " + event.payloadType());
  }
}
