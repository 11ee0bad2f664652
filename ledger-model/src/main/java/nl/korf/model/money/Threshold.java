package nl.korf.model.money;

import org.jspecify.annotations.Nullable;

/** Whether a value reaches the sum from which a condition or an exclusion counts. */
public enum Threshold {
  REACHED,
  BELOW,
  /** No value, or one that cannot be compared. */
  UNCLEAR;

  /** A null threshold counts always; a null bound counts from the sum itself on. */
  public static Threshold of(@Nullable Amount from, @Nullable Bound bound, @Nullable Amount value) {
    if (from == null) {
      return REACHED;
    }
    if (value == null || !value.comparableWith(from)) {
      return UNCLEAR;
    }
    return value.reaches(from, bound == null ? Bound.INCLUSIVE : bound) ? REACHED : BELOW;
  }
}
