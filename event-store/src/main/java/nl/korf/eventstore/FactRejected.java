package nl.korf.eventstore;

/**
 * What was offered cannot be stored: too many tags, too large, a text PostgreSQL or UTF-8 cannot
 * hold. Thrown on the caller's thread, before anything is queued. The message names the limit.
 */
public final class FactRejected extends IllegalArgumentException {

  FactRejected(String message) {
    super(message);
  }

  FactRejected(String message, Throwable cause) {
    super(message, cause);
  }
}
