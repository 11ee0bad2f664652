package nl.korf.service.authority;

import java.time.Instant;
import nl.korf.model.knowledge.Knowledge;

/** The world as the read models know it: quick, complete, and possibly a moment behind. */
public interface ReadModels {

  /** The world at a position that is projected, about an instant. */
  Knowledge asOf(long position, Instant on);

  /** The last position that is projected. */
  long position();

  /** Waits, within bounds, until a position is projected; whether it is. */
  boolean await(long position);
}
