package nl.korf.model.invariants;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.korf.model.BodyId;
import nl.korf.model.Party;
import nl.korf.model.PowerId;
import nl.korf.model.RoleId;
import nl.korf.model.invariants.Grant.GroupDecision;
import nl.korf.model.knowledge.Capacities;
import nl.korf.model.knowledge.Chain;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.knowledge.Taxonomy;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.RoleRow;
import org.jspecify.annotations.Nullable;

/** Whether the acting person may do it: M1, M2 and M9. */
final class GrantorRules {

  private GrantorRules() {}

  /** M1: straight from a body grants who acts as that body, under a name that is theirs. */
  static List<Map<String, String>> actsAsPrincipal(Proposal proposal) {
    Capacities actor = proposal.actor();
    BodyId principal = proposal.terms().principal();
    Party grantor = proposal.terms().grantor();
    if (!proposal.root() || actor == null) {
      return Values.NONE;
    }
    if (actor.includes(Party.of(principal))
        && actor.includes(grantor)
        && actsAs(grantor, principal, proposal.knowledge())) {
      return Values.NONE;
    }
    return Values.one("actor", actor.named(), "principal", principal, "grantor", grantor);
  }

  private static boolean actsAs(Party grantor, BodyId principal, Knowledge knowledge) {
    return switch (grantor.kind()) {
      case BODY -> grantor.equals(Party.of(principal));
      case ROLE ->
          knowledge
              .role(new RoleId(grantor.id()))
              .map(RoleRow::embodies)
              .filter(principal::equals)
              .isPresent();
      case PERSON, GROUP -> false;
    };
  }

  /**
   * M2: what a group holds, the group passes on: by a decision a round of it led to, under that
   * mandate, about the power that is passed on.
   */
  static List<Map<String, String>> groupDecided(Proposal proposal) {
    MandateRow parent = proposal.parent();
    if (proposal.actor() == null || parent == null || !heldByGroup(parent)) {
      return Values.NONE;
    }
    GroupDecision decision = proposal.form().groupDecision();
    String problem = decision == null ? "none-named" : missing(decision, parent, proposal);
    return problem == null
        ? Values.NONE
        : Values.one(
            "parent",
            parent.mandate(),
            "holder",
            parent.terms().holder(),
            "groupDecision",
            decision == null ? null : decision.decision(),
            "problem",
            problem);
  }

  static boolean heldByGroup(MandateRow mandate) {
    return mandate.terms().holder().kind() == Party.Kind.GROUP;
  }

  private static @Nullable String missing(
      GroupDecision decision, MandateRow parent, Proposal proposal) {
    if (!parent.terms().holder().equals(decision.group())) {
      return "other-group";
    }
    if (!decision.byRound()) {
      return "without-round";
    }
    if (!decision.mandatesUsed().contains(parent.mandate())) {
      return "other-mandate";
    }
    PowerId about = decision.power();
    return about == null || !Taxonomy.within(proposal.terms().power(), about, proposal.knowledge())
        ? "other-power"
        : null;
  }

  /** M2: a decision of a group passes a mandate on once. */
  static List<Map<String, String>> groupDecisionUnused(Proposal proposal) {
    GroupDecision decision = proposal.form().groupDecision();
    if (decision == null || decision.carriedOutBy() == null) {
      return Values.NONE;
    }
    return Values.one(
        "groupDecision", decision.decision(), "carriedOutBy", decision.carriedOutBy());
  }

  /** M2: a sub-mandate is granted by somebody who holds the parent. */
  static List<Map<String, String>> actsAsHolder(Proposal proposal) {
    MandateRow parent = proposal.parent();
    Capacities actor = proposal.actor();
    if (actor == null || parent == null || heldByGroup(parent)) {
      return Values.NONE;
    }
    if (actor.includes(parent.terms().holder()) && actor.includes(proposal.terms().grantor())) {
      return Values.NONE;
    }
    return Values.one(
        "actor", actor.named(),
        "parent", parent.mandate(),
        "holder", parent.terms().holder(),
        "grantor", proposal.terms().grantor());
  }

  /**
   * M9: a mandate is changed or ended by its grantor or by anybody further up: who granted or held
   * a mandate above it, or acts as the principal (Awb 10:8(1)).
   */
  static Optional<Map<String, String>> notUpstream(
      MandateRow mandate, Capacities actor, Chain chain) {
    Set<Party> may = new HashSet<>();
    may.add(Party.of(mandate.terms().principal()));
    for (var link : chain.links()) {
      may.add(link.row().terms().grantor());
      if (!link.row().mandate().equals(mandate.mandate())) {
        may.add(link.row().terms().holder());
      }
    }
    return may.stream().anyMatch(actor::includes)
        ? Optional.empty()
        : Optional.of(
            Values.of(
                "actor", actor.named(),
                "mandate", mandate.mandate(),
                "grantor", mandate.terms().grantor()));
  }
}
