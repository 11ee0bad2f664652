package nl.korf.eventstore;

/**
 * The database takes no writes: its disk is full, it is read-only or out of connections. Nothing
 * was stored. Reading goes on, and a later append works again once there is room.
 */
public final class LedgerUnwritable extends AppendRefused {

  LedgerUnwritable(String reason, Throwable cause) {
    super("The ledger takes no facts at the moment: " + reason, cause);
  }
}
