package nl.korf.eventstore;

import org.axonframework.messaging.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Port: how the payload of an event becomes bytes and back. Called on the thread of whoever appends
 * or reads, from many threads at once; never on the appender's.
 */
public interface FactCodec {

  /** The payload of {@code event} as JSON bytes, its personal fields apart. */
  EncodedFact encode(EventMessage event);

  /**
   * The payload again.
   *
   * @param version the version after {@link EventEvolution}, not necessarily the stored one
   * @param personal null when the fact has no personal part or it was erased
   */
  Object decode(String type, String version, byte[] payload, byte @Nullable [] personal);
}
