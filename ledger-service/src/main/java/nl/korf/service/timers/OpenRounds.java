package nl.korf.service.timers;

import java.time.Instant;
import java.util.Map;
import nl.korf.model.RoundId;

/** The rounds that are open, as a read model knows them. */
public interface OpenRounds {

  /** The position up to which the answer is complete. */
  long position();

  /** Each open round as of a position, with its deadline. */
  Map<RoundId, Instant> asOf(long position);
}
