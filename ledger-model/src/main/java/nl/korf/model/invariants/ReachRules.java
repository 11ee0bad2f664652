package nl.korf.model.invariants;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.korf.model.knowledge.Taxonomy;
import nl.korf.model.mandates.Axis;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.view.Row.MandateRow;
import org.jspecify.annotations.Nullable;

/** What is passed on lies within what every mandate above reaches: M4, M6 and M18. */
final class ReachRules {

  private ReachRules() {}

  /** M4: no kind of act that a mandate above does not cover. */
  static List<Map<String, String>> kindWithin(Proposal proposal) {
    List<Map<String, String>> violations = new ArrayList<>();
    for (MandateKind kind : kinds(proposal.terms())) {
      proposal.ancestors().stream()
          .filter(above -> !above.terms().covers(kind))
          .findFirst()
          .ifPresent(above ->
              violations.add(
                  Values.of(
                      "kind", kind,
                      "parent", above.mandate(),
                      "grantor", above.terms().grantor())));
    }
    return violations;
  }

  private static Set<MandateKind> kinds(MandateTerms terms) {
    Set<MandateKind> kinds = new LinkedHashSet<>();
    kinds.add(terms.kind());
    kinds.addAll(terms.alsoKinds());
    return kinds;
  }

  /** M4: the power of each mandate above, or one below it. */
  static List<Map<String, String>> powerWithin(Proposal proposal) {
    return proposal.ancestors().stream()
        .filter(above ->
            !Taxonomy.within(proposal.terms().power(), above.terms().power(), proposal.knowledge()))
        .findFirst()
        .map(above ->
            Values.one(
                "power", proposal.terms().power(),
                "parent", above.mandate(),
                "parentPower", above.terms().power()))
        .orElse(Values.NONE);
  }

  /** M4: on every axis what is named, is named above too; an axis left out inherits. */
  static List<Map<String, String>> scopeWithin(Proposal proposal) {
    List<Map<String, String>> violations = new ArrayList<>();
    for (Axis axis : Axis.values()) {
      List<String> named = axis.of(proposal.terms().scope());
      proposal.ancestors().stream()
          .filter(above -> !axis.within(named, axis.of(above.terms().scope())))
          .findFirst()
          .ifPresent(above -> violations.add(wider(axis, named, above)));
    }
    return violations;
  }

  private static Map<String, String> wider(Axis axis, List<String> named, MandateRow above) {
    return Values.of(
        "axis", axis.word(),
        "values", String.join(", ", named),
        "parent", above.mandate(),
        "parentValues", String.join(", ", axis.of(above.terms().scope())));
  }

  /** M6: half-open within each mandate above; without an end only under one without an end. */
  static List<Map<String, String>> periodWithin(Proposal proposal) {
    Instant until = proposal.terms().until();
    return proposal.ancestors().stream()
        .filter(above -> !within(proposal.from(), until, above.terms()))
        .findFirst()
        .map(above ->
            Values.one(
                "from", proposal.from(),
                "until", orOpen(until),
                "parent", above.mandate(),
                "parentFrom", orOpen(above.terms().from()),
                "parentUntil", orOpen(above.terms().until())))
        .orElse(Values.NONE);
  }

  private static boolean within(Instant from, @Nullable Instant until, MandateTerms above) {
    Instant start = above.from();
    Instant end = above.until();
    boolean late = start == null || !from.isBefore(start);
    boolean early = end == null || (until != null && !until.isAfter(end));
    return late && early;
  }

  private static String orOpen(@Nullable Instant instant) {
    return instant == null ? "open" : instant.toString();
  }

  /** M6: a period has a length. */
  static List<Map<String, String>> periodNotEmpty(Proposal proposal) {
    Instant until = proposal.terms().until();
    if (until == null || until.isAfter(proposal.from())) {
      return Values.NONE;
    }
    return Values.one("from", proposal.from(), "until", until);
  }

  /** M18: nothing starts before it is granted. */
  static List<Map<String, String>> notBackdated(Proposal proposal) {
    if (!proposal.from().isBefore(proposal.now())) {
      return Values.NONE;
    }
    return Values.one("from", proposal.from(), "now", proposal.now());
  }
}
