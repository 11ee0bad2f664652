package nl.korf.model.view;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What one fact does to the row of one entity at one instant. A fact makes several steps when it
 * names a start or an end of its own.
 *
 * @param entity the row's entity
 * @param at when it takes effect
 * @param position of the fact; orders steps at the same instant
 * @param kind how it meets what is there
 * @param change what becomes of the row
 * @param announced the name of an announced change; null for other kinds, and for all of them
 */
record Step(
    String entity,
    Instant at,
    long position,
    Kind kind,
    Change change,
    @Nullable String announced) {

  /** Effective time counts in microseconds: what a row in a database can hold. */
  Step {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /** The order in which steps are taken: effective time, then position, then kind. */
  static final Comparator<Step> ORDER =
      Comparator.comparing(Step::at).thenComparingLong(Step::position).thenComparing(Step::kind);

  /** How a step meets what is there. */
  enum Kind {
    /** A row that will start later is put aside; later changes reach it there. */
    PLAN,
    /** The row put aside by the same fact starts, if nothing cancelled it. */
    START,
    /** Gives the entity a row, or another one. */
    BEGIN,
    /** Changes or ends the row that is there, and every row put aside. */
    CHANGE,
    /** The planned end of a row; ends only the row it was planned for. */
    EXPIRE,
    /** A change that will come later, by the name it was given, is announced. */
    ANNOUNCE,
    /** The announced change comes, if nothing called it off. */
    COME,
    /** Calls off the announced change with this name, or all of them. */
    CALL_OFF
  }

  /** What becomes of a row; null is no row. Never refuses. */
  @FunctionalInterface
  interface Change {
    @Nullable Row apply(@Nullable Row before);
  }
}
