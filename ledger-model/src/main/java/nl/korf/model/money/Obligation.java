package nl.korf.model.money;

/**
 * What an act binds the principal to: the obligation over its full term, that is {@code times}
 * times {@code each} (annual rent times years; 1 for a single payment). A limit is held against the
 * {@link #total}.
 */
public record Obligation(String category, Amount each, int times) {

  /** Longest term, in periods. */
  public static final int TIMES_MAX = 1_200;

  public Obligation {
    if (category.isBlank()) {
      throw new IllegalArgumentException("an obligation names its category");
    }
    if (times < 1 || times > TIMES_MAX) {
      throw new IllegalArgumentException(
          "an obligation runs for 1 to %d periods, not %d".formatted(TIMES_MAX, times));
    }
    Math.multiplyExact(each.minor(), (long) times);
  }

  public static Obligation once(String category, Amount amount) {
    return new Obligation(category, amount, 1);
  }

  /** The obligation over the full term. */
  public Amount total() {
    return new Amount(each.minor() * times, each.currency(), each.vat());
  }
}
