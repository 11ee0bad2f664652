package nl.korf.model.view;

import java.time.Instant;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.LegalReference;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.facts.DecisionEvent.ReviewResult;
import nl.korf.model.money.Amount;
import org.jspecify.annotations.Nullable;

/** What becomes of decisions after they were taken. */
public sealed interface DecisionRows extends Row {

  /** Whether a decision works. */
  enum DecisionState {
    /** Taken; works later. */
    PENDING,
    IN_FORCE,
    /** Its own end has passed. */
    EXPIRED,
    /** Somebody competent ended it. */
    REPEALED,
    /**
     * Another decision stands in its place. Found where it is read, from a {@link SupersessionRow}
     * and what became of the later decision; no row carries it.
     */
    SUPERSEDED
  }

  /**
   * The last review of a decision.
   *
   * @param on when
   * @param position of the fact, which carries the reason
   */
  record Review(ReviewResult result, PersonId by, Instant on, long position) {}

  /**
   * The end of a decision by an act.
   *
   * @param since from when it no longer works
   * @param competence of whoever repealed it; null in recorded history that does not tell
   * @param position of the fact, which carries the reason
   */
  record Repeal(
      Instant since,
      PersonId by,
      @Nullable CompetenceProof competence,
      @Nullable LegalReference legalBasis,
      long position) {}

  /**
   * Somebody competent took the decision for the account of the principal afterwards (rule M19).
   *
   * @param competence of whoever ratified, as of the moment of ratifying
   * @param position of the fact, which carries the reason
   */
  record Ratification(
      PersonId by,
      @Nullable BodyId principal,
      CompetenceProof competence,
      Instant on,
      long position) {}

  /**
   * One decision takes the place of another, from its time on.
   *
   * @param decision the earlier one
   * @param by the later one
   * @param from since when
   * @param revives whether the earlier one works again should the later one be repealed
   * @param competence of whoever decided, for the power of the earlier one
   * @param position of the fact
   */
  record SupersessionRow(
      DecisionId decision,
      DecisionId by,
      Instant from,
      boolean revives,
      CompetenceProof competence,
      long position)
      implements DecisionRows {

    @Override
    public String entity() {
      return "supersession/" + decision + "/" + by;
    }

    /**
     * Whether the earlier decision has lost its place at an instant from {@link #from} on.
     *
     * @param repealed the repeal of the later decision by that instant, or null. Repealed before it
     *     worked, it never took the place
     */
    public boolean holds(@Nullable Repeal repealed) {
      return repealed == null || (!revives && repealed.since().isAfter(from));
    }
  }

  /**
   * Somebody's view that differs; published beside the decision, blocks nothing.
   *
   * @param position of the fact, which carries the text
   */
  record DissentRow(DecisionId decision, PersonId person, long position) implements DecisionRows {

    @Override
    public String entity() {
      return "dissent/" + decision + "/" + person;
    }
  }

  /**
   * A decision used a mandate, itself or by a sub-mandate of it; counts against a cap from the
   * moment the decision was taken.
   *
   * @param category what the decision's obligation is about, or null where it binds to no money
   * @param value the obligation over its full term
   */
  record UseRow(
      MandateId mandate, DecisionId decision, @Nullable String category, @Nullable Amount value)
      implements DecisionRows {
    @Override
    public String entity() {
      return "use/" + mandate + "/" + decision;
    }
  }
}
