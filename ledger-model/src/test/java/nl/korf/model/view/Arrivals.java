package nl.korf.model.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.korf.model.facts.Envelope;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.view.Row.AppointmentRow;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.MembershipRow;

/** The same acts, arriving in one order or another. */
final class Arrivals {

  private Arrivals() {}

  /** Positions 1, 2, 3 … in the order given. */
  static List<RecordedFact> renumbered(List<RecordedFact> facts) {
    List<RecordedFact> renumbered = new ArrayList<>();
    for (RecordedFact fact : facts) {
      renumbered.add(at(fact, renumbered.size() + 1, fact.envelope().effectiveAt()));
    }
    return renumbered;
  }

  /** No two at the same instant: at one instant, the position decides. */
  static List<RecordedFact> distinctInstants(List<RecordedFact> facts) {
    List<RecordedFact> distinct = new ArrayList<>();
    for (RecordedFact fact : facts) {
      Instant instant = fact.envelope().effectiveAt().plusSeconds(distinct.size() + 1L);
      distinct.add(at(fact, fact.position(), instant));
    }
    return distinct;
  }

  /** Whether two acts do something at the very same instant; then the position decides. */
  static boolean shareAnInstant(Evolution evolution, List<RecordedFact> facts) {
    Set<Instant> seen = new HashSet<>();
    return facts.stream()
        .flatMap(fact -> evolution.steps(fact).stream().map(Step::at).distinct())
        .anyMatch(instant -> !seen.add(instant));
  }

  /** The segments as the world sees them, whatever positions their facts have. */
  static List<Segment> withoutPositions(List<Segment> segments) {
    List<Segment> bare = new ArrayList<>();
    for (Segment segment : segments) {
      Segment next = new Segment(bare(segment.row()), segment.from(), segment.until());
      if (!bare.isEmpty()
          && bare.getLast().row().equals(next.row())
          && next.from().equals(bare.getLast().until())) {
        next = new Segment(next.row(), bare.removeLast().from(), next.until());
      }
      bare.add(next);
    }
    return bare;
  }

  private static Row bare(Row row) {
    return switch (row) {
      case MandateRow r ->
          new MandateRow(
              r.mandate(),
              r.parent(),
              r.terms(),
              r.state(),
              r.consents(),
              r.awaited(),
              r.record(),
              r.published(),
              0);
      case AppointmentRow r -> new AppointmentRow(r.role(), r.person(), 0);
      case MembershipRow r -> new MembershipRow(r.group(), r.person(), r.capacity(), 0);
      default -> row;
    };
  }

  private static RecordedFact at(RecordedFact fact, long position, Instant effectiveAt) {
    Envelope e = fact.envelope();
    return new RecordedFact(
        new Envelope(
            position,
            e.recordedAt(),
            effectiveAt,
            e.actor(),
            e.onBehalfOf(),
            e.commandId(),
            e.cause(),
            e.imported()),
        fact.fact());
  }
}
