package nl.korf.service.groups;

import nl.korf.model.FreeText;
import nl.korf.model.GroupId;
import nl.korf.model.facts.GroupEvent.GroupArchived;
import nl.korf.model.facts.GroupEvent.GroupState;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/** A group stops its work and is kept. */
public record ArchiveGroup(GroupId group, @Nullable String reason) implements Command {

  static final class Handler implements Verb<ArchiveGroup> {

    @Override
    public Class<ArchiveGroup> command() {
      return ArchiveGroup.class;
    }

    @Override
    public Decided decide(ArchiveGroup command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      GroupRow group = GroupStates.changed(command.group(), entities, reasons);
      @Nullable FreeText reason = Texts.of("reason", command.reason(), reasons);
      reasons.same(
          group.state() == GroupState.ARCHIVED, command.group(), Reasons.word(group.state()));
      reasons.refuseIfAny();
      return Decided.facts(new GroupArchived(command.group(), reason));
    }
  }
}
