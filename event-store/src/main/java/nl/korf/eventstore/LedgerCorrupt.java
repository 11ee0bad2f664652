package nl.korf.eventstore;

import org.jspecify.annotations.Nullable;

/** The stored ledger is not what it must be. Never expected; names the position where it knows. */
public final class LedgerCorrupt extends RuntimeException {

  LedgerCorrupt(String message) {
    super(message);
  }

  LedgerCorrupt(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** A row is missing: {@code expected} should have come and {@code found} came. */
  static LedgerCorrupt gap(long expected, long found) {
    return new LedgerCorrupt(
        "Gap in the ledger: expected position %d, found %d".formatted(expected, found));
  }

  /** The scan ended before the head it was told of. */
  static LedgerCorrupt missing(long expected, long head) {
    return new LedgerCorrupt(
        "Gap in the ledger: position %d is missing, the head is %d".formatted(expected, head));
  }
}
