package nl.korf.service.roles;

import java.time.Instant;
import nl.korf.model.FreeText;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.RoleId;
import nl.korf.model.facts.RoleEvent.RoleEnded;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Periods;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * An appointment ends.
 *
 * @param at when; null: as soon as it is recorded
 */
public record EndAppointment(
    RoleId role, PersonId person, @Nullable Instant at, @Nullable String reason)
    implements Command {

  static final class Handler implements Verb<EndAppointment> {

    @Override
    public Class<EndAppointment> command() {
      return EndAppointment.class;
    }

    @Override
    public Decided decide(EndAppointment command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      reasons.registrar(entities);
      reasons.when(
          entities.appointmentsTo(command.role(), command.person()).isEmpty(),
          Refusal.ROLE_NOT_HELD,
          "person",
          command.person(),
          "role",
          command.role());
      Periods.notBefore(command.at(), entities.now(), reasons);
      @Nullable FreeText reason = Texts.of("reason", command.reason(), reasons);
      reasons.refuseIfAny();
      return Decided.facts(new RoleEnded(command.person(), command.role(), reason))
          .effectiveAt(command.at());
    }
  }
}
