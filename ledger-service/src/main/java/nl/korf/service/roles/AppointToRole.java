package nl.korf.service.roles;

import java.time.Instant;
import java.util.List;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.RoleId;
import nl.korf.model.facts.RoleEvent.Cardinality;
import nl.korf.model.facts.RoleEvent.RoleAssigned;
import nl.korf.model.view.Row.AppointmentRow;
import nl.korf.model.view.Row.RoleRow;
import nl.korf.model.view.Segment;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Periods;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A person is appointed to a role.
 *
 * @param from start, inclusive; null: as soon as it is recorded
 * @param until end, exclusive; null: open
 */
public record AppointToRole(
    RoleId role, PersonId person, @Nullable Instant from, @Nullable Instant until)
    implements Command {

  static final class Handler implements Verb<AppointToRole> {

    @Override
    public Class<AppointToRole> command() {
      return AppointToRole.class;
    }

    @Override
    public Decided decide(AppointToRole command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      RoleRow role = Reasons.subject(entities.role(command.role()), command.role());
      Reasons reasons = new Reasons();
      reasons.role(entities, command.role());
      reasons.registrar(entities);
      reasons.need(entities.person(command.person()), command.person());
      Periods.check(command.from(), command.until(), entities.now(), reasons);
      vacant(command, role, entities, reasons);
      reasons.refuseIfAny();
      return Decided.facts(
          new RoleAssigned(command.person(), command.role(), command.from(), command.until()));
    }

    private static void vacant(
        AppointToRole command, RoleRow role, Entities entities, Reasons reasons) {
      List<Segment> others =
          role.cardinality() == Cardinality.ONE
              ? entities.appointmentsTo(command.role())
              : entities.appointmentsTo(command.role(), command.person());
      Instant from = command.from() == null ? entities.now() : command.from();
      others.stream()
          .filter(other -> Periods.overlap(from, command.until(), other.from(), other.until()))
          .findFirst()
          .ifPresent(other ->
              reasons.add(
                  holder(other).equals(command.person())
                      ? Refusal.APPOINTMENT_OVERLAPS
                      : Refusal.ROLE_HELD_BY_ANOTHER,
                  "role",
                  command.role(),
                  "person",
                  command.person(),
                  "holder",
                  holder(other),
                  "position",
                  ((AppointmentRow) other.row()).assignedBy(),
                  "since",
                  other.from(),
                  "from",
                  other.from(),
                  "until",
                  other.until() == null ? "–" : other.until()));
    }

    private static PersonId holder(Segment appointment) {
      return ((AppointmentRow) appointment.row()).person();
    }
  }
}
