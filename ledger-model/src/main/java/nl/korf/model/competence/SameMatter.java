package nl.korf.model.competence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused.Reason;
import nl.korf.model.authority.Act;
import nl.korf.model.view.Row.DecisionRow;
import org.jspecify.annotations.Nullable;

/**
 * A principal keeps the power it mandates (Awb 10:7), so both it and a holder can decide. Where
 * both decide about one matter, the first at its position stands; a second has to supersede it.
 */
public final class SameMatter {

  private SameMatter() {}

  /**
   * Why a decision is refused beside earlier ones; empty where none of them is about the matter.
   * One matter is one case, under one power, in the name of one body: acts that name no case are
   * never held to be the same.
   *
   * @param earlier decisions that stand: neither superseded nor repealed
   * @param supersedes the one that it takes the place of, or null
   */
  public static List<Reason> reasons(
      DecisionId decision,
      Act act,
      @Nullable BodyId principal,
      Collection<DecisionRow> earlier,
      @Nullable DecisionId supersedes) {
    List<Reason> reasons = new ArrayList<>();
    for (DecisionRow row : earlier) {
      if (same(row, act, principal) && !row.decision().equals(supersedes)) {
        reasons.add(
            Reason.of(
                Refusal.ALREADY_DECIDED,
                "decision",
                decision.toString(),
                "earlier",
                row.decision().toString(),
                "case",
                String.valueOf(act.caseId()),
                "power",
                act.power().toString(),
                "position",
                Long.toString(row.takenAt())));
      }
    }
    return reasons;
  }

  private static boolean same(DecisionRow row, Act act, @Nullable BodyId principal) {
    Act other = row.act();
    return other != null
        && act.caseId() != null
        && act.caseId().equals(other.caseId())
        && act.power().equals(other.power())
        && Objects.equals(principal, row.principal());
  }
}
