package nl.korf.model.competence;

import java.util.ArrayList;
import java.util.List;
import nl.korf.model.knowledge.Facets;
import nl.korf.model.mandates.Condition;
import nl.korf.model.mandates.Exclusion;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.money.Limit;
import nl.korf.model.money.Threshold;
import nl.korf.model.view.Row.MandateRow;
import org.jspecify.annotations.Nullable;

/** What one link says about amounts in one category (M5). */
sealed interface Stated {

  /** The limits, with the mandate that states each: the link itself or a facet of it. */
  record Limits(List<Owned> owned) implements Stated {}

  /** The category is not granted. */
  record NotGranted() implements Stated {}

  /** A general mandate that fixes no amount, and no facet that does. */
  record Silent() implements Stated {}

  record Owned(MandateRow owner, Limit limit) {}

  default List<Owned> owned() {
    return this instanceof Limits limits ? limits.owned() : List.of();
  }

  static Stated of(MandateRow link, String category, Question question) {
    List<Owned> owned = new ArrayList<>(limits(link, category));
    if (!owned.isEmpty()) {
      return new Limits(owned);
    }
    if (link.terms().amountsStated()) {
      return new NotGranted();
    }
    List<MandateRow> facets = Facets.of(link, category, question.knowledge());
    facets.forEach(facet -> owned.addAll(limits(facet, category)));
    if (!owned.isEmpty() || fromASumOn(link, category, question)) {
      return new Limits(owned);
    }
    return facets.stream().anyMatch(facet -> fromASumOn(facet, category, question))
        ? new Limits(owned)
        : new Silent();
  }

  private static List<Owned> limits(MandateRow row, String category) {
    return row.terms().limits().stream()
        .filter(limit -> limit.category().equals(category))
        .map(limit -> new Owned(row, limit))
        .toList();
  }

  /**
   * A text that says "above this sum, together with" grants above that sum without an upper amount;
   * the condition itself is asked for by {@link ConditionRules}.
   */
  private static boolean fromASumOn(MandateRow row, String category, Question question) {
    return row.terms().conditions().stream()
        .filter(condition -> condition.from() != null && ConditionRules.blocks(condition.kind()))
        .filter(condition -> category.equals(condition.category()))
        .anyMatch(condition -> reached(condition, question));
  }

  private static boolean reached(Condition condition, Question question) {
    return Threshold.of(condition.from(), condition.bound(), question.total().amount())
        == Threshold.REACHED;
  }

  /**
   * Whether the terms cannot be held against an act without its value: some amount in them counts
   * for the category of the act's power, or for any category where the power has none.
   */
  static boolean dependsOnValue(MandateTerms terms, @Nullable String powerCategory) {
    return terms.limits().stream()
            .anyMatch(limit -> limit.amount() != null && meets(limit.category(), powerCategory))
        || terms.conditions().stream()
            .anyMatch(one -> one.from() != null && meets(one.category(), powerCategory))
        || terms.exclusions().stream()
            .filter(Exclusion::decidable)
            .anyMatch(exclusion -> exclusion.from() != null);
  }

  private static boolean meets(@Nullable String category, @Nullable String powerCategory) {
    return category == null || powerCategory == null || category.equals(powerCategory);
  }
}
