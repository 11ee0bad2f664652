package nl.korf.projections.knowledge;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.GroupId;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.RoleId;
import nl.korf.model.facts.GroupEvent.GroupState;
import nl.korf.model.knowledge.Dated;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.money.Amount;
import nl.korf.model.view.Row;
import nl.korf.model.view.Row.AppointmentRow;
import nl.korf.model.view.Row.BodyRow;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.PowerRow;
import nl.korf.model.view.Row.RoleRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Reads;
import nl.korf.projections.bodies.BodiesView;
import nl.korf.projections.decisions.DecisionsView;
import nl.korf.projections.groups.GroupsView;
import nl.korf.projections.mandates.MandatesView;
import nl.korf.projections.mandates.Standing;
import nl.korf.projections.people.PeopleView;
import nl.korf.projections.powers.PowersView;
import nl.korf.projections.roles.RolesView;

/**
 * {@link Knowledge} from the read models, at one position and instant. Remembers what it looked up:
 * make one per question. A command must not decide on it without the position in its append
 * condition.
 */
public final class ReadModelKnowledge implements Knowledge {

  /** Most that is looked up in one question. */
  private static final int LOOKED_UP_MAX = 1_000;

  private final Reads reads;
  private final AsOf asOf;
  private final Map<MandateId, Optional<Dated<MandateRow>>> mandates = new HashMap<>();
  private final Map<RoleId, Optional<RoleRow>> roles = new HashMap<>();
  private final Map<PowerId, Optional<PowerRow>> powers = new HashMap<>();
  private final Map<PowerId, Set<BodyId>> attributions = new HashMap<>();
  private final Map<BodyId, List<MandateId>> delegations = new HashMap<>();

  public ReadModelKnowledge(Reads reads, AsOf asOf) {
    this.reads = reads;
    this.asOf = asOf;
  }

  @Override
  public long position() {
    return asOf.position();
  }

  @Override
  public Instant on() {
    return asOf.on();
  }

  @Override
  public boolean exists(Party party) {
    return switch (party.kind()) {
      case PERSON ->
          !new PeopleView(reads).history(asOf.position(), new PersonId(party.id())).isEmpty();
      case ROLE -> role(new RoleId(party.id())).filter(row -> !row.abolished()).isPresent();
      case BODY -> body(new BodyId(party.id())).filter(row -> !row.dissolved()).isPresent();
      case GROUP ->
          group(new GroupId(party.id()))
              .filter(row -> row.state() != GroupState.DISSOLVED)
              .isPresent();
    };
  }

  /** Looks up the whole chain above it in one go: who asks for a mandate asks for its parent. */
  @Override
  public Optional<Dated<MandateRow>> mandate(MandateId mandate) {
    lookUp(List.of(mandate));
    return mandates.getOrDefault(mandate, Optional.empty());
  }

  private void lookUp(List<MandateId> asked) {
    List<MandateId> missing =
        asked.stream().filter(mandate -> !mandates.containsKey(mandate)).toList();
    if (missing.isEmpty()) {
      return;
    }
    missing.forEach(mandate -> mandates.put(mandate, Optional.empty()));
    for (Standing standing : new MandatesView(reads).standings(asOf, missing).values()) {
      Stream.concat(Stream.of(standing.mandate()), standing.above().stream())
          .forEach(link -> mandates.put(link.row().mandate(), Optional.of(dated(link))));
    }
  }

  /** Looks up their chains in one go as well: whoever asks which there are asks for each. */
  @Override
  public List<MandateId> mandatesHeldBy(Set<Party> holders) {
    List<MandateId> held = new MandatesView(reads).everHeldBy(asOf.position(), holders);
    lookUp(held.subList(0, Math.min(held.size(), LOOKED_UP_MAX)));
    return held;
  }

  @Override
  public List<AppointmentRow> rolesOf(PersonId person) {
    // in the order a boundary sources them: both must find the same path first
    List<AppointmentRow> held =
        new RolesView(reads)
            .heldBy(asOf, person).stream()
                .map(Held::row)
                .sorted(Comparator.comparing(AppointmentRow::entity))
                .toList();
    lookUp(held);
    return held;
  }

  private void lookUp(Collection<AppointmentRow> appointments) {
    List<RoleId> missing =
        appointments.stream()
            .map(AppointmentRow::role)
            .filter(role -> !roles.containsKey(role))
            .distinct()
            .limit(LOOKED_UP_MAX)
            .toList();
    if (missing.isEmpty()) {
      return;
    }
    missing.forEach(role -> roles.put(role, Optional.empty()));
    for (Held<RoleRow> found : new RolesView(reads).found(asOf, missing)) {
      roles.put(found.row().role(), Optional.of(found.row()));
    }
  }

  @Override
  public Optional<RoleRow> role(RoleId role) {
    return roles.computeIfAbsent(role, id -> new RolesView(reads).find(asOf, id).map(Held::row));
  }

  @Override
  public Optional<BodyRow> body(BodyId body) {
    return new BodiesView(reads).find(asOf, body).map(Held::row);
  }

  @Override
  public Optional<GroupRow> group(GroupId group) {
    return new GroupsView(reads).find(asOf, group).map(Held::row);
  }

  @Override
  public List<MandateId> delegationsOf(BodyId body) {
    return delegations.computeIfAbsent(
        body, one -> new MandatesView(reads).delegationsOf(asOf.position(), one));
  }

  @Override
  public Optional<PowerRow> power(PowerId power) {
    return powers.computeIfAbsent(power, id -> new PowersView(reads).find(asOf, id).map(Held::row));
  }

  @Override
  public boolean attributed(PowerId power, BodyId body) {
    return attributions
        .computeIfAbsent(
            power,
            id ->
                Set.copyOf(
                    new PowersView(reads)
                        .attributions(asOf, id).stream().map(held -> held.row().body()).toList()))
        .contains(body);
  }

  @Override
  public Optional<DecisionRow> decision(DecisionId decision) {
    return new DecisionsView(reads)
        .history(asOf.position(), decision).stream().map(Held::row).reduce((_, last) -> last);
  }

  @Override
  public List<Amount> used(MandateId mandate, String category) {
    return new DecisionsView(reads).used(asOf, mandate, category);
  }

  private static <R extends Row> Dated<R> dated(Held<R> held) {
    return new Dated<>(held.row(), held.from(), held.until());
  }
}
