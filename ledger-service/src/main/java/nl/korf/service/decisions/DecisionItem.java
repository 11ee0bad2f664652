package nl.korf.service.decisions;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import nl.korf.model.view.DecisionRows.DecisionState;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Page;
import nl.korf.projections.decisions.DecisionStanding;
import nl.korf.projections.decisions.DecisionsView;
import nl.korf.service.web.InForce;

/**
 * A decision in a list.
 *
 * @param decision as it is by itself; {@code state} is its own
 * @param standing whether it works on the instant of the answer, and if not, why
 * @param reviewDue whether it works and is to be reviewed by then
 */
record DecisionItem(
    @JsonUnwrapped InForce<DecisionRow> decision, DecisionState standing, boolean reviewDue) {

  static DecisionItem of(DecisionStanding standing) {
    return new DecisionItem(
        InForce.of(standing.decision()), standing.state(), standing.reviewDue());
  }

  static Page<DecisionItem> page(DecisionsView decisions, AsOf asOf, Page<Held<DecisionRow>> page) {
    return new Page<>(
        decisions.standings(asOf, page.items()).stream().map(DecisionItem::of).toList(),
        page.next());
  }
}
