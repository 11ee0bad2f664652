package nl.korf.service.groups;

import nl.korf.model.FreeText;
import nl.korf.model.GroupId;
import nl.korf.model.facts.GroupEvent.GroupDissolved;
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

/** A group ceases to exist; it can be restored, and keeps its history. */
public record DissolveGroup(GroupId group, @Nullable String reason) implements Command {

  static final class Handler implements Verb<DissolveGroup> {

    @Override
    public Class<DissolveGroup> command() {
      return DissolveGroup.class;
    }

    @Override
    public Decided decide(DissolveGroup command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      GroupRow group = GroupStates.changed(command.group(), entities, reasons);
      @Nullable FreeText reason = Texts.of("reason", command.reason(), reasons);
      reasons.same(
          group.state() == GroupState.DISSOLVED, command.group(), Reasons.word(group.state()));
      reasons.refuseIfAny();
      return Decided.facts(new GroupDissolved(command.group(), reason));
    }
  }
}
