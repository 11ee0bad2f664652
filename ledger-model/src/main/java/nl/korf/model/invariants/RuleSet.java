package nl.korf.model.invariants;

import java.util.ArrayList;
import java.util.List;
import nl.korf.model.Imported.Finding;
import nl.korf.model.Refused.Reason;

/**
 * The rules of one law about granting.
 *
 * @param name of the law
 * @param terms rules about what is granted; also the findings of imported history
 * @param acts rules about who grants it and when; for acts of the ledger only (M18)
 */
public record RuleSet(String name, List<Invariant> terms, List<Invariant> acts) {

  public RuleSet {
    terms = List.copyOf(terms);
    acts = List.copyOf(acts);
  }

  /** All that is wrong with an act of the ledger, in order of precedence. */
  public List<Reason> reasons(Proposal proposal) {
    List<Reason> reasons = new ArrayList<>();
    acts.forEach(rule -> reasons.addAll(rule.reasons(proposal)));
    terms.forEach(rule -> reasons.addAll(rule.reasons(proposal)));
    return reasons.stream().distinct().sorted(Reason.PRECEDENCE).toList();
  }

  /** What an imported grant would have been refused for, by rule. */
  public List<Finding> findings(Proposal proposal) {
    List<Finding> findings = new ArrayList<>();
    for (Invariant rule : terms) {
      for (var values : rule.test().violations(proposal)) {
        values.put("refusal", rule.refusal().code());
        findings.add(new Finding(rule.name(), values));
      }
    }
    return findings;
  }
}
