package nl.korf.eventstore;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it lies in the ledger: the exact bytes that were written and hashed.
 *
 * <p>The arrays are shared, not copied: treat them as read-only. Two facts are equal when they are
 * at the same position with the same leaf hash, since the leaf hash commits to all else but the
 * personal part, which may have been erased meanwhile.
 *
 * @param position 1, 2, 3 … without a gap, in commit order
 * @param recordedAt when the appender recorded it, in microseconds; never decreases with position
 * @param tags {@code key=value}, sorted, without duplicates
 * @param payload JSON as written, without the personal part
 * @param metadata JSON object of strings, as written; see {@link FactMetadata}
 * @param header RFC 8785 canonical JSON; see {@link HeaderTemplate}
 * @param leafHash {@code SHA-256(0x00 || header)}
 * @param personal absent when there never was one or when it was erased; the header tells which
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by leaf hash, see above
public record StoredFact(
    long position,
    UUID eventId,
    String type,
    String version,
    Instant recordedAt,
    List<String> tags,
    byte[] payload,
    byte[] metadata,
    byte[] header,
    byte[] leafHash,
    @Nullable PersonalPart personal) {

  /** Where an entry of a sourced or opened stream carries the fact it was read from. */
  public static final ResourceKey<StoredFact> KEY = ResourceKey.withLabel("storedFact");

  public StoredFact {
    tags = List.copyOf(tags);
  }

  /** The metadata as a map. Parsed at every call: keep the result where more than one is needed. */
  public Map<String, String> meta() {
    return MetadataJson.read(metadata);
  }

  /** The value of one metadata key, or null where the fact has no such key. */
  public @Nullable String meta(String key) {
    return meta().get(key);
  }

  /** When the fact holds in the world: its {@code effectiveAt}, else the moment of recording. */
  public Instant effectiveAt() {
    String stated = meta(FactMetadata.EFFECTIVE_AT);
    return stated == null ? recordedAt : Instant.parse(stated).truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredFact that
        && position == that.position
        && Arrays.equals(leafHash, that.leafHash);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(position);
  }

  @Override
  public String toString() {
    return "StoredFact[" + position + " " + type + "#" + version + " " + eventId + "]";
  }
}
