package nl.korf.service.initiatives;

import nl.korf.model.InitiativeId;
import nl.korf.model.PersonId;
import nl.korf.model.facts.InitiativeEvent.PersonInvolved;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;

/** A person has a part in the initiative: author, reviewer, approver … */
public record InvolvePerson(InitiativeId initiative, PersonId person, String capacity)
    implements Command {

  static final class Handler implements Verb<InvolvePerson> {

    @Override
    public Class<InvolvePerson> command() {
      return InvolvePerson.class;
    }

    @Override
    public Decided decide(InvolvePerson command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      InitiativeRow before = Owned.changed(command.initiative(), entities, reasons);
      reasons.need(entities.person(command.person()), command.person());
      reasons.same(
          entities.involved(command.initiative(), command.person(), command.capacity()),
          command.initiative(),
          "with %s as %s".formatted(command.person(), command.capacity()));
      reasons.refuseIfAny();
      return Owned.forOwner(
          before,
          Decided.facts(
              new PersonInvolved(command.initiative(), command.person(), command.capacity())));
    }
  }
}
