package nl.korf.auditor.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
import nl.korf.model.knowledge.Dated;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Obligation;
import nl.korf.model.view.Row;
import nl.korf.model.view.Row.AppointmentRow;
import nl.korf.model.view.Row.AttributionRow;
import nl.korf.model.view.Row.BodyRow;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.PowerRow;
import nl.korf.model.view.Row.RoleRow;
import nl.korf.model.view.Segment;

/**
 * The world as the rules saw it, from the facts of an export.
 *
 * @param position what is known at it counts
 * @param on the instant the questions are about
 * @param history whether what was spent counts from when it was recorded, as it does where history
 *     is imported, and not from when it was decided
 */
record ReplayedKnowledge(FactIndex facts, long position, Instant on, boolean history)
    implements Knowledge {

  @Override
  public boolean exists(Party party) {
    return switch (party.kind()) {
      case PERSON -> !segments("person/" + party.id()).isEmpty();
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
    return segments("mandate/" + mandate).stream()
        .filter(segment -> segment.covers(on) || segment.from().isAfter(on))
        .findFirst()
        .map(one -> new Dated<>((MandateRow) one.row(), one.from(), one.until()));
  }

  @Override
  public List<MandateId> mandatesHeldBy(Set<Party> holders) {
    Set<MandateId> held = new TreeSet<>(Comparator.comparing(MandateId::value));
    holders.forEach(holder -> held.addAll(facts.held(holder)));
    return held.stream().filter(this::known).toList();
  }

  private boolean known(MandateId mandate) {
    return !segments("mandate/" + mandate).isEmpty();
  }

  @Override
  public List<AppointmentRow> rolesOf(PersonId person) {
    return facts.appointments(person).stream()
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
  public Optional<PowerRow> power(PowerId power) {
    return row("power/" + power, PowerRow.class);
  }

  @Override
  public boolean attributed(PowerId power, BodyId body) {
    return row("attribution/" + power + "/" + body, AttributionRow.class).isPresent();
  }

  @Override
  public List<MandateId> delegationsOf(BodyId body) {
    return facts.delegations(body).stream().filter(this::known).toList();
  }

  @Override
  public Optional<DecisionRow> decision(DecisionId decision) {
    List<Segment> segments = segments("decision/" + decision);
    return segments.isEmpty()
        ? Optional.empty()
        : Optional.of((DecisionRow) segments.getLast().row());
  }

  @Override
  public List<Amount> used(MandateId mandate, String category) {
    Map<String, Amount> totals = new LinkedHashMap<>();
    for (FactIndex.Use use : facts.uses(mandate)) {
      Act act = use.decision().act();
      Obligation value = act == null ? null : act.value();
      if (value != null
          && value.category().equals(category)
          && use.position() <= position
          && (history || !use.at().isAfter(on))) {
        Amount total = value.total();
        totals.merge(total.currency() + " " + total.vat(), total, Amount::plus);
      }
    }
    return new ArrayList<>(totals.values());
  }

  private List<Segment> segments(String entity) {
    return facts.timeline(entity, position).segments();
  }

  private <R extends Row> Optional<R> row(String entity, Class<R> type) {
    return facts.timeline(entity, position).on(on).map(Segment::row).map(type::cast);
  }
}
