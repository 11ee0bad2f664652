package nl.korf.projections.decisions;

import java.time.Instant;
import java.util.List;
import nl.korf.model.decisions.DecisionLife;
import nl.korf.model.view.DecisionRows.DecisionState;
import nl.korf.model.view.DecisionRows.SupersessionRow;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.projections.Held;

/**
 * A decision about one instant, with the decisions that took its place.
 *
 * @param on the instant
 * @param decision by itself
 * @param supersededBy the supersessions that count on the instant; empty where it has its place
 */
public record DecisionStanding(
    Instant on, Held<DecisionRow> decision, List<SupersessionRow> supersededBy) {

  public DecisionStanding {
    supersededBy = List.copyOf(supersededBy);
  }

  /** Whether it works, and if not, why. */
  public DecisionState state() {
    return DecisionLife.state(decision.row(), !supersededBy.isEmpty());
  }

  /** Whether it works and the moment of its review has come. */
  public boolean reviewDue() {
    Instant reviewAt = decision.row().reviewAt();
    return state() == DecisionState.IN_FORCE && reviewAt != null && !reviewAt.isAfter(on);
  }
}
