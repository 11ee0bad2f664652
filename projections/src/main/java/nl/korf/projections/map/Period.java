package nl.korf.projections.map;

/**
 * A time in force, half-open, in whole seconds since 1970 (UTC); what lasts less than a second can
 * be empty.
 *
 * @param until {@link #OPEN}: no end is known
 */
public record Period(long from, long until) {

  /** The end that is not known. */
  public static final long OPEN = Long.MAX_VALUE;

  public boolean isEmpty() {
    return from >= until;
  }
}
