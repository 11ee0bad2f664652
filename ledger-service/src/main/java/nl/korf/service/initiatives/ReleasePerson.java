package nl.korf.service.initiatives;

import nl.korf.model.InitiativeId;
import nl.korf.model.PersonId;
import nl.korf.model.facts.InitiativeEvent.PersonReleased;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.Standing;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;

/** A person no longer has that part in the initiative; they can also step back themselves. */
public record ReleasePerson(InitiativeId initiative, PersonId person, String capacity)
    implements Command {

  static final class Handler implements Verb<ReleasePerson> {

    @Override
    public Class<ReleasePerson> command() {
      return ReleasePerson.class;
    }

    @Override
    public Decided decide(ReleasePerson command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      InitiativeRow before = Owned.running(command.initiative(), entities, reasons);
      if (!Standing.in(entities).is(command.person())) {
        reasons.owner(entities, before.owner(), command.initiative());
      }
      reasons.same(
          !entities.involved(command.initiative(), command.person(), command.capacity()),
          command.initiative(),
          "without %s as %s".formatted(command.person(), command.capacity()));
      reasons.refuseIfAny();
      return Owned.forOwner(
          before,
          Decided.facts(
              new PersonReleased(command.initiative(), command.person(), command.capacity())));
    }
  }
}
