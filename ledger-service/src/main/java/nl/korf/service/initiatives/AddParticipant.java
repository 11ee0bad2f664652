package nl.korf.service.initiatives;

import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.facts.InitiativeEvent.GroupJoinedInitiative;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;

/** A group takes part in the initiative. */
public record AddParticipant(InitiativeId initiative, GroupId group) implements Command {

  static final class Handler implements Verb<AddParticipant> {

    @Override
    public Class<AddParticipant> command() {
      return AddParticipant.class;
    }

    @Override
    public Decided decide(AddParticipant command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      InitiativeRow before = Owned.changed(command.initiative(), entities, reasons);
      reasons.activeGroup(entities, command.group());
      reasons.same(
          before.participants().contains(command.group()),
          command.initiative(),
          "with " + command.group());
      reasons.refuseIfAny();
      return Owned.forOwner(
          before, Decided.facts(new GroupJoinedInitiative(command.initiative(), command.group())));
    }
  }
}
