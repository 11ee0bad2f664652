package nl.korf.service.initiatives;

import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.facts.InitiativeEvent.GroupLeftInitiative;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.Standing;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;

/** A group no longer takes part: because the owner says so, or who leads the group. */
public record RemoveParticipant(InitiativeId initiative, GroupId group) implements Command {

  static final class Handler implements Verb<RemoveParticipant> {

    @Override
    public Class<RemoveParticipant> command() {
      return RemoveParticipant.class;
    }

    @Override
    public Decided decide(RemoveParticipant command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      InitiativeRow before = Owned.running(command.initiative(), entities, reasons);
      if (!Standing.in(entities).leads(command.group())) {
        reasons.owner(entities, before.owner(), command.initiative());
      }
      reasons.same(
          !before.participants().contains(command.group()),
          command.initiative(),
          "without " + command.group());
      reasons.refuseIfAny();
      return Owned.forOwner(
          before, Decided.facts(new GroupLeftInitiative(command.initiative(), command.group())));
    }
  }
}
