package nl.korf.model.invariants;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import nl.korf.model.Imported.Finding;
import nl.korf.model.LegalReference;
import nl.korf.model.Party;
import nl.korf.model.Refused.Reason;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.mandates.MandateTerms;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one law about granting: everything about mandates that depends on which law it is.
 *
 * @param name of the law, as a configuration names it
 * @param terms rules about what is granted; also the findings of imported history
 * @param acts rules about who grants it, when and in what form; for acts of the ledger only (M18)
 * @param consents whose consent a grant waits for (M11)
 * @param revokedInWriting which mandates are revoked in writing only (M9)
 */
public record RuleSet(
    String name,
    List<Invariant> terms,
    List<Invariant> acts,
    ConsentRule consents,
    Predicate<MandateTerms> revokedInWriting) {

  /** Whose consent a grant waits for. */
  @FunctionalInterface
  public interface ConsentRule {

    /**
     * The parties, each once; empty: nobody.
     *
     * @param byStatute the statute that provides for the mandate, or null
     */
    List<Party> of(MandateTerms terms, @Nullable LegalReference byStatute, Knowledge knowledge);
  }

  public RuleSet {
    terms = List.copyOf(terms);
    acts = List.copyOf(acts);
  }

  /** A law that asks nobody's consent, and no document for a revocation. */
  public RuleSet(String name, List<Invariant> terms, List<Invariant> acts) {
    this(name, terms, acts, (_, _, _) -> List.of(), _ -> false);
  }

  /** All that is wrong with an act of the ledger, in order of precedence. */
  public List<Reason> reasons(Proposal proposal) {
    List<Reason> reasons = new ArrayList<>();
    acts.forEach(rule -> reasons.addAll(rule.reasons(proposal)));
    terms.forEach(rule -> reasons.addAll(rule.reasons(proposal)));
    return reasons.stream().distinct().sorted(Reason.PRECEDENCE).toList();
  }

  /** Whose consent the grant waits for. */
  public List<Party> consents(Grant grant, Knowledge knowledge) {
    return consents.of(grant.terms(), grant.form().consentByStatute(), knowledge);
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
