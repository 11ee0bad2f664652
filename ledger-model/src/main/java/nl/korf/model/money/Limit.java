package nl.korf.model.money;

import org.jspecify.annotations.Nullable;

/**
 * How far a mandate reaches in one category of obligations (works, services, supplies, leases …).
 *
 * @param category which obligations; a category a mandate does not list is not granted
 * @param amount the limit, or null where {@code unlimited}
 * @param unlimited said in so many words; never the meaning of silence
 * @param bound whether the amount itself is still allowed
 * @param span one act, or all acts under the mandate and its sub-mandates together
 */
public record Limit(
    String category, @Nullable Amount amount, boolean unlimited, Bound bound, Span span) {

  /** What a limit counts. */
  public enum Span {
    /** Each act on its own, linked acts added up. */
    PER_ACT,
    /** All use by the mandate and its descendants, for as long as it runs. */
    CUMULATIVE
  }

  public Limit {
    if (category.isBlank()) {
      throw new IllegalArgumentException("a limit names its category");
    }
    if (unlimited == (amount != null)) {
      throw new IllegalArgumentException("a limit has an amount or is unlimited, not both");
    }
  }

  public static Limit perAct(String category, Amount amount, Bound bound) {
    return new Limit(category, amount, false, bound, Span.PER_ACT);
  }

  public static Limit cumulative(String category, Amount amount, Bound bound) {
    return new Limit(category, amount, false, bound, Span.CUMULATIVE);
  }

  public static Limit unlimited(String category) {
    return new Limit(category, null, true, Bound.INCLUSIVE, Span.PER_ACT);
  }
}
