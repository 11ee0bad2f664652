package nl.korf.service.web;

import java.time.Instant;
import java.util.Optional;

/** Port: how far the ledger and its read models have come, for whoever resolves {@code ?at=}. */
public interface Reading {

  /** The last position in the ledger. */
  long head();

  /** The last position all read models show. */
  long projected();

  /** Waits until the read models show a position; false when the time is up. */
  boolean awaitProjected(long position) throws InterruptedException;

  /** The last position recorded at or before an instant, 0 where there is none. */
  long positionAt(Instant instant);

  /** When a position was recorded. */
  Optional<Instant> recordedAt(long position);
}
