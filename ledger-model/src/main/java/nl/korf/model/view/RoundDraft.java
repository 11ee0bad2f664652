package nl.korf.model.view;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import nl.korf.model.facts.RoundEvent.RoundOutcome;
import nl.korf.model.facts.RoundEvent.Tally;
import nl.korf.model.view.RoundRows.RoundRow;
import org.jspecify.annotations.Nullable;

/** A round's row while it changes: what can become different after the opening. */
final class RoundDraft {

  private final RoundRow row;
  int textVersion;
  Instant deadline;
  int restarts;
  boolean extended;
  @Nullable RoundOutcome outcome;
  @Nullable Tally tally;
  @Nullable String failed;

  private RoundDraft(RoundRow row) {
    this.row = row;
    this.textVersion = row.textVersion();
    this.deadline = row.deadline();
    this.restarts = row.restarts();
    this.extended = row.extended();
    this.outcome = row.outcome();
    this.tally = row.tally();
    this.failed = row.failed();
  }

  /** A change of the row, said as what becomes different. */
  static UnaryOperator<RoundRow> drafted(Consumer<RoundDraft> change) {
    return row -> {
      RoundDraft draft = new RoundDraft(row);
      change.accept(draft);
      return draft.row();
    };
  }

  private RoundRow row() {
    return new RoundRow(
        row.round(),
        row.group(),
        row.initiative(),
        textVersion,
        row.programme(),
        row.title(),
        row.rule(),
        row.spec(),
        row.electors(),
        deadline,
        row.adviceDeadline(),
        row.decider(),
        row.facilitator(),
        row.castingVote(),
        row.act(),
        row.stage(),
        row.follows(),
        row.call(),
        restarts,
        extended,
        outcome,
        tally,
        failed,
        row.openedAt(),
        row.proposalAt());
  }
}
