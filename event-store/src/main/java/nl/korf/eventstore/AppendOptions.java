package nl.korf.eventstore;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.jspecify.annotations.Nullable;

/**
 * What an append asks for beyond its boundary, carried as a resource of the processing context.
 *
 * @param commandId leads to facts at most once, over all nodes; null: no such promise
 * @param digest of the canonical request and its actor: tells a repeat from a reuse of the id
 * @param notAfter recorded strictly before this instant or refused with {@link TooLate}
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by content, see below
public record AppendOptions(@Nullable UUID commandId, byte[] digest, @Nullable Instant notAfter) {

  /** Where the engine looks for the options of a unit of work. */
  public static final ResourceKey<AppendOptions> KEY = ResourceKey.withLabel("appendOptions");

  /** No command id, no deadline. */
  public static final AppendOptions NONE = new AppendOptions(null, new byte[0], null);

  /** Octets a digest may have. */
  public static final int DIGEST_BYTES_MAX = 64;

  /** Throws {@link FactRejected} when the digest is longer than {@link #DIGEST_BYTES_MAX}. */
  public AppendOptions {
    if (digest.length > DIGEST_BYTES_MAX) {
      throw new FactRejected("A digest has at most %d bytes".formatted(DIGEST_BYTES_MAX));
    }
  }

  /** The same, with a command id and its digest. */
  public AppendOptions withCommand(UUID id, byte[] requestDigest) {
    return new AppendOptions(id, requestDigest, notAfter);
  }

  /** The same, to be recorded before {@code deadline}; the earlier one counts. */
  public AppendOptions before(Instant deadline) {
    boolean earlier = notAfter != null && notAfter.isBefore(deadline);
    return new AppendOptions(commandId, digest, earlier ? notAfter : deadline);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AppendOptions that
        && Objects.equals(commandId, that.commandId)
        && Arrays.equals(digest, that.digest)
        && Objects.equals(notAfter, that.notAfter);
  }

  @Override
  public int hashCode() {
    return Objects.hash(commandId, notAfter);
  }
}
