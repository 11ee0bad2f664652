package nl.korf.service.kernel;

import nl.korf.eventstore.AppendRefused;
import nl.korf.eventstore.FactRejected;
import nl.korf.eventstore.TooLate;
import nl.korf.model.Refused;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;

/** What an attempt ended with, found below the wrappers that messaging puts around it. */
final class Failures {

  private static final int CAUSES_MAX = 16;

  private Failures() {}

  /** The exception callers know, or the outermost runtime exception. */
  static RuntimeException expected(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
      if (isKnown(cause)) {
        return (RuntimeException) cause;
      }
      cause = cause.getCause();
    }
    Throwable inner = failure.getCause() == null ? failure : failure.getCause();
    return inner instanceof RuntimeException runtime ? runtime : new IllegalStateException(inner);
  }

  /** Whether another attempt may do better: somebody appended to the boundary, or time went by. */
  static boolean isConflict(Throwable failure) {
    RuntimeException expected = expected(failure);
    return expected instanceof AppendEventsTransactionRejectedException
        || expected instanceof TooLate;
  }

  private static boolean isKnown(Throwable cause) {
    return cause instanceof Refused
        || cause instanceof AppendRefused
        || cause instanceof FactRejected
        || cause instanceof WaitForTurn
        || cause instanceof AppendEventsTransactionRejectedException;
  }
}
