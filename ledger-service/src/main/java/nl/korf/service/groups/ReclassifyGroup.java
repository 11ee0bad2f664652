package nl.korf.service.groups;

import nl.korf.model.GroupId;
import nl.korf.model.facts.GroupEvent.GroupReclassified;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;

/** A group becomes a group of another kind. */
public record ReclassifyGroup(GroupId group, String kind) implements Command {

  static final class Handler implements Verb<ReclassifyGroup> {

    @Override
    public Class<ReclassifyGroup> command() {
      return ReclassifyGroup.class;
    }

    @Override
    public Decided decide(ReclassifyGroup command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      GroupRow group = GroupStates.changed(command.group(), entities, reasons);
      reasons.active(entities, group);
      reasons.same(group.kind().equals(command.kind()), command.group(), command.kind());
      reasons.refuseIfAny();
      return Decided.facts(new GroupReclassified(command.group(), command.kind()));
    }
  }
}
