package nl.korf.model.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import nl.korf.model.facts.Envelope;
import nl.korf.model.view.Step.Change;
import nl.korf.model.view.Step.Kind;
import org.jspecify.annotations.Nullable;

/** The steps of one fact on one entity. */
record Steps(String entity, Envelope envelope) {

  static Steps of(String entity, Envelope envelope) {
    return new Steps(entity, envelope);
  }

  /** The row is this one from the fact's effective time. */
  Step begin(Row row) {
    return begin(envelope.effectiveAt(), row);
  }

  Step begin(Instant at, Row row) {
    return step(at, Kind.BEGIN, _ -> row);
  }

  /** There is such a row from the fact's effective time; one that is there already stays. */
  Step beginUnlessThere(Row row) {
    return step(envelope.effectiveAt(), Kind.BEGIN, before -> before == null ? row : before);
  }

  /**
   * The row runs from {@code from} until {@code until}. A start after the fact's effective time is
   * planned, and what happens in between reaches it.
   */
  List<Step> between(Row row, Instant from, @Nullable Instant until, Change expiry) {
    List<Step> steps = new ArrayList<>();
    if (from.isAfter(envelope.effectiveAt())) {
      steps.add(step(envelope.effectiveAt(), Kind.PLAN, _ -> row));
      steps.add(step(from, Kind.START, before -> before));
    } else {
      steps.add(begin(from, row));
    }
    if (until != null) {
      steps.add(expire(until, expiry));
    }
    return List.copyOf(steps);
  }

  /** The row that is there becomes another one; where there is none, nothing happens. */
  <R extends Row> Step change(Class<R> type, UnaryOperator<R> change) {
    return change(envelope.effectiveAt(), type, change);
  }

  <R extends Row> Step change(Instant at, Class<R> type, UnaryOperator<R> change) {
    return step(at, Kind.CHANGE, onRow(type, change));
  }

  /** The row ends at the fact's effective time. */
  Step end() {
    return step(envelope.effectiveAt(), Kind.CHANGE, _ -> null);
  }

  Step expire(Instant at, Change change) {
    return step(at, Kind.EXPIRE, change);
  }

  static <R extends Row> Change onRow(Class<R> type, UnaryOperator<R> change) {
    return before -> type.isInstance(before) ? change.apply(type.cast(before)) : before;
  }

  /** A time of its own, or the fact's effective time. */
  Instant orEffective(@Nullable Instant own) {
    return own == null ? envelope.effectiveAt() : own;
  }

  /**
   * The row that is there changes at an instant of the fact's own. One after the fact's effective
   * time is announced, and can be called off until it comes.
   *
   * @param name of the change among those of this entity
   */
  <R extends Row> List<Step> announce(
      String name, Instant at, Class<R> type, UnaryOperator<R> change) {
    return at.isAfter(envelope.effectiveAt())
        ? List.of(
            step(envelope.effectiveAt(), Kind.ANNOUNCE, before -> before, name),
            step(at, Kind.COME, onRow(type, change), name))
        : List.of(change(at, type, change));
  }

  /** The announced change with this name, or every one, does not come. */
  Step callOff(@Nullable String name) {
    return step(envelope.effectiveAt(), Kind.CALL_OFF, before -> before, name);
  }

  private Step step(Instant at, Kind kind, Change change) {
    return step(at, kind, change, null);
  }

  private Step step(Instant at, Kind kind, Change change, @Nullable String announced) {
    return new Step(entity, at, envelope.position(), kind, change, announced);
  }
}
