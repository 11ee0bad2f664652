package nl.korf.model.view;

import java.time.Instant;
import nl.korf.model.view.DecisionRows.DecisionState;
import nl.korf.model.view.DecisionRows.Ratification;
import nl.korf.model.view.DecisionRows.Repeal;
import nl.korf.model.view.DecisionRows.Review;
import nl.korf.model.view.Row.DecisionRow;
import org.jspecify.annotations.Nullable;

/** A decision's row while one fact changes it. */
final class DecisionDraft {

  private final DecisionRow before;
  DecisionState state;
  @Nullable Instant reviewAt;
  @Nullable Review review;
  @Nullable Repeal repeal;
  @Nullable Ratification ratification;

  DecisionDraft(DecisionRow row) {
    before = row;
    state = row.state();
    reviewAt = row.reviewAt();
    review = row.review();
    repeal = row.repeal();
    ratification = row.ratification();
  }

  /** Nothing is left to be reviewed of what has ended. */
  DecisionDraft end(DecisionState as) {
    state = as;
    reviewAt = null;
    return this;
  }

  DecisionRow row() {
    return new DecisionRow(
        before.decision(),
        before.initiative(),
        before.title(),
        before.rule(),
        before.decidedBy(),
        before.decidedFor(),
        before.principal(),
        before.act(),
        before.competence(),
        before.mandatesUsed(),
        before.stage(),
        before.round(),
        before.delegation(),
        state,
        before.effectiveFrom(),
        before.expiresAt(),
        reviewAt,
        review,
        repeal,
        ratification,
        before.takenAt(),
        before.hasMotivation());
  }
}
