package nl.korf.model.rounds;

import java.time.Instant;
import nl.korf.model.facts.RoundEvent;

/**
 * Something that was said in a round, and when it was recorded: the instant that decides.
 *
 * @param position of the fact
 */
public record Said<F extends RoundEvent>(F fact, Instant recordedAt, long position) {

  /** Whether it was recorded before the instant; at the instant itself it is late. */
  public boolean before(Instant instant) {
    return recordedAt.isBefore(instant);
  }
}
