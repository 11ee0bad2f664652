package nl.korf.service.people;

import nl.korf.model.PersonId;
import nl.korf.model.facts.PeopleEvent.PersonRegistered;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;

/**
 * A person takes part from now on. The identifier is random and comes from the directory, which is
 * written first: an entry without a fact says nothing, a fact without an entry would name nobody.
 *
 * @param team true for a team that a source names as if it were a person
 */
public record RegisterPerson(PersonId person, boolean team) implements Command {

  static final class Handler implements Verb<RegisterPerson> {

    @Override
    public Class<RegisterPerson> command() {
      return RegisterPerson.class;
    }

    @Override
    public Decided decide(RegisterPerson command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      new Reasons().registrar(entities).free(entities, command.person()).refuseIfAny();
      return Decided.facts(new PersonRegistered(command.person(), command.team()));
    }
  }
}
