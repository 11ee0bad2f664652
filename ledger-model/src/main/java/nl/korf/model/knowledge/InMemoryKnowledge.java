package nl.korf.model.knowledge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.GroupId;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.RoleId;
import nl.korf.model.authority.Act;
import nl.korf.model.facts.GroupEvent.GroupState;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Obligation;
import nl.korf.model.view.Row;
import nl.korf.model.view.Row.AppointmentRow;
import nl.korf.model.view.Row.BodyRow;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.PowerRow;
import nl.korf.model.view.Row.RoleRow;
import nl.korf.model.view.Segment;

/**
 * {@link Knowledge} by folding facts: for an auditor's replay, for tests, and for the boundary of a
 * command that has its facts at hand. Rows come from the same timelines as the read models'.
 */
public final class InMemoryKnowledge implements Knowledge {

  private final Histories histories;
  private final long position;
  private final Instant on;

  private InMemoryKnowledge(Histories histories, long position, Instant on) {
    this.histories = histories;
    this.position = position;
    this.on = on;
  }

  /** What the facts up to and including {@code position} say about {@code on}. */
  public static InMemoryKnowledge of(Collection<RecordedFact> facts, long position, Instant on) {
    return new InMemoryKnowledge(new Histories(facts, position), position, on);
  }

  /** The same facts about another instant. */
  public InMemoryKnowledge on(Instant other) {
    return new InMemoryKnowledge(histories, position, other);
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public Instant on() {
    return on;
  }

  @Override
  public boolean exists(Party party) {
    return switch (party.kind()) {
      case PERSON -> !histories.timeline("person/" + party.id()).segments().isEmpty();
      case ROLE -> role(new RoleId(party.id())).filter(row -> !row.abolished()).isPresent();
      case BODY -> body(new BodyId(party.id())).filter(row -> !row.dissolved()).isPresent();
      case GROUP ->
          group(new GroupId(party.id()))
              .filter(row -> row.state() != GroupState.DISSOLVED)
              .isPresent();
    };
  }

  @Override
  public Optional<Dated<MandateRow>> mandate(MandateId mandate) {
    List<Segment> segments = histories.timeline("mandate/" + mandate).segments();
    return segments.stream()
        .filter(segment -> segment.covers(on) || segment.from().isAfter(on))
        .findFirst()
        .map(segment -> dated(MandateRow.class, segment));
  }

  @Override
  public List<MandateId> mandatesHeldBy(Set<Party> holders) {
    return histories.entities("mandate").stream()
        .map(entity -> histories.timeline(entity).segments())
        .filter(segments -> !segments.isEmpty())
        .map(segments -> (MandateRow) segments.getFirst().row())
        .filter(row -> holders.contains(row.terms().holder()))
        .map(MandateRow::mandate)
        .toList();
  }

  @Override
  public List<AppointmentRow> rolesOf(PersonId person) {
    return histories.entities("appointment").stream()
        .filter(entity -> entity.endsWith("/" + person))
        .flatMap(entity -> row(entity, AppointmentRow.class).stream())
        .toList();
  }

  @Override
  public Optional<RoleRow> role(RoleId role) {
    return row("role/" + role, RoleRow.class);
  }

  @Override
  public Optional<BodyRow> body(BodyId body) {
    return row("body/" + body, BodyRow.class);
  }

  @Override
  public Optional<GroupRow> group(GroupId group) {
    return row("group/" + group, GroupRow.class);
  }

  @Override
  public List<MandateId> delegationsOf(BodyId body) {
    return histories.entities("mandate").stream()
        .map(entity -> histories.timeline(entity).segments())
        .filter(segments -> !segments.isEmpty())
        .map(segments -> (MandateRow) segments.getFirst().row())
        .filter(row -> row.terms().delegate() != null)
        .filter(row -> row.terms().principal().equals(body) || body.equals(row.terms().delegate()))
        .map(MandateRow::mandate)
        .toList();
  }

  @Override
  public Optional<PowerRow> power(PowerId power) {
    return row("power/" + power, PowerRow.class);
  }

  @Override
  public boolean attributed(PowerId power, BodyId body) {
    return row("attribution/" + power + "/" + body, Row.AttributionRow.class).isPresent();
  }

  @Override
  public Optional<DecisionRow> decision(DecisionId decision) {
    return histories.timeline("decision/" + decision).segments().stream()
        .map(segment -> (DecisionRow) segment.row())
        .reduce((_, last) -> last);
  }

  @Override
  public List<Amount> used(MandateId mandate, String category) {
    Map<String, Amount> totals = new LinkedHashMap<>();
    for (Histories.Taken taken : histories.decisions()) {
      Act act = taken.decision().act();
      Obligation value = act == null ? null : act.value();
      if (value != null
          && value.category().equals(category)
          && taken.decision().mandatesUsed().contains(mandate)
          && !taken.at().isAfter(on)) {
        Amount total = value.total();
        totals.merge(total.currency() + " " + total.vat(), total, Amount::plus);
      }
    }
    return new ArrayList<>(totals.values());
  }

  private <R extends Row> Optional<R> row(String entity, Class<R> type) {
    return histories.timeline(entity).on(on).map(segment -> type.cast(segment.row()));
  }

  private static <R extends Row> Dated<R> dated(Class<R> type, Segment segment) {
    return new Dated<>(type.cast(segment.row()), segment.from(), segment.until());
  }
}
