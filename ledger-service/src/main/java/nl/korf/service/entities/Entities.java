package nl.korf.service.entities;

import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import nl.korf.model.facts.BodyEvent;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.GroupEvent;
import nl.korf.model.facts.GroupEvent.MemberJoined;
import nl.korf.model.facts.GroupEvent.MemberLeft;
import nl.korf.model.facts.InitiativeEvent;
import nl.korf.model.facts.LedgerEvent.LedgerFounded;
import nl.korf.model.facts.MandateEvent;
import nl.korf.model.facts.PeopleEvent.PersonRegistered;
import nl.korf.model.facts.PowerEvent;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoleEvent;
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
import nl.korf.service.kernel.Criteria.Selection;
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

  /** Whether this is an example ledger, marked so at birth. */
  public boolean exampleLedger() {
    return facts(Criteria.ofTypes(LedgerFounded.class)).stream()
        .anyMatch(f -> f.fact() instanceof LedgerFounded founded && founded.example());
  }

  public Optional<PersonRow> person(PersonId id) {
    return inForce(ReadModel.PEOPLE, "person/" + id, peopleFacts(id), PersonRow.class);
  }

  public Optional<BodyRow> body(BodyId id) {
    return inForce(ReadModel.BODIES, "body/" + id, bodyFacts(id), BodyRow.class);
  }

  public Optional<RoleRow> role(RoleId id) {
    return inForce(ReadModel.ROLES, "role/" + id, roleFacts(id), RoleRow.class);
  }

  public Optional<GroupRow> group(GroupId id) {
    return inForce(ReadModel.GROUPS, "group/" + id, groupFacts(id), GroupRow.class);
  }

  public Optional<PowerRow> power(PowerId id) {
    return inForce(ReadModel.POWERS, "power/" + id, powerFacts(id), PowerRow.class);
  }

  public Optional<InitiativeRow> initiative(InitiativeId id) {
    return inForce(
        ReadModel.INITIATIVES, "initiative/" + id, initiativeFacts(id), InitiativeRow.class);
  }

  /** The initiative with its stage, which decisions move too. */
  public Optional<InitiativeRow> initiativeWithStage(InitiativeId id) {
    Criteria facts = initiativeFacts(id).or(Criteria.tagged("initiative", id, DecisionTaken.class));
    return inForce(ReadModel.INITIATIVES, "initiative/" + id, facts, InitiativeRow.class);
  }

  /** The mandate as it stands now or, where it has yet to begin, as it will be first. */
  public Optional<MandateRow> mandate(MandateId id) {
    return nowOrLater(ReadModel.MANDATES, "mandate/" + id, mandateFacts(id), MandateRow.class);
  }

  public Optional<DecisionRow> decision(DecisionId id) {
    Criteria facts = Criteria.tagged("decision", id, DecisionTaken.class);
    return nowOrLater(ReadModel.DECISIONS, "decision/" + id, facts, DecisionRow.class);
  }

  /** Roles a person holds now. */
  public List<AppointmentRow> rolesOf(PersonId person) {
    Criteria facts =
        Criteria.tagged("person", person, RoleEvent.RoleAssigned.class, RoleEvent.RoleEnded.class);
    return allInForce(ReadModel.ROLES, facts, AppointmentRow.class);
  }

  /** Appointments of anybody to a role that run now or later. */
  public List<Segment> appointmentsTo(RoleId role) {
    return appointments(
        Criteria.tagged("role", role, RoleEvent.RoleAssigned.class, RoleEvent.RoleEnded.class));
  }

  /** Appointments of one person to a role that run now or later. */
  public List<Segment> appointmentsTo(RoleId role, PersonId person) {
    return appointments(
        new Criteria(
            List.of(
                new Selection(
                    Set.of("role=" + role, "person=" + person),
                    Set.of(RoleEvent.RoleAssigned.class, RoleEvent.RoleEnded.class)))));
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
    Criteria facts =
        new Criteria(
            List.of(
                new Selection(
                    Set.of("group=" + group, "person=" + person),
                    Set.of(MemberJoined.class, MemberLeft.class))));
    return allInForce(ReadModel.GROUPS, facts, MembershipRow.class);
  }

  /** The attribution of exactly this power to the body. */
  public Optional<AttributionRow> attribution(PowerId power, BodyId body) {
    Criteria facts =
        new Criteria(
            List.of(
                new Selection(
                    Set.of("power=" + power, "body=" + body),
                    Set.of(PowerEvent.PowerAttributed.class, PowerEvent.AttributionEnded.class))));
    return allInForce(ReadModel.POWERS, facts, AttributionRow.class).stream().findFirst();
  }

  public boolean involved(InitiativeId initiative, PersonId person, String capacity) {
    Criteria facts =
        new Criteria(
            List.of(
                new Selection(
                    Set.of("initiative=" + initiative, "person=" + person),
                    Set.of(
                        InitiativeEvent.PersonInvolved.class,
                        InitiativeEvent.PersonReleased.class))));
    return allInForce(ReadModel.INITIATIVES, facts, InvolvementRow.class).stream()
        .anyMatch(row -> row.capacity().equals(capacity));
  }

  /** Relations of an initiative to others, in either direction. */
  public List<LinkRow> linksOf(InitiativeId initiative) {
    Criteria facts =
        Criteria.tagged(
            "initiative",
            initiative,
            InitiativeEvent.InitiativeLinked.class,
            InitiativeEvent.InitiativeUnlinked.class);
    return allInForce(ReadModel.INITIATIVES, facts, LinkRow.class);
  }

  /** The position at which an identifier was given out, whatever became of it. */
  public Optional<Long> taken(Identifier id) {
    Criteria first =
        switch (id) {
          case PersonId person -> peopleFacts(person);
          case BodyId body -> Criteria.tagged("body", body, BodyEvent.BodyRegistered.class);
          case RoleId role -> Criteria.tagged("role", role, RoleEvent.RoleRegistered.class);
          case GroupId group -> Criteria.tagged("group", group, GroupEvent.GroupFormed.class);
          case PowerId power -> powerFacts(power);
          case MandateId mandate -> mandateGrants(mandate);
          case InitiativeId initiative ->
              Criteria.tagged("initiative", initiative, InitiativeEvent.InitiativeProposed.class);
          case DecisionId decision -> Criteria.tagged("decision", decision, DecisionTaken.class);
        };
    return facts(first).stream().findFirst().map(RecordedFact::position);
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

  private <R extends Row> Optional<R> inForce(
      ReadModel model, String entity, Criteria criteria, Class<R> kind) {
    return rows(timeline(model, entity, criteria).on(now()), model, criteria, kind);
  }

  private <R extends Row> Optional<R> nowOrLater(
      ReadModel model, String entity, Criteria criteria, Class<R> kind) {
    Optional<Segment> first =
        timeline(model, entity, criteria).segments().stream().filter(this::notOver).findFirst();
    return rows(first, model, criteria, kind);
  }

  private <R extends Row> List<R> allInForce(ReadModel model, Criteria criteria, Class<R> kind) {
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
    return facts(initiativeFacts(id)).stream()
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

  private static Criteria peopleFacts(PersonId id) {
    return Criteria.tagged("person", id, PersonRegistered.class);
  }

  private static Criteria bodyFacts(BodyId id) {
    return Criteria.tagged("body", id, BodyEvent.class);
  }

  private static Criteria roleFacts(RoleId id) {
    return Criteria.tagged(
        "role", id, RoleEvent.RoleRegistered.class, RoleEvent.RoleAbolished.class);
  }

  private static Criteria groupFacts(GroupId id) {
    return Criteria.tagged(
        "group",
        id,
        GroupEvent.GroupFormed.class,
        GroupEvent.GroupRenamed.class,
        GroupEvent.GroupMoved.class,
        GroupEvent.GroupReclassified.class,
        GroupEvent.GroupArchived.class,
        GroupEvent.GroupRestored.class,
        GroupEvent.GroupDissolved.class);
  }

  private static Criteria powerFacts(PowerId id) {
    return Criteria.tagged("power", id, PowerEvent.PowerRegistered.class);
  }

  /** Facts that change a mandate; decisions only use it and carry another tag. */
  public static Criteria mandateFacts(MandateId id) {
    return Criteria.tagged("mandate", id, MandateEvent.class);
  }

  private static Criteria mandateGrants(MandateId id) {
    return Criteria.tagged(
        "mandate", id, MandateEvent.MandateGranted.class, MandateEvent.SubMandateGranted.class);
  }

  private static Criteria initiativeFacts(InitiativeId id) {
    return Criteria.tagged(
        "initiative",
        id,
        InitiativeEvent.InitiativeProposed.class,
        InitiativeEvent.InitiativeRevised.class,
        InitiativeEvent.InitiativeTransferred.class,
        InitiativeEvent.GroupJoinedInitiative.class,
        InitiativeEvent.GroupLeftInitiative.class,
        InitiativeEvent.MilestoneSet.class,
        InitiativeEvent.StageChanged.class,
        InitiativeEvent.InitiativeWithdrawn.class,
        InitiativeEvent.InitiativeRestored.class);
  }
}
