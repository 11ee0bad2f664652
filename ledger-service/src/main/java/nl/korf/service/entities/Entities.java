package nl.korf.service.entities;

import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.GroupId;
import nl.korf.model.Identifier;
import nl.korf.model.InitiativeId;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.RoleId;
import nl.korf.model.facts.DecisionEvent;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.InitiativeEvent;
import nl.korf.model.facts.LedgerEvent.LedgerFounded;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.view.Evolution;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Row;
import nl.korf.model.view.Row.AppointmentRow;
import nl.korf.model.view.Row.AttributionRow;
import nl.korf.model.view.Row.BodyRow;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.model.view.Row.InvolvementRow;
import nl.korf.model.view.Row.LinkRow;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.MembershipRow;
import nl.korf.model.view.Row.PersonRow;
import nl.korf.model.view.Row.PowerRow;
import nl.korf.model.view.Row.RoleRow;
import nl.korf.model.view.Segment;
import nl.korf.model.view.Timeline;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Criteria;
import org.jspecify.annotations.Nullable;

/**
 * Entities as sourced in one boundary. Each question adds to the boundary exactly the facts its
 * answer rests on: those that change the entity, never those that only use it.
 */
public final class Entities {

  private final Boundary boundary;
  private Instant now;
  private final Map<Criteria, List<RecordedFact>> sourced = new HashMap<>();
  private final IdentityHashMap<Row, Origin> origins = new IdentityHashMap<>();

  private final boolean past;

  private Entities(Boundary boundary, Instant now, boolean past) {
    this.boundary = boundary;
    this.now = now;
    this.past = past;
  }

  public static Entities in(Boundary boundary) {
    return new Entities(boundary, boundary.now(), false);
  }

  /** Entities as in force at an instant, by all that is known: for history that is recorded now. */
  public static Entities on(Boundary boundary, Instant instant) {
    return new Entities(boundary, instant, true);
  }

  /** The moment the questions are about: the moment of deciding, or the instant asked for. */
  public Instant now() {
    return now;
  }

  public Boundary boundary() {
    return boundary;
  }

  /** Whether this is an example ledger, marked so at birth: by its first fact and no later one. */
  public boolean exampleLedger() {
    return facts(Criteria.ofTypes(LedgerFounded.class)).stream()
        .filter(f -> f.position() == 1)
        .anyMatch(f -> f.fact() instanceof LedgerFounded founded && founded.example());
  }

  public Optional<PersonRow> person(PersonId id) {
    return inForce(ReadModel.PEOPLE, "person/" + id, EntityCriteria.person(id), PersonRow.class);
  }

  public Optional<BodyRow> body(BodyId id) {
    return inForce(ReadModel.BODIES, "body/" + id, EntityCriteria.body(id), BodyRow.class);
  }

  public Optional<RoleRow> role(RoleId id) {
    return inForce(ReadModel.ROLES, "role/" + id, EntityCriteria.role(id), RoleRow.class);
  }

  public Optional<GroupRow> group(GroupId id) {
    return inForce(ReadModel.GROUPS, "group/" + id, EntityCriteria.group(id), GroupRow.class);
  }

  public Optional<PowerRow> power(PowerId id) {
    return inForce(ReadModel.POWERS, "power/" + id, EntityCriteria.power(id), PowerRow.class);
  }

  public Optional<InitiativeRow> initiative(InitiativeId id) {
    return inForce(
        ReadModel.INITIATIVES,
        "initiative/" + id,
        EntityCriteria.initiative(id),
        InitiativeRow.class);
  }

  /** The initiative with its stage, which decisions move too. */
  public Optional<InitiativeRow> initiativeWithStage(InitiativeId id) {
    Criteria facts =
        EntityCriteria.initiative(id)
            .or(
                Criteria.tagged(
                    "initiative",
                    id,
                    DecisionTaken.class,
                    DecisionEvent.DecisionRepealed.class,
                    DecisionEvent.DecisionSuperseded.class));
    return inForce(ReadModel.INITIATIVES, "initiative/" + id, facts, InitiativeRow.class);
  }

  /** The mandate as it stands now or, where it has yet to begin, as it will be first. */
  public Optional<MandateRow> mandate(MandateId id) {
    return nowOrLater(
        ReadModel.MANDATES, "mandate/" + id, EntityCriteria.mandate(id), MandateRow.class);
  }

  public Optional<DecisionRow> decision(DecisionId id) {
    Criteria facts = Criteria.tagged("decision", id, DecisionTaken.class);
    return nowOrLater(ReadModel.DECISIONS, "decision/" + id, facts, DecisionRow.class);
  }

  /** Roles a person holds now. */
  public List<AppointmentRow> rolesOf(PersonId person) {
    Criteria facts = EntityCriteria.appointmentsOf(person);
    return allInForce(ReadModel.ROLES, facts, AppointmentRow.class);
  }

  /** Appointments of anybody to a role that run now or later. */
  public List<Segment> appointmentsTo(RoleId role) {
    return appointments(EntityCriteria.appointmentsTo(role));
  }

  /** Appointments of one person to a role that run now or later. */
  public List<Segment> appointmentsTo(RoleId role, PersonId person) {
    return appointments(EntityCriteria.appointmentsTo(role, person));
  }

  private List<Segment> appointments(Criteria facts) {
    return timelines(ReadModel.ROLES, facts)
        .flatMap(timeline -> timeline.segments().stream())
        .filter(segment -> segment.row() instanceof AppointmentRow)
        .filter(this::notOver)
        .toList();
  }

