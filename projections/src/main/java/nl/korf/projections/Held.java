package nl.korf.projections;

import java.time.Instant;
import nl.korf.model.view.Row;
import org.jspecify.annotations.Nullable;

/**
 * A row as it is held by a read model, with both of its intervals, half-open.
 *
 * @param from in force from, inclusive
 * @param until in force until, exclusive; null is open
 * @param knownFrom position of the fact that made this known
 * @param knownUntil position of the fact since which it is no longer held; {@link #STILL_KNOWN} is
 *     none
 */
public record Held<R extends Row>(
    R row, Instant from, @Nullable Instant until, long knownFrom, long knownUntil) {

  /** The end of knowledge that has not come yet. */
  public static final long STILL_KNOWN = Long.MAX_VALUE;
}
