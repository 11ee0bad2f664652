package nl.korf.projections.knowledge;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
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
import nl.korf.projections.people.PeopleView;
import nl.korf.projections.powers.PowersView;
import nl.korf.projections.roles.RolesView;

/**
 * {@link Knowledge} from the read models, at one position and instant. Remembers what it looked up:
 * make one per question. A command must not decide on it without the position in its append
 * condition.
 */
public final class ReadModelKnowledge implements Knowledge {

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
    if (!mandates.containsKey(mandate)) {
      mandates.put(mandate, Optional.empty());
      new MandatesView(reads)
          .standing(asOf, mandate)
          .ifPresent(standing -> {
            mandates.put(mandate, Optional.of(dated(standing.mandate())));
            standing
                .above()
                .forEach(link -> mandates.put(link.row().mandate(), Optional.of(dated(link))));
          });
    }
    return mandates.getOrDefault(mandate, Optional.empty());
  }

  @Override
  public List<MandateId> mandatesHeldBy(Set<Party> holders) {
    return new MandatesView(reads).everHeldBy(asOf.position(), holders);
  }

  @Override
  public List<AppointmentRow> rolesOf(PersonId person) {
    // in the order a boundary sources them: both must find the same path first
    return new RolesView(reads)
        .heldBy(asOf, person).stream()
            .map(Held::row)
            .sorted(Comparator.comparing(AppointmentRow::entity))
            .toList();
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
