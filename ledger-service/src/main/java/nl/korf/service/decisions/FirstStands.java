package nl.korf.service.decisions;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.InitiativeId;
import nl.korf.model.Refused.Reason;
import nl.korf.model.authority.Act;
import nl.korf.model.decisions.DecisionLife;
import nl.korf.model.decisions.DecisionRules;
import nl.korf.model.decisions.DecisionRules.OwnPower;
import nl.korf.model.decisions.DecisionTerm;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.service.authority.Used;
import nl.korf.service.entities.DecisionEntities;
import nl.korf.service.entities.Entities;

/**
 * The principal keeps the power it mandated (Awb 10:7), so it and a holder can both decide on one
 * initiative by one power: the first at its position stands. Each looks only at the decisions of
 * the other, so that holders of mandates do not stand in each other's way.
 */
final class FirstStands {

  private FirstStands() {}

  /** The body that decides by a power it holds itself; empty under a mandate. */
  static boolean itself(Used used) {
    return used.mandates().isEmpty() && used.principal() != null;
  }

  /** What was decided first by the other of the two, and not replaced by this decision. */
  static List<Reason> check(
      InitiativeId initiative,
      DecisionId decision,
      Act act,
      DecisionTerm term,
      Used used,
      Replacing.Replaced replaced,
      Entities entities) {
    BodyId principal = used.principal();
    if (principal == null) {
      return List.of();
    }
    OwnPower own = new OwnPower(principal, act.power(), itself(used));
    DecisionEntities decisions = DecisionEntities.in(entities);
    List<DecisionTaken> others =
        own.itself() ? decisions.about(initiative) : decisions.about(initiative, principal);
    List<DecisionLife> earlier =
        others.stream()
            .filter(other -> other.mandatesUsed().isEmpty() != own.itself())
            .filter(other -> ofSamePower(other, act))
            .flatMap(other -> decisions.life(other.decision()).stream())
            .toList();
    return DecisionRules.firstStands(
        earlier,
        decision,
        term,
        own,
        replaced.lives().stream().map(DecisionLife::decision).collect(Collectors.toSet()));
  }

  private static boolean ofSamePower(DecisionTaken other, Act act) {
    Act its = other.act();
    return its != null && Objects.equals(its.power(), act.power());
  }
}
