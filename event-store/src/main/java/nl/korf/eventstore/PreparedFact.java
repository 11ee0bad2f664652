package nl.korf.eventstore;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact ready to be given a position: serialised, checked and hashed on the caller's thread. */
@SuppressWarnings("ArrayRecordComponent") // passed along once, never compared
record PreparedFact(
    UUID eventId,
    String type,
    String version,
    List<String> tags,
    byte[] payload,
    byte[] metadata,
    @Nullable PersonalPart personal,
    HeaderTemplate header) {

  /** About what it takes in memory and on the wire. */
  long bytes() {
    long personalBytes = personal == null ? 0 : personal.bytes().length;
    return payload.length + metadata.length + personalBytes + HeaderTemplate.HEADER_BYTES_MAX / 4;
  }
}
