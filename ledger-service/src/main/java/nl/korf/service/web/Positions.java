package nl.korf.service.web;

import org.springframework.stereotype.Component;

/** The one rule for a position somebody names, wherever it stands in the request. */
@Component
public final class Positions {

  private final Reading reading;

  public Positions(Reading reading) {
    this.reading = reading;
  }

  /**
   * Waits, within bounds, until the read models show the position.
   *
   * @param where the parameter, or a pointer into the body
   * @throws InvalidRequest when the ledger has no such position
   * @throws NotYetProjected when it has, but the read models do not show it in time
   */
  public void requireShown(String where, long position) {
    if (position < 0) {
      throw new InvalidRequest(
          where, Fault.WRONG_VALUE, "value", Long.toString(position), "expected", "0, 1, 2, …");
    }
    if (position > reading.projected()) {
      long head = reading.head();
      if (position > head) {
        throw new InvalidRequest(
            where,
            Fault.BEYOND_HEAD,
            "position",
            Long.toString(position),
            "head",
            Long.toString(head));
      }
      requireProjected(position);
    }
  }

  /** The same for a position that may be recorded only just now, or elsewhere. */
  void requireProjected(long position) {
    try {
      if (position > reading.projected() && !reading.awaitProjected(position)) {
        throw new NotYetProjected(position);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new NotYetProjected(position);
    }
  }
}
