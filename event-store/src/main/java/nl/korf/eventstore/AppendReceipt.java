package nl.korf.eventstore;

import java.time.Instant;
import org.axonframework.messaging.core.Context.ResourceKey;

/**
 * Proof of a durable append: its facts lie at {@code firstPosition} to {@code lastPosition} and
 * were all recorded at the same moment. Put into the processing context under {@link #KEY} once the
 * commit has succeeded, before {@code afterCommit} handlers run.
 */
public record AppendReceipt(long firstPosition, long lastPosition, Instant recordedAt) {

  /** Where a caller finds the receipt of its unit of work after the commit. */
  public static final ResourceKey<AppendReceipt> KEY = ResourceKey.withLabel("appendReceipt");
}
