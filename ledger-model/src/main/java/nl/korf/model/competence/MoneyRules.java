package nl.korf.model.competence;

import static nl.korf.model.competence.Outcome.HOLDS;

import java.util.List;
import java.util.Map;
import nl.korf.model.competence.Outcome.Fails;
import nl.korf.model.competence.Outcome.Unclear;
import nl.korf.model.competence.Stated.Owned;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Limit;
import nl.korf.model.money.Limit.Span;
import nl.korf.model.money.Obligation;
import nl.korf.model.view.Row.MandateRow;

/** Whether the value stays within what every link grants (M5). */
final class MoneyRules {

  private MoneyRules() {}

  /** An act under mandates that are limited in money says what it is worth, be it nothing. */
  static Outcome valueStated(Path path, Question question) {
    if (question.act().kind() == MandateKind.SIGNATURE) {
      return HOLDS; // whoever decided committed the money, a signature commits none
    }
    if (question.act().value() != null) {
      String missing = question.total().missing();
      return missing == null ? HOLDS : new Unclear(missing, Values.of("mandate", path.used()));
    }
    for (MandateRow link : path.withFacets(question)) {
      if (Stated.dependsOnValue(link.terms(), question.powerCategory())) {
        return new Unclear("the value of the act", Values.of(link));
      }
    }
    return HOLDS;
  }

  static Outcome categoryGranted(Path path, Question question) {
    Obligation value = question.act().value();
    if (value == null) {
      return HOLDS;
    }
    Outcome outcome = HOLDS;
    for (MandateRow link : path.links()) {
      Map<String, String> values = Values.of(link, "category", value.category());
      switch (Stated.of(link, value.category(), question)) {
        case Stated.NotGranted _ -> {
          return new Fails(values);
        }
        case Stated.Silent _ ->
            outcome =
                new Unclear(
                    "an amount for %s in mandate %s".formatted(value.category(), link.mandate()),
                    values);
        case Stated.Limits _ -> {}
      }
    }
    return outcome;
  }

  /** Each act, with what is linked to it, within each link's limit. */
  static Outcome withinLimit(Path path, Question question) {
    Amount total = question.total().amount();
    if (total == null) {
      return HOLDS;
    }
    Outcome outcome = HOLDS;
    for (Owned owned : limits(path, question, Span.PER_ACT)) {
      Limit limit = owned.limit();
      Map<String, String> values = values(owned, total);
      if (!limit.comparableWith(total)) {
        outcome = new Unclear("the value on the basis of " + limit.written(), values);
      } else if (!limit.allows(total)) {
        return new Fails(values);
      }
    }
    return outcome;
  }

  /** All use under a link, this act included, within its cap. */
  static Outcome withinCap(Path path, Question question) {
    Obligation value = question.act().value();
    if (value == null) {
      return HOLDS;
    }
    Outcome outcome = HOLDS;
    for (Owned owned : limits(path, question, Span.CUMULATIVE)) {
      Limit limit = owned.limit();
      List<Amount> used = question.knowledge().used(owned.owner().mandate(), value.category());
      Map<String, String> values = values(owned, value.total());
      if (!limit.comparableWith(value.total()) || !used.stream().allMatch(limit::comparableWith)) {
        outcome = new Unclear("all use on the basis of " + limit.written(), values);
      } else if (limit.amount() != null) {
        Amount nothing = new Amount(0, limit.amount().currency(), limit.amount().vat());
        Amount sofar = used.stream().reduce(nothing, Amount::plus);
        values.put("used", sofar.written());
        if (!limit.allows(sofar.plus(value.total()))) {
          return new Fails(values);
        }
      }
    }
    return outcome;
  }

  private static List<Owned> limits(Path path, Question question, Span span) {
    Obligation value = question.act().value();
    if (value == null) {
      return List.of();
    }
    return path.links().stream()
        .flatMap(link -> Stated.of(link, value.category(), question).owned().stream())
        .filter(owned -> owned.limit().span() == span)
        .toList();
  }

  private static Map<String, String> values(Owned owned, Amount total) {
    return Values.of(
        owned.owner(),
        "category",
        owned.limit().category(),
        "limit",
        owned.limit().written(),
        "total",
        total.written());
  }
}
