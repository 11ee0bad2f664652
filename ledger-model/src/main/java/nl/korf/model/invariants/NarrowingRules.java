package nl.korf.model.invariants;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.korf.model.Refusal;
import nl.korf.model.Refused.Reason;
import nl.korf.model.facts.MandateEvent.MandateNarrowed;
import nl.korf.model.mandates.Axis;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.money.Limit;
import nl.korf.model.view.Row.MandateRow;
import org.jspecify.annotations.Nullable;

/** Narrowing only narrows; wider terms are a new grant (M17). */
final class NarrowingRules {

  private NarrowingRules() {}

  static List<Reason> of(MandateNarrowed narrowing, MandateRow row, Instant effectiveAt) {
    List<Reason> reasons = new ArrayList<>();
    MandateTerms before = row.terms();
    MandateTerms after =
        before.narrowed(
            narrowing.scope(),
            narrowing.limits(),
            narrowing.addedExclusions(),
            narrowing.until(),
            narrowing.noFurtherSubMandates());
    scope(narrowing, before, reasons);
    limits(narrowing, before, reasons);
    DelegationRules.onlyPolicy(narrowing, before).ifPresent(reasons::add);
    end(narrowing, before, effectiveAt, reasons);
    if (reasons.isEmpty() && after.equals(before)) {
      reasons.add(Reason.of(Refusal.NARROWS_NOTHING, "mandate", row.mandate().toString()));
    }
    return reasons;
  }

  private static void scope(MandateNarrowed narrowing, MandateTerms before, List<Reason> reasons) {
    if (narrowing.scope() == null) {
      return;
    }
    for (Axis axis : Axis.values()) {
      List<String> old = axis.of(before.scope());
      List<String> named = axis.of(narrowing.scope());
      if (!old.isEmpty() && (named.isEmpty() || !old.containsAll(named))) {
        reasons.add(widens(narrowing, axis.word(), written(old), written(named)));
      }
    }
  }

  private static String written(List<String> named) {
    return named.isEmpty() ? "*" : String.join(", ", named);
  }

  private static void limits(MandateNarrowed narrowing, MandateTerms before, List<Reason> reasons) {
    if (narrowing.limits() == null) {
      return;
    }
    for (String category : LimitRules.categories(narrowing.limits())) {
      List<Limit> after = LimitRules.in(category, narrowing.limits());
      List<Limit> old = LimitRules.in(category, before.limits());
      if (old.isEmpty() && !before.amountsStated()) {
        continue;
      }
      if (!LimitRules.comparable(after, old)) {
        reasons.add(notComparable(narrowing, category, after, old));
      } else if (LimitRules.widens(after, old)) {
        String was = old.isEmpty() ? "0" : LimitRules.written(old);
        reasons.add(widens(narrowing, category, was, LimitRules.written(after)));
      }
    }
  }

  private static Reason notComparable(
      MandateNarrowed narrowing, String category, List<Limit> after, List<Limit> old) {
    Map<String, String> values =
        Values.of(
            "category", category,
            "limit", LimitRules.written(after),
            "parentLimit", LimitRules.written(old),
            "parent", narrowing.mandate());
    return new Reason(Refusal.LIMITS_NOT_COMPARABLE, values);
  }

  private static void end(
      MandateNarrowed narrowing, MandateTerms before, Instant effectiveAt, List<Reason> reasons) {
    Instant until = narrowing.until();
    Instant old = before.until();
    if (until == null) {
      return;
    }
    if (old != null && until.isAfter(old)) {
      reasons.add(widens(narrowing, "until", old.toString(), until.toString()));
    }
    if (!until.isAfter(effectiveAt)) {
      reasons.add(new Reason(Refusal.PERIOD_EMPTY, Values.of("from", effectiveAt, "until", until)));
    }
  }

  private static Reason widens(
      MandateNarrowed narrowing, String axis, @Nullable String before, @Nullable String after) {
    return new Reason(
        Refusal.WIDENS,
        Values.of("mandate", narrowing.mandate(), "axis", axis, "before", before, "after", after));
  }
}
