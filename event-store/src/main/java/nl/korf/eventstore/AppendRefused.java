package nl.korf.eventstore;

import org.jspecify.annotations.Nullable;

/**
 * The append was not done, for a reason other than a changed boundary (which is Axon's {@link
 * org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException}). This is
 * the whole list. All but {@link OutcomeUnknown} promise that no fact of this append is stored, or
 * none but those of {@link AlreadyRecorded}.
 */
public abstract sealed class AppendRefused extends RuntimeException
    permits AppendQueueFull,
        AlreadyRecorded,
        CommandIdReused,
        TooLate,
        ClocksApart,
        LedgerAhead,
        LedgerUnwritable,
        OutcomeUnknown,
        StoreClosed {

  AppendRefused(String message) {
    super(message);
  }

  AppendRefused(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
