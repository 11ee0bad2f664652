package nl.korf.projections;

import java.sql.SQLException;

/** A fact that could not be folded: where it is, what it is, and why. */
record FactFailed(long position, String type, Throwable cause) {

  /**
   * Whether what the database refused can be the fault of a fact: data exceptions, violated
   * constraints and exceeded limits, by class of SQLSTATE.
   */
  static boolean mayBe(SQLException failure) {
    String state = failure.getSQLState();
    return state != null
        && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
  }

  @Override
  public String toString() {
    return "position %d, %s: %s".formatted(position, type, cause);
  }
}
