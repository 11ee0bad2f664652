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

  /** Whether the total can be held against this limit: unlimited, or same currency and basis. */
  public boolean comparableWith(Amount total) {
    return amount == null || amount.comparableWith(total);
  }

  /**
   * Whether the total stays within this limit.
   *
   * @throws IllegalArgumentException when the two cannot be compared
   */
  public boolean allows(Amount total) {
    if (!comparableWith(total)) {
      throw new IllegalArgumentException(
          "%s cannot be held against %s".formatted(total.written(), written()));
    }
    return amount == null || total.minor() <= largest(amount);
  }

  /** Whether the two limits can be ordered. */
  public boolean comparableWith(Limit other) {
    return amount == null || other.amount == null || amount.comparableWith(other.amount);
  }

  /**
   * Whether this limit allows nothing that {@code wider} does not, both counted over the same acts:
   * up to and including 100 is wider than up to 100, unlimited is wider than all.
   */
  public boolean within(Limit wider) {
    if (wider.amount == null) {
      return true;
    }
    return amount != null
        && amount.comparableWith(wider.amount)
        && largest(amount) <= wider.largest(wider.amount);
  }

  /** For people, the same in every language: {@code <= EUR 100.00 excl. VAT}. */
  public String written() {
    if (amount == null) {
      return "UNLIMITED";
    }
    return (bound == Bound.INCLUSIVE ? "<= " : "< ") + amount.written();
  }

  /** The largest total still allowed, in minor units; -1 where not even zero is. */
  private long largest(Amount stated) {
    return bound == Bound.INCLUSIVE ? stated.minor() : stated.minor() - 1;
  }
}
