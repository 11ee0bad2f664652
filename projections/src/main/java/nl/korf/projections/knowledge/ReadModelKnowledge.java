package nl.korf.projections.knowledge;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import nl.korf.model.mandates.MandateTerms;
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
import nl.korf.projections.mandates.Reach;
import nl.korf.projections.mandates.Standing;
import nl.korf.projections.powers.PowersView;
import nl.korf.projections.powers.UpFrom;
import nl.korf.projections.roles.RolesView;

/**
 * {@link Knowledge} from the read models, at one position and instant. Remembers what it looked up:
 * make one per question. A command must not decide on it without the position in its append
 * condition.
 */
public final class ReadModelKnowledge implements Knowledge {

  /** Most mandates that are looked up in one question. */
  private static final int LOOKED_UP_MAX = 1_000;

  private final Reads reads;
  private final AsOf asOf;
  private final Map<PersonId, Actor> actors = new HashMap<>();
  private final Map<Party, List<MandateId>> held = new HashMap<>();
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
      case PERSON -> actor(new PersonId(party.id())).known();
      case ROLE -> role(new RoleId(party.id())).filter(row -> !row.abolished()).isPresent();
      case BODY -> body(new BodyId(party.id())).filter(row -> !row.dissolved()).isPresent();
      case GROUP ->
          group(new GroupId(party.id()))
              .filter(row -> row.state() != GroupState.DISSOLVED)
              .isPresent();
    };
  }

  /** Looks up what they can act as in one go: who asks whether somebody is there asks for that. */
  private Actor actor(PersonId person) {
    Actor known = actors.get(person);
    if (known != null) {
      return known;
    }
    Actor found = Actor.find(reads, asOf, person);
    actors.put(person, found);
    found.roles().forEach(roles::putIfAbsent);
    return found;
  }

  /** Looks up the whole chain above it in one go: who asks for a mandate asks for its parent. */
  @Override
  public Optional<Dated<MandateRow>> mandate(MandateId mandate) {
    lookUp(List.of(mandate));
    return mandates.getOrDefault(mandate, Optional.empty());
  }

  private void lookUp(Collection<MandateId> asked) {
    List<MandateId> missing =
        asked.stream().filter(mandate -> !mandates.containsKey(mandate)).toList();
    for (int from = 0; from < missing.size(); from += LOOKED_UP_MAX) {
      List<MandateId> piece = missing.subList(from, Math.min(missing.size(), from + LOOKED_UP_MAX));
      piece.forEach(mandate -> mandates.put(mandate, Optional.empty()));
      for (Standing standing : new MandatesView(reads).standings(asOf, piece).values()) {
        Stream.concat(Stream.of(standing.mandate()), standing.above().stream())
            .forEach(this::remember);
      }
    }
  }

  private void remember(Held<MandateRow> link) {
    mandates.put(link.row().mandate(), Optional.of(dated(link)));
  }

  /**
   * Looks up their chains in one go as well, with the delegations that may stand in the way, and
   * the powers at the roots: whoever asks which there are asks for all of that.
   */
  @Override
  public List<MandateId> mandatesHeldBy(Set<Party> holders) {
    Set<Party> unknown = new LinkedHashSet<>(holders);
    unknown.removeAll(held.keySet());
    if (!unknown.isEmpty()) {
      unknown.addAll(holdersOfFacets());
      reach(unknown);
    }
    return holders.stream()
        .flatMap(holder -> held.getOrDefault(holder, List.of()).stream())
        .distinct()
        .sorted(Comparator.comparing(MandateId::value))
        .toList();
  }

  /** Where a mandate states no amounts, others of its holder do: these are asked for together. */
  private Set<Party> holdersOfFacets() {
    return mandates.values().stream()
        .flatMap(Optional::stream)
        .map(link -> link.row().terms())
        .filter(terms -> !terms.amountsStated())
        .map(MandateTerms::holder)
        .filter(holder -> !held.containsKey(holder))
        .collect(Collectors.toSet());
  }

  private void reach(Set<Party> holders) {
    Set<BodyId> bodies =
        holders.stream()
            .filter(holder -> holder.kind() == Party.Kind.BODY)
            .map(holder -> new BodyId(holder.id()))
            .collect(Collectors.toSet());
    Reach found = new MandatesView(reads).reach(asOf, holders, bodies);
    found.links().forEach((id, link) -> mandates.put(id, link.map(ReadModelKnowledge::dated)));
    held.putAll(found.held());
    delegations.putAll(found.delegations());
    Stream.of(found.held(), found.delegations())
        .flatMap(several -> several.values().stream())
        .forEach(this::lookUp);
    lookUpPowers(
        found.links().values().stream()
            .flatMap(Optional::stream)
            .map(Held::row)
            .filter(row -> row.parent() == null)
            .map(row -> row.terms().power())
            .collect(Collectors.toSet()));
  }

  @Override
  public List<AppointmentRow> rolesOf(PersonId person) {
    return actor(person).appointments();
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
    List<MandateId> known = delegations.get(body);
    if (known != null) {
      return known;
    }
    reach(Set.of(Party.of(body)));
    return delegations.getOrDefault(body, List.of());
  }

  /** Looks up all above it in one go, and who holds which: who asks for a power asks for those. */
  @Override
  public Optional<PowerRow> power(PowerId power) {
    lookUpPowers(Set.of(power));
    return powers.getOrDefault(power, Optional.empty());
  }

  @Override
  public boolean attributed(PowerId power, BodyId body) {
    lookUpPowers(Set.of(power));
    return attributions.getOrDefault(power, Set.of()).contains(body);
  }

  private void lookUpPowers(Set<PowerId> asked) {
    List<PowerId> missing = asked.stream().filter(power -> !powers.containsKey(power)).toList();
    if (!missing.isEmpty()) {
      UpFrom found = new PowersView(reads).upFrom(asOf, missing);
      powers.putAll(found.powers());
      attributions.putAll(found.attributed());
    }
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
