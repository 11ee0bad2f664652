package nl.korf.service.pages;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Bound;
import nl.korf.model.money.Limit;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.MandateState;
import nl.korf.projections.mandates.Standing;
import org.jspecify.annotations.Nullable;

/**
 * A mandate as a page shows it.
 *
 * @param works whether it counts: it and all above it are active
 * @param state message key of its state, own or because of one above
 * @param endedBy the mandate above because of which it does not count, or null
 */
public record MandateLine(
    String id,
    Said power,
    Said holder,
    Said grantor,
    Said principal,
    List<LimitLine> limits,
    boolean works,
    String state,
    @Nullable String endedBy,
    @Nullable Instant from,
    @Nullable Instant until,
    int depth) {

  /**
   * A limit as a page shows it.
   *
   * @param total whether it holds for all use together
   * @param exclusive whether the amount itself is beyond it
   * @param amount null: none
   */
  public record LimitLine(
      Said category, boolean total, boolean exclusive, @Nullable String amount) {}

  static MandateLine of(Standing standing, Names.Spoken names, Frame frame) {
    MandateRow row = standing.mandate().row();
    MandateTerms terms = row.terms();
    MandateRow end = standing.endedBy().map(held -> held.row()).orElse(row);
    boolean above = !end.mandate().equals(row.mandate());
    return new MandateLine(
        row.mandate().value(),
        names.of(terms.power()),
        names.of(terms.holder()),
        names.of(terms.grantor()),
        names.of(terms.principal()),
        terms.limits().stream().map(limit -> line(limit, names, frame)).toList(),
        standing.effective(),
        state(standing, end),
        above ? end.mandate().value() : null,
        standing.mandate().from(),
        terms.until(),
        standing.above().size());
  }

  private static String state(Standing standing, MandateRow end) {
    if (standing.effective()) {
      return "ACTIVE";
    }
    if (standing.missing() != null) {
      return "MISSING";
    }
    return end.state() == MandateState.ACTIVE ? "WAITING" : end.state().name();
  }

  private static LimitLine line(Limit limit, Names.Spoken names, Frame frame) {
    Amount amount = limit.amount();
    return new LimitLine(
        names.word(limit.category()),
        limit.span() == Limit.Span.CUMULATIVE,
        limit.bound() == Bound.EXCLUSIVE,
        amount == null ? null : written(amount, frame));
  }

  private static String written(Amount amount, Frame frame) {
    int digits = Math.max(0, Currency.getInstance(amount.currency()).getDefaultFractionDigits());
    NumberFormat number = NumberFormat.getInstance(frame.locale());
    number.setMaximumFractionDigits(digits);
    String vat = frame.lang().equals("nl") ? "btw" : "VAT";
    String basis =
        switch (amount.vat()) {
          case INCLUSIVE -> " incl. " + vat;
          case EXCLUSIVE -> " excl. " + vat;
          case UNSTATED -> "";
        };
    return amount.currency()
        + " "
        + number.format(BigDecimal.valueOf(amount.minor(), digits))
        + basis;
  }
}
