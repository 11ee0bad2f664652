package nl.korf.model.knowledge;

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
import nl.korf.model.money.Amount;
import nl.korf.model.view.Row.AppointmentRow;
import nl.korf.model.view.Row.BodyRow;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.PowerRow;
import nl.korf.model.view.Row.RoleRow;

/**
 * The world as another {@link Knowledge} has it, but for what an implementation answers itself: for
 * a question that leaves something out of account.
 */
public interface AlteredKnowledge extends Knowledge {

  /** The world that is altered. */
  Knowledge world();

  @Override
  default long position() {
    return world().position();
  }

  @Override
  default Instant on() {
    return world().on();
  }

  @Override
  default boolean exists(Party party) {
    return world().exists(party);
  }

  @Override
  default Optional<Dated<MandateRow>> mandate(MandateId mandate) {
    return world().mandate(mandate);
  }

  @Override
  default List<MandateId> mandatesHeldBy(Set<Party> holders) {
    return world().mandatesHeldBy(holders);
  }

  @Override
  default List<AppointmentRow> rolesOf(PersonId person) {
    return world().rolesOf(person);
  }

  @Override
  default Optional<RoleRow> role(RoleId role) {
    return world().role(role);
  }

  @Override
  default Optional<BodyRow> body(BodyId body) {
    return world().body(body);
  }

  @Override
  default Optional<GroupRow> group(GroupId group) {
    return world().group(group);
  }

  @Override
  default Optional<PowerRow> power(PowerId power) {
    return world().power(power);
  }

  @Override
  default boolean attributed(PowerId power, BodyId body) {
    return world().attributed(power, body);
  }

  @Override
  default List<MandateId> delegationsOf(BodyId body) {
    return world().delegationsOf(body);
  }

  @Override
  default Optional<DecisionRow> decision(DecisionId decision) {
    return world().decision(decision);
  }

  @Override
  default List<Amount> used(MandateId mandate, String category) {
    return world().used(mandate, category);
  }
}
