package nl.korf.model.money;

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
}
