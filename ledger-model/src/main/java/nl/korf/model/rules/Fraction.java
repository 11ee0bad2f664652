package nl.korf.model.rules;

/**
 * An exact fraction between 0 and 1. Never turned into floating point: comparisons multiply
 * crosswise, and a product that does not fit is an error, not a wrong answer.
 */
public record Fraction(int num, int den) {

  public static final Fraction NONE = new Fraction(0, 1);
  public static final Fraction HALF = new Fraction(1, 2);
  public static final Fraction TWO_THIRDS = new Fraction(2, 3);

  public Fraction {
    if (den < 1 || num < 0 || num > den) {
      throw new IllegalArgumentException(
          "a fraction lies between 0 and 1, and %d/%d does not".formatted(num, den));
    }
  }

  /** Whether {@code part} is at least this fraction of {@code whole}. */
  public boolean reachedBy(long part, long whole) {
    return Math.multiplyExact(part, (long) den) >= Math.multiplyExact(whole, (long) num);
  }

  /** Whether {@code part} is more than this fraction of {@code whole}. */
  public boolean exceededBy(long part, long whole) {
    return Math.multiplyExact(part, (long) den) > Math.multiplyExact(whole, (long) num);
  }

  /** {@code 2/3}. */
  public String written() {
    return num + "/" + den;
  }
}
