package nl.korf.model.money;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money: minor units of an ISO 4217 currency (cents for EUR), on a VAT basis. Never
 * negative.
 */
public record Amount(long minor, String currency, VatBasis vat) {

  public Amount {
    if (minor < 0) {
      throw new IllegalArgumentException("an amount is not negative: " + minor);
    }
    Currency.getInstance(currency);
  }

  public static Amount euro(long whole, VatBasis vat) {
    return new Amount(Math.multiplyExact(whole, 100L), "EUR", vat);
  }

  /** Whether the two can be compared: same currency and same VAT basis. */
  public boolean comparableWith(Amount other) {
    return currency.equals(other.currency) && vat == other.vat;
  }

  /**
   * The sum. One that no longer fits is the largest amount there is: over every limit, never a
   * small number.
   *
   * @throws IllegalArgumentException when the two cannot be compared
   */
  public Amount plus(Amount other) {
    if (!comparableWith(other)) {
      throw new IllegalArgumentException(
          "%s and %s cannot be added".formatted(written(), other.written()));
    }
    long sum = minor + other.minor;
    return new Amount(sum < 0 ? Long.MAX_VALUE : sum, currency, vat);
  }

  /**
   * Whether this amount reaches a threshold: at the threshold itself when the bound is inclusive,
   * else from one minor unit above it. The two must be comparable.
   */
  public boolean reaches(Amount threshold, Bound bound) {
    return bound == Bound.INCLUSIVE ? minor >= threshold.minor : minor > threshold.minor;
  }

  /** For people, the same in every language: {@code EUR 1250.00 excl. VAT}. */
  public String written() {
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    String number = BigDecimal.valueOf(minor, digits).toPlainString();
    return currency + " " + number + vat.written();
  }
}
