package nl.korf.service.initiatives;

import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.facts.InitiativeEvent.InitiativeTransferred;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;

/** Another group takes the initiative over. */
public record TransferInitiative(InitiativeId initiative, GroupId owner) implements Command {

  static final class Handler implements Verb<TransferInitiative> {

    @Override
    public Class<TransferInitiative> command() {
      return TransferInitiative.class;
    }

    @Override
    public Decided decide(TransferInitiative command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      InitiativeRow before = Owned.changed(command.initiative(), entities, reasons);
      reasons.activeGroup(entities, command.owner());
      reasons.same(
          before.owner().equals(command.owner()),
          command.initiative(),
          "owned by " + command.owner());
      reasons.refuseIfAny();
      return Owned.forOwner(
          before, Decided.facts(new InitiativeTransferred(command.initiative(), command.owner())));
    }
  }
}
