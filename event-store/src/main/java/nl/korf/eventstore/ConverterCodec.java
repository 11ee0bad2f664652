package nl.korf.eventstore;

import java.util.Objects;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.jspecify.annotations.Nullable;

/**
 * Leaves the payload to Axon's converter, as its own engines do: bytes on the way in, and on the
 * way out the bytes again, which handlers convert to the type they ask for. No personal parts.
 */
public final class ConverterCodec implements FactCodec {

  private final EventConverter converter;

  public ConverterCodec(EventConverter converter) {
    this.converter = converter;
  }

  @Override
  public EncodedFact encode(EventMessage event) {
    byte[] payload = event.payloadAs(byte[].class, converter);
    return new EncodedFact(Objects.requireNonNullElseGet(payload, () -> new byte[0]), null);
  }

  @Override
  public Object decode(String type, String version, byte[] payload, byte @Nullable [] personal) {
    return payload;
  }
}
