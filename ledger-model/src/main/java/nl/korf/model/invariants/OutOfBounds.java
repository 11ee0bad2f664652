package nl.korf.model.invariants;

import java.util.List;
import nl.korf.model.Refused.Reason;
import nl.korf.model.knowledge.Chain;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.view.Row.MandateRow;

/**
 * Where a mandate says more than what is above it now allows, because something above it was
 * narrowed after it was granted (rule M17). Those parts have ended, by derivation: the authority
 * check holds an act against every link.
 */
public final class OutOfBounds {

  /** Depth, reach, money and time: what a narrowing can take away. */
  private static final RuleSet REACH =
      new RuleSet(
          "reach",
          Awb.RULES.terms().stream()
              .filter(rule -> List.of("M3", "M4", "M5", "M6").contains(rule.name()))
              .toList(),
          List.of());

  private OutOfBounds() {}

  /** What reaches beyond, as the refusals a grant of the same would meet; empty where nothing. */
  public static List<Reason> of(MandateRow mandate, Knowledge knowledge) {
    if (mandate.parent() == null) {
      return List.of();
    }
    Grant grant = new Grant(mandate.mandate(), mandate.parent(), mandate.terms());
    Chain above = Chain.of(mandate.parent(), knowledge);
    Proposal proposal = new Proposal(grant, null, above, knowledge, knowledge.on());
    return REACH.reasons(proposal);
  }
}
