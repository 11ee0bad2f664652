package nl.korf.service.authority;

import java.time.Instant;
import java.util.ArrayList;
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
import nl.korf.model.authority.Act;
import nl.korf.model.knowledge.Dated;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Obligation;
import nl.korf.model.view.Row.AppointmentRow;
import nl.korf.model.view.Row.BodyRow;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.PowerRow;
import nl.korf.model.view.Row.RoleRow;

/**
 * The world as it is, but for what one decision spends: asked about that decision again, its own
 * obligation must not count twice against a cumulative cap (rule M5).
 *
 * @param spentFrom when its obligation began to count
 */
public record Unspent(Knowledge world, DecisionRow decision, Instant spentFrom)
    implements Knowledge {

  @Override
  public List<Amount> used(MandateId mandate, String category) {
    List<Amount> all = world.used(mandate, category);
    Act act = decision.act();
    Obligation own = act == null ? null : act.value();
    if (own == null
        || !own.category().equals(category)
        || !decision.mandatesUsed().contains(mandate)
        || spentFrom.isAfter(world.on())) {
      return all;
    }
    List<Amount> others = new ArrayList<>();
    for (Amount one : all) {
      Amount spent = own.total();
      boolean same = one.comparableWith(spent) && one.minor() >= spent.minor();
      others.add(same ? new Amount(one.minor() - spent.minor(), one.currency(), one.vat()) : one);
    }
    return List.copyOf(others);
  }

  @Override
  public List<MandateId> mandatesHeldBy(Set<Party> holders) {
    return world.mandatesHeldBy(holders);
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
  public Optional<PowerRow> power(PowerId power) {
    return world.power(power);
  }

  @Override
  public boolean attributed(PowerId power, BodyId body) {
    return world.attributed(power, body);
  }

  @Override
  public Optional<GroupRow> group(GroupId group) {
    return world.group(group);
  }

  @Override
  public Optional<BodyRow> body(BodyId body) {
    return world.body(body);
  }

  @Override
  public List<MandateId> delegationsOf(BodyId body) {
    return world.delegationsOf(body);
  }

  @Override
  public Optional<DecisionRow> decision(DecisionId asked) {
    return world.decision(asked);
  }
}