  /** What a person is in a group now, one row for each capacity. */
  public List<MembershipRow> membershipsOf(PersonId person, GroupId group) {
    Criteria facts = EntityCriteria.memberships(person, group);
    return allInForce(ReadModel.GROUPS, facts, MembershipRow.class);
  }

  /** The attribution of exactly this power to the body. */
  public Optional<AttributionRow> attribution(PowerId power, BodyId body) {
    Criteria facts = EntityCriteria.attribution(power, body);
    return allInForce(ReadModel.POWERS, facts, AttributionRow.class).stream().findFirst();
  }

  public boolean involved(InitiativeId initiative, PersonId person, String capacity) {
    Criteria facts = EntityCriteria.involvements(initiative, person);
    return allInForce(ReadModel.INITIATIVES, facts, InvolvementRow.class).stream()
        .anyMatch(row -> row.capacity().equals(capacity));
  }

  /** Relations of an initiative to others, in either direction. */
  public List<LinkRow> linksOf(InitiativeId initiative) {
    Criteria facts = EntityCriteria.links(initiative);
    return allInForce(ReadModel.INITIATIVES, facts, LinkRow.class);
  }

  /** The position at which an identifier was given out, whatever became of it. */
  public Optional<Long> taken(Identifier id) {
    return facts(EntityCriteria.givenOut(id)).stream().findFirst().map(RecordedFact::position);
  }

  /** Which fact gave a row returned by this instance, and since when it holds. */
  public Origin origin(Row row) {
    return Objects.requireNonNull(origins.get(row), row.entity());
  }

  /** The first moment at which something answered here is known to end; null: none does. */
  public @Nullable Instant firstEnd() {
    return origins.values().stream()
        .map(Origin::until)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(null);
  }

  /**
   * Where a row comes from.
   *
   * @param position of the fact that made it what it is
   * @param since when that took effect
   * @param until when it is known to end, or null
   */
  public record Origin(long position, Instant since, @Nullable Instant until) {}

  <R extends Row> Optional<R> inForce(
      ReadModel model, String entity, Criteria criteria, Class<R> kind) {
    return rows(timeline(model, entity, criteria).on(now()), model, criteria, kind);
  }

  private <R extends Row> Optional<R> nowOrLater(
      ReadModel model, String entity, Criteria criteria, Class<R> kind) {
    Optional<Segment> first =
        timeline(model, entity, criteria).segments().stream().filter(this::notOver).findFirst();
    return rows(first, model, criteria, kind);
  }

  <R extends Row> List<R> allInForce(ReadModel model, Criteria criteria, Class<R> kind) {
    return timelines(model, criteria)
        .flatMap(timeline -> rows(timeline.on(now()), model, criteria, kind).stream())
        .toList();
  }

  private <R extends Row> Optional<R> rows(
      Optional<Segment> segment, ReadModel model, Criteria criteria, Class<R> kind) {
    segment.ifPresent(found -> origins.put(found.row(), origin(found, model, criteria)));
    return segment.map(Segment::row).filter(kind::isInstance).map(kind::cast);
  }

  private Origin origin(Segment segment, ReadModel model, Criteria criteria) {
    Evolution evolution = Evolution.of(model);
    String entity = segment.row().entity();
    List<RecordedFact> changes =
        facts(criteria).stream()
            .filter(fact -> evolution.entities(fact).contains(entity))
            .filter(fact -> !fact.envelope().effectiveAt().isAfter(segment.from()))
            .toList();
    long position = changes.isEmpty() ? 0 : changes.getLast().position();
    return new Origin(position, segment.from(), segment.until());
  }

  private boolean notOver(Segment segment) {
    return segment.until() == null || segment.until().isAfter(now());
  }

  private Timeline timeline(ReadModel model, String entity, Criteria criteria) {
    return Timeline.fold(Evolution.of(model), entity, facts(criteria));
  }

  private Stream<Timeline> timelines(ReadModel model, Criteria criteria) {
    Evolution evolution = Evolution.of(model);
    List<RecordedFact> facts = facts(criteria);
    return facts.stream()
        .flatMap(fact -> evolution.entities(fact).stream())
        .distinct()
        .sorted()
        .map(entity -> Timeline.fold(evolution, entity, facts));
  }

  /** The person who proposed an initiative, where one did. */
  public Optional<PersonId> proposerOf(InitiativeId id) {
    return facts(EntityCriteria.initiative(id)).stream()
        .filter(fact -> fact.fact() instanceof InitiativeEvent.InitiativeProposed)
        .map(fact -> fact.envelope().actor())
        .filter(actor -> actor.startsWith("person:"))
        .findFirst()
        .map(actor -> new PersonId(actor.substring("person:".length())));
  }

  /** The facts that match, sourced once. */
  public List<RecordedFact> facts(Criteria criteria) {
    return sourced.computeIfAbsent(criteria, this::source);
  }

  /** A fact of a node whose clock is ahead is not in the future: now is never before it. */
  private List<RecordedFact> source(Criteria criteria) {
    List<RecordedFact> facts = boundary.facts(criteria);
    if (!past && !facts.isEmpty() && facts.getLast().envelope().recordedAt().isAfter(now)) {
      now = facts.getLast().envelope().recordedAt();
    }
    return facts;
  }
}
