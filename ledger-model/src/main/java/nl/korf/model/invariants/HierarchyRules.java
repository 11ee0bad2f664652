package nl.korf.model.invariants;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.korf.model.BodyId;
import nl.korf.model.Party;
import nl.korf.model.PowerId;
import nl.korf.model.facts.PowerEvent.PowerFlag;
import nl.korf.model.knowledge.Capacities;
import nl.korf.model.knowledge.Chain;
import nl.korf.model.knowledge.Dated;
import nl.korf.model.knowledge.Delegations;
import nl.korf.model.knowledge.Taxonomy;
import nl.korf.model.mandates.MandateTerms.Nature;
import nl.korf.model.mandates.SubMandating;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.PowerRow;

/** From whom, through whom and to whom: M1 to M3, M8, M10 and M16. */
final class HierarchyRules {

  private HierarchyRules() {}

  /**
   * M1: straight from a body only where it holds the power, by attribution or by a delegation to
   * it; what was delegated is not delegated further.
   */
  static List<Map<String, String>> principalHoldsPower(Proposal proposal) {
    BodyId principal = proposal.terms().principal();
    PowerId power = proposal.terms().power();
    if (!proposal.root() || Taxonomy.attributed(power, principal, proposal.knowledge())) {
      return Values.NONE;
    }
    if (!DelegationRules.delegates(proposal)
        && Delegations.gotSome(principal, power, proposal.knowledge()).isPresent()) {
      return Values.NONE;
    }
    return Values.one("principal", principal, "power", proposal.terms().power());
  }

  /** M2: a sub-mandate is granted by the parent's holder, or by a role that is a case of it. */
  static List<Map<String, String>> grantorHoldsParent(Proposal proposal) {
    MandateRow parent = proposal.parent();
    Party grantor = proposal.terms().grantor();
    if (parent == null
        || Capacities.countsAs(grantor, parent.terms().holder(), proposal.knowledge())) {
      return Values.NONE;
    }
    return Values.one(
        "parent", parent.mandate(), "holder", parent.terms().holder(), "grantor", grantor);
  }

  /** M2: in the same name all along the chain. */
  static List<Map<String, String>> samePrincipal(Proposal proposal) {
    MandateRow parent = proposal.parent();
    if (parent == null || parent.terms().principal().equals(proposal.terms().principal())) {
      return Values.NONE;
    }
    return Values.one(
        "parent", parent.mandate(),
        "expected", parent.terms().principal(),
        "principal", proposal.terms().principal());
  }

  /** M3: the parent allows it; silence counts as no (Awb 10:9). */
  static List<Map<String, String>> parentAllows(Proposal proposal) {
    MandateRow parent = proposal.parent();
    if (parent == null || allows(parent.terms().subMandating())) {
      return Values.NONE;
    }
    return Values.one(
        "parent", parent.mandate(),
        "holder", parent.terms().holder(),
        "grantor", parent.terms().grantor(),
        "says", parent.terms().subMandating());
  }

  private static boolean allows(SubMandating says) {
    return says == SubMandating.YES || says == SubMandating.CONDITIONAL;
  }

  /** M3: no deeper than any mandate above allows. */
  static List<Map<String, String>> withinDepth(Proposal proposal) {
    List<MandateRow> ancestors = proposal.ancestors();
    for (int above = 0; above < ancestors.size(); above++) {
      MandateRow ancestor = ancestors.get(above);
      int levels = above + 1;
      if (levels > ancestor.terms().maxDepth()) {
        return Values.one(
            "depth", levels,
            "ancestor", ancestor.mandate(),
            "allowed", ancestor.terms().maxDepth());
      }
    }
    return Values.NONE;
  }

  /** M3, M10: a power that is kept with the body itself, or lies below one that is. */
  static List<Map<String, String>> powerMayPass(Proposal proposal) {
    List<Map<String, String>> violations = new ArrayList<>();
    for (PowerRow row : Taxonomy.upFrom(proposal.terms().power(), proposal.knowledge())) {
      for (var flagged : row.flags()) {
        if (staysWithTheBody(flagged.flag(), proposal)) {
          violations.add(
              Values.of(
                  "power", proposal.terms().power(),
                  "flaggedPower", row.power(),
                  "flag", flagged.flag(),
                  "article", flagged.flag().article(),
                  "basis",
                      flagged.basis() == null
                          ? flagged.flag().article()
                          : flagged.basis().written(),
                  "principal", proposal.terms().principal()));
        }
      }
    }
    return violations;
  }

  /** Awb 10:3 is about mandate; a delegation rests on its own statute (Awb 10:15). */
  private static boolean staysWithTheBody(PowerFlag flag, Proposal proposal) {
    return DelegationRules.delegates(proposal) ? flag == PowerFlag.RESERVED : flag.neverPasses();
  }

  /** M8: the parent and all above it are active, and work by themselves. */
  static List<Map<String, String>> parentEffective(Proposal proposal) {
    Chain above = proposal.above();
    if (above == null || above.links().isEmpty()) {
      return Values.NONE;
    }
    MandateRow parent = above.links().getFirst().row();
    if (!above.whole()) {
      return Values.one(
          "parent", parent.mandate(), "ancestor", above.brokenAt(), "state", above.problem());
    }
    return above.links().stream()
        .filter(link -> !works(link, proposal))
        .findFirst()
        .map(link -> obstacle(parent, link, proposal))
        .map(List::of)
        .orElse(Values.NONE);
  }

  private static boolean works(Dated<MandateRow> link, Proposal proposal) {
    return Chain.counts(link, proposal.knowledge().on())
        && link.row().terms().nature() == Nature.GRANTED;
  }

  private static Map<String, String> obstacle(
      MandateRow parent, Dated<MandateRow> link, Proposal proposal) {
    boolean begun = link.covers(proposal.knowledge().on());
    boolean active = Chain.counts(link, proposal.knowledge().on());
    return Values.of(
        "parent", parent.mandate(),
        "ancestor", link.row().mandate(),
        "holder", link.row().terms().holder(),
        "state", active ? link.row().terms().nature() : begun ? link.row().state() : "TO_BEGIN",
        "since", link.from(),
        "position", link.row().version());
  }

  /** M16: nobody holds what they grant. */
  static List<Map<String, String>> notToOneself(Proposal proposal) {
    Party holder = proposal.terms().holder();
    Party grantor = proposal.terms().grantor();
    Capacities actor = proposal.actor();
    MandateRow parent = proposal.parent();
    boolean groupDecides = parent != null && GrantorRules.heldByGroup(parent);
    boolean own = actor != null && !groupDecides && actor.includes(holder);
    if (!own && !holder.equals(grantor)) {
      return Values.NONE;
    }
    return Values.one(
        "holder", holder, "grantor", grantor, "actor", actor == null ? grantor : actor.named());
  }

  /** M16: a chain does not turn back to somebody who stands higher in it. */
  static List<Map<String, String>> notUpstream(Proposal proposal) {
    Party holder = proposal.terms().holder();
    if (holder.equals(proposal.terms().grantor())) {
      return Values.NONE;
    }
    if (holder.equals(Party.of(proposal.terms().principal()))) {
      return Values.one("holder", holder, "ancestor", proposal.terms().principal());
    }
    return proposal.ancestors().stream()
        .filter(above -> Objects.equals(above.terms().holder(), holder) || granted(above, holder))
        .findFirst()
        .map(above -> Values.one("holder", holder, "ancestor", above.mandate()))
        .orElse(Values.NONE);
  }

  private static boolean granted(MandateRow above, Party holder) {
    return above.terms().grantor().equals(holder);
  }
}
