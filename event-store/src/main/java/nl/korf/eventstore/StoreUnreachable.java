package nl.korf.eventstore;

import java.sql.SQLException;

/** A read failed in the database: it is down, restarting or out of connections. Reads repeat. */
public final class StoreUnreachable extends RuntimeException {

  /**
   * A failed read.
   *
   * @param what was being done, "read the head"
   */
  public StoreUnreachable(String what, SQLException cause) {
    super("Could not " + what + ": " + cause.getMessage(), cause);
  }
}
