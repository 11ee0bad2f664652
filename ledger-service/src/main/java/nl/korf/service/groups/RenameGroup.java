package nl.korf.service.groups;

import nl.korf.model.GroupId;
import nl.korf.model.LocalizedText;
import nl.korf.model.facts.GroupEvent.GroupRenamed;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;

/** A group goes by another name. */
public record RenameGroup(GroupId group, LocalizedText name) implements Command {

  static final class Handler implements Verb<RenameGroup> {

    @Override
    public Class<RenameGroup> command() {
      return RenameGroup.class;
    }

    @Override
    public Decided decide(RenameGroup command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      GroupRow group = GroupStates.changed(command.group(), entities, reasons);
      reasons.active(entities, group);
      reasons.same(group.name().equals(command.name()), command.group(), command.name().in("en"));
      reasons.refuseIfAny();
      return Decided.facts(new GroupRenamed(command.group(), command.name()));
    }
  }
}
