package nl.korf.service.entities;

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
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.GroupEvent.GroupState;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.knowledge.Dated;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.money.Amount;
import nl.korf.model.view.Row.AppointmentRow;
import nl.korf.model.view.Row.BodyRow;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.PowerRow;
import nl.korf.model.view.Row.RoleRow;
import nl.korf.service.kernel.Criteria;

/**
 * What rules ask, answered from one command's boundary: whatever a rule looked at was still so
 * where the facts land. Which mandates a person holds cannot be asked of a boundary (holders are no
 * tags), so the mandates to consider are given; a missing one can only make the answer stricter.
 */
public final class SourcedKnowledge implements Knowledge {

  private final Entities entities;
  private final Collection<MandateId> candidates;
  private final RecordedUse recordedUse;

  /**
   * Knowledge of the boundary the entities are sourced in.
   *
   * @param candidates mandates that somebody might hold, from a read model or a command
   */
  public SourcedKnowledge(
      Entities entities, Collection<MandateId> candidates, RecordedUse recordedUse) {
    this.entities = entities;
    this.candidates = List.copyOf(candidates);
    this.recordedUse = recordedUse;
  }

  @Override
  public long position() {
    return entities.boundary().position();
  }

  @Override
  public Instant on() {
    return entities.now();
  }

  @Override
  public boolean exists(Party party) {
    return switch (party.kind()) {
      case PERSON -> entities.person(new PersonId(party.id())).isPresent();
      case ROLE ->
          entities.role(new RoleId(party.id())).filter(row -> !row.abolished()).isPresent();
      case BODY ->
          entities.body(new BodyId(party.id())).filter(row -> !row.dissolved()).isPresent();
      case GROUP ->
          entities
              .group(new GroupId(party.id()))
              .filter(row -> row.state() != GroupState.DISSOLVED)
              .isPresent();
    };
  }

  @Override
  public Optional<Dated<MandateRow>> mandate(MandateId mandate) {
    return entities
        .mandate(mandate)
        .map(row -> new Dated<>(row, entities.origin(row).since(), entities.origin(row).until()));
  }

  @Override
  public List<MandateId> mandatesHeldBy(Set<Party> holders) {
    return candidates.stream()
        .filter(id ->
            entities.mandate(id).filter(row -> holders.contains(row.terms().holder())).isPresent())
        .sorted(java.util.Comparator.comparing(MandateId::value))
        .toList();
  }

  @Override
  public List<AppointmentRow> rolesOf(PersonId person) {
    return entities.rolesOf(person);
  }

  @Override
  public Optional<RoleRow> role(RoleId role) {
    return entities.role(role);
  }

  @Override
  public Optional<BodyRow> body(BodyId body) {
    return entities.body(body);
  }

  @Override
  public Optional<GroupRow> group(GroupId group) {
    return entities.group(group);
  }

  @Override
  public List<MandateId> delegationsOf(BodyId body) {
    return MandateEntities.in(entities).delegationsOf(body);
  }

  @Override
  public Optional<PowerRow> power(PowerId power) {
    return entities.power(power);
  }

  @Override
  public boolean attributed(PowerId power, BodyId body) {
    return entities.attribution(power, body).isPresent();
  }

  @Override
  public Optional<DecisionRow> decision(DecisionId decision) {
    return entities.decision(decision);
  }

  /**
   * The sum of a read model and of the facts after it. A cap is contended by nature: commands of
   * this node that use it queue here.
   */
  @Override
  public List<Amount> used(MandateId mandate, String category) {
    entities.boundary().queueOn("mandate-cap:" + mandate);
    RecordedUse.Known known = recordedUse.of(mandate, category, on());
    Map<String, Amount> totals = new LinkedHashMap<>();
    known.totals().forEach(amount -> add(totals, amount));
    Criteria uses = Criteria.tagged("mandate-use", mandate, DecisionTaken.class);
    entities
        .boundary()
        .loadAfter(known.position(), uses, totals, (sum, fact) -> with(sum, fact, category));
    return new ArrayList<>(totals.values());
  }

  private static Map<String, Amount> with(
      Map<String, Amount> totals, RecordedFact fact, String category) {
    if (fact.fact() instanceof DecisionTaken taken) {
      Act act = taken.act();
      if (act != null && act.value() != null && act.value().category().equals(category)) {
        add(totals, act.value().total());
      }
    }
    return totals;
  }

  private static void add(Map<String, Amount> totals, Amount amount) {
    totals.merge(amount.currency() + " " + amount.vat(), amount, Amount::plus);
  }
}
