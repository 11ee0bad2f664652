package nl.korf.service.authority;

import java.time.Instant;
import java.util.List;
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

/** The world as it is, but of the mandates somebody holds only one, and what fixes its amounts. */
record OneMandate(Knowledge world, MandateId only) implements Knowledge {

  @Override
  public List<MandateId> mandatesHeldBy(Set<Party> holders) {
    return world.mandatesHeldBy(holders).stream().filter(this::counts).toList();
  }

  private boolean counts(MandateId held) {
    return held.equals(only)
        || world.mandate(held).filter(link -> link.row().terms().facetOf() != null).isPresent();
  }

  @Override
  public long position() {
    return world.position();
  }

  @Override
  public Instant on() {
    return world.on();
  }

  @Override
  public boolean exists(Party party) {
    return world.exists(party);
  }

  @Override
  public Optional<Dated<MandateRow>> mandate(MandateId mandate) {
    return world.mandate(mandate);
  }

  @Override
  public List<AppointmentRow> rolesOf(PersonId person) {
    return world.rolesOf(person);
  }

  @Override
  public Optional<RoleRow> role(RoleId role) {
    return world.role(role);
  }

  @Override
  public Optional<BodyRow> body(BodyId body) {
    return world.body(body);
  }

  @Override
  public Optional<GroupRow> group(GroupId group) {
    return world.group(group);
  }

  @Override
  public List<MandateId> delegationsOf(BodyId body) {
    return world.delegationsOf(body);
  }

  @Override
  public Optional<PowerRow> power(PowerId power) {
    return world.power(power);
  }

  @Override
  public boolean attributed(PowerId power, BodyId body) {
    return world.attributed(power, body);
  }

  @Override
  public Optional<DecisionRow> decision(DecisionId decision) {
    return world.decision(decision);
  }

  @Override
  public List<Amount> used(MandateId mandate, String category) {
    return world.used(mandate, category);
  }
}
