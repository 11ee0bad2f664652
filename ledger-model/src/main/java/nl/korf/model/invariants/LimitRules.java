package nl.korf.model.invariants;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.korf.model.knowledge.Facets;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.money.Limit;
import nl.korf.model.money.Limit.Span;
import nl.korf.model.view.Row.MandateRow;

/** Money, category by category (M5). */
final class LimitRules {

  /** How the limits of one category stand to those of a mandate above. */
  private enum Fit {
    WITHIN,
    NOT_HELD,
    NOT_COMPARABLE,
    WIDER
  }

  private LimitRules() {}

  /** A grant says up to which amounts; only imported texts may be silent. */
  static List<Map<String, String>> amountsStated(Proposal proposal) {
    return proposal.terms().amountsStated()
        ? Values.NONE
        : Values.one("mandate", proposal.grant().mandate());
  }

  static List<Map<String, String>> categoryHeld(Proposal proposal) {
    return all(proposal, Fit.NOT_HELD);
  }

  static List<Map<String, String>> comparable(Proposal proposal) {
    return all(proposal, Fit.NOT_COMPARABLE);
  }

  static List<Map<String, String>> limitWithin(Proposal proposal) {
    return all(proposal, Fit.WIDER);
  }

  /** Per category the lowest mandate above that it does not fit in the way asked for. */
  private static List<Map<String, String>> all(Proposal proposal, Fit asked) {
    List<Map<String, String>> violations = new ArrayList<>();
    for (String category : categories(proposal.terms().limits())) {
      List<Limit> limits = in(category, proposal.terms().limits());
      for (MandateRow above : proposal.ancestors()) {
        List<Limit> held = held(above, category, proposal.knowledge());
        if (fit(limits, held, above.terms().amountsStated()) == asked) {
          violations.add(values(category, limits, held, above));
          break;
        }
      }
    }
    return violations;
  }

  private static Map<String, String> values(
      String category, List<Limit> limits, List<Limit> held, MandateRow above) {
    return Values.of(
        "category", category,
        "limit", written(limits),
        "parent", above.mandate(),
        "parentLimit", held.isEmpty() ? "UNSTATED" : written(held),
        "grantor", above.terms().grantor());
  }

  /** A mandate's own limits or, where its text states none, those of its facets. */
  private static List<Limit> held(MandateRow above, String category, Knowledge knowledge) {
    List<Limit> own = in(category, above.terms().limits());
    if (!own.isEmpty()) {
      return own;
    }
    return Facets.of(above, category, knowledge).stream()
        .flatMap(facet -> in(category, facet.terms().limits()).stream())
        .toList();
  }

  private static Fit fit(List<Limit> limits, List<Limit> held, boolean stated) {
    if (held.isEmpty()) {
      return stated ? Fit.NOT_HELD : Fit.NOT_COMPARABLE;
    }
    Fit worst = Fit.WITHIN;
    for (Limit above : held) {
      Fit one = fit(limits, above);
      worst = one.compareTo(worst) > 0 ? one : worst;
    }
    return worst;
  }

  /**
   * The tightest of the limits keeps each act within {@code above}; a cap of its own is no higher
   * than a cap above. That use under a cap above is counted there too is the check's business.
   */
  private static Fit fit(List<Limit> limits, Limit above) {
    List<Limit> comparable = limits.stream().filter(above::comparableWith).toList();
    if (comparable.size() < limits.size()) {
      return Fit.NOT_COMPARABLE;
    }
    boolean eachAct = comparable.stream().anyMatch(limit -> limit.within(above));
    boolean inAll =
        above.span() == Span.PER_ACT
            || comparable.stream()
                .filter(limit -> limit.span() == Span.CUMULATIVE)
                .allMatch(limit -> limit.within(above));
    return eachAct && inAll ? Fit.WITHIN : Fit.WIDER;
  }

  /**
   * Whether {@code after}, in the place of {@code before}, widens the category: every limit stays
   * or gets tighter, and a cap is only replaced by a cap (M17).
   */
  static boolean widens(List<Limit> after, List<Limit> before) {
    return before.isEmpty()
        || !before.stream()
            .allMatch(old ->
                after.stream()
                    .filter(limit -> keepsSpan(limit, old))
                    .anyMatch(limit -> limit.within(old)));
  }

  private static boolean keepsSpan(Limit limit, Limit old) {
    return old.unlimited() || old.span() == Span.PER_ACT || limit.span() == Span.CUMULATIVE;
  }

  static boolean comparable(List<Limit> after, List<Limit> before) {
    return after.stream().allMatch(limit -> before.stream().allMatch(limit::comparableWith));
  }

  static Set<String> categories(List<Limit> limits) {
    Set<String> categories = new LinkedHashSet<>();
    limits.forEach(limit -> categories.add(limit.category()));
    return categories;
  }

  static List<Limit> in(String category, List<Limit> limits) {
    return limits.stream().filter(limit -> limit.category().equals(category)).toList();
  }

  static String written(List<Limit> limits) {
    return String.join(
        " and ",
        limits.stream()
            .map(limit ->
                limit.span() == Span.CUMULATIVE ? limit.written() + " in all" : limit.written())
            .toList());
  }
}
