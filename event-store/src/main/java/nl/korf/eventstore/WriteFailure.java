package nl.korf.eventstore;

import java.sql.SQLException;

/** What a failure of the database means for an append. */
enum WriteFailure {

  /** The connection is gone. Around a commit: nobody knows the outcome. */
  LOST,

  /** The database is there and takes no writes at the moment: no room, read-only, overloaded. */
  UNWRITABLE,

  /** The database objects to something in the batch. */
  OBJECTION;

  static WriteFailure of(SQLException failure) {
    String state = failure.getSQLState();
    if (state == null || state.startsWith("08") || state.startsWith("57P") || isTimeout(state)) {
      return LOST;
    }
    boolean noRoom = state.startsWith("53") || state.startsWith("58");
    boolean readOnly = state.equals("25006");
    boolean waitedTooLong = state.equals("55P03") || state.equals("57014");
    return noRoom || readOnly || waitedTooLong ? UNWRITABLE : OBJECTION;
  }

  /** The server ended the session for its idle_in_transaction or transaction timeout. */
  private static boolean isTimeout(String state) {
    return state.equals("25P03") || state.equals("25P04");
  }
}
