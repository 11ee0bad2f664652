package nl.korf.service.entities;

import java.util.List;
import java.util.Set;
import nl.korf.model.DecisionId;
import nl.korf.model.InitiativeId;
import nl.korf.model.PowerId;
import nl.korf.model.Refused.Reason;
import nl.korf.model.decisions.DecisionLife;
import nl.korf.model.decisions.DecisionRules;
import nl.korf.model.decisions.DecisionRules.OwnPower;
import nl.korf.model.decisions.DecisionTerm;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import org.jspecify.annotations.Nullable;

/**
 * The principal keeps the power it mandated (Awb 10:7), so it and a holder can both decide on one
 * initiative by one power: the first at its position stands. Each looks only at the decisions of
 * the other, so that holders of mandates do not stand in each other's way.
 */
public final class FirstStands {

  private final DecisionEntities decisions;

  private FirstStands(DecisionEntities decisions) {
    this.decisions = decisions;
  }

  public static FirstStands in(Entities entities) {
    return new FirstStands(DecisionEntities.in(entities));
  }

  /**
   * What was decided first by the other of the two, and not replaced by this decision.
   *
   * @param now who decides, by which power; null: by none, which meets nothing
   * @param replaced the decisions this one takes the place of
   */
  public List<Reason> decided(
      InitiativeId initiative,
      DecisionId decision,
      @Nullable OwnPower now,
      DecisionTerm term,
      Set<DecisionId> replaced) {
    if (now == null) {
      return List.of();
    }
    List<DecisionTaken> others =
        now.itself() ? decisions.about(initiative) : decisions.about(initiative, now.body());
    List<DecisionLife> earlier =
        others.stream()
            .filter(other -> other.mandatesUsed().isEmpty() != now.itself())
            .filter(other -> ofSamePower(other, now.power()))
            .flatMap(other -> decisions.life(other.decision()).stream())
            .toList();
    return DecisionRules.firstStands(earlier, decision, term, now, replaced);
  }

  private static boolean ofSamePower(DecisionTaken other, PowerId power) {
    return other.act() != null && other.act().power().equals(power);
  }
}
