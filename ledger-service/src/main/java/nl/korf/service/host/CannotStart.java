package nl.korf.service.host;

/**
 * The ledger cannot be started as asked; the message says what stands in the way and what to do.
 * Shown to the person at the terminal without a stack trace.
 */
public final class CannotStart extends RuntimeException {

  public CannotStart(String message) {
    super(message);
  }

  public CannotStart(String message, Throwable cause) {
    super(message, cause);
  }
}
