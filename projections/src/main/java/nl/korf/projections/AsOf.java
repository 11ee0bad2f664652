package nl.korf.projections;

import java.time.Instant;

/**
 * The two axes of a question about the past: what the ledger knew after {@code position}, about
 * what was in force {@code on} an instant.
 *
 * @param position last position that counts; at most what is projected
 * @param on instant in the world
 */
public record AsOf(long position, Instant on) {

  public AsOf {
    if (position < 0) {
      throw new IllegalArgumentException("A position is at least 0, not " + position);
    }
  }
}
