package nl.korf.model.invariants;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.korf.model.Party;
import nl.korf.model.Refusal;
import nl.korf.model.Refused.Reason;
import nl.korf.model.facts.MandateEvent.MandateNarrowed;
import nl.korf.model.knowledge.Delegations;
import nl.korf.model.knowledge.Responsibility;
import nl.korf.model.mandates.Condition;
import nl.korf.model.mandates.Exclusion;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.money.Limit;
import nl.korf.model.view.Row.MandateRow;
import org.jspecify.annotations.Nullable;

/** What holds for delegation alone, by which the power itself passes (Awb 10:13 to 10:17). */
final class DelegationRules {

  private DelegationRules() {}

  static boolean delegates(Proposal proposal) {
    return proposal.terms().covers(MandateKind.DELEGATION);
  }

  /** Awb 10:13: to a body, which exercises the power under its own responsibility. */
  static List<Map<String, String>> toABody(Proposal proposal) {
    Party holder = proposal.terms().holder();
    return !delegates(proposal) || holder.kind() == Party.Kind.BODY
        ? Values.NONE
        : Values.one("holder", holder, "power", proposal.terms().power());
  }

  /**
   * Awb 10:13: a delegation is no mandate. It covers no other kind, is no sub-mandate, and has
   * none: the delegate grants mandates in its own name.
   */
  static List<Map<String, String>> standsAlone(Proposal proposal) {
    MandateTerms terms = proposal.terms();
    MandateRow parent = proposal.parent();
    boolean mixed = delegates(proposal) && !terms.alsoKinds().isEmpty();
    boolean below = delegates(proposal) && !proposal.root();
    boolean under = parent != null && parent.terms().covers(MandateKind.DELEGATION);
    return mixed || below || under
        ? Values.one("mandate", proposal.grant().mandate(), "holder", terms.holder())
        : Values.NONE;
  }

  /** Awb 10:14: never to subordinates. */
  static List<Map<String, String>> notToSubordinates(Proposal proposal) {
    MandateTerms terms = proposal.terms();
    return delegates(proposal)
            && Responsibility.under(terms.principal(), terms.holder(), proposal.knowledge())
        ? Values.one("holder", terms.holder(), "principal", terms.principal())
        : Values.NONE;
  }

  /** Awb 10:15: only where a statute provides for it. */
  static List<Map<String, String>> hasLegalBasis(Proposal proposal) {
    return delegates(proposal) && proposal.terms().legalBasis() == null
        ? Values.one("power", proposal.terms().power(), "holder", proposal.terms().holder())
        : Values.NONE;
  }

  /** Awb 10:16: the delegator gives policy rules and nothing else. */
  static List<Map<String, String>> onlyPolicy(Proposal proposal) {
    if (!delegates(proposal)) {
      return Values.NONE;
    }
    MandateTerms terms = proposal.terms();
    List<String> asked = new ArrayList<>();
    terms.conditions().stream()
        .map(Condition::kind)
        .filter(kind -> kind != Condition.Kind.POLICY)
        .forEach(kind -> asked.add("condition " + kind));
    asked.addAll(inMoney(terms.limits(), terms.exclusions()));
    return asked.isEmpty() ? Values.NONE : List.of(moreThanPolicy(terms, asked));
  }

  /** Awb 10:16 for what is added later: a delegation is not narrowed in money either. */
  static Optional<Reason> onlyPolicy(MandateNarrowed narrowing, MandateTerms before) {
    @Nullable List<Limit> limits = narrowing.limits();
    List<String> asked = inMoney(limits == null ? List.of() : limits, narrowing.addedExclusions());
    return !before.covers(MandateKind.DELEGATION) || asked.isEmpty()
        ? Optional.empty()
        : Optional.of(new Reason(Refusal.DELEGATION_CONDITIONED, moreThanPolicy(before, asked)));
  }

  private static Map<String, String> moreThanPolicy(MandateTerms terms, List<String> asked) {
    return Values.of("holder", terms.holder(), "conditions", String.join(", ", asked));
  }

  private static List<String> inMoney(List<Limit> limits, List<Exclusion> exclusions) {
    return Stream.concat(
            limits.stream().map(limit -> "limit " + limit.category()),
            exclusions.stream()
                .map(Exclusion::from)
                .filter(Objects::nonNull)
                .map(from -> "exclusion from " + from.written()))
        .toList();
  }

  /** Awb 10:17: what was delegated as a whole is no longer the delegator's to grant. */
  static List<Map<String, String>> notDelegatedAway(Proposal proposal) {
    MandateTerms terms = proposal.terms();
    if (!proposal.root()) {
      return Values.NONE;
    }
    return Delegations.lostWhole(terms.principal(), terms.power(), proposal.knowledge())
        .map(lost ->
            Values.one(
                "principal", terms.principal(),
                "power", terms.power(),
                "delegation", lost.mandate(),
                "delegate", lost.terms().holder()))
        .orElse(Values.NONE);
  }
}
