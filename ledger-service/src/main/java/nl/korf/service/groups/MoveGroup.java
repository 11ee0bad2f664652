package nl.korf.service.groups;

import java.util.Objects;
import java.util.Optional;
import nl.korf.model.GroupId;
import nl.korf.model.Refusal;
import nl.korf.model.facts.GroupEvent.GroupMoved;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A group moves below another one.
 *
 * @param parent null: to the top
 */
public record MoveGroup(GroupId group, @Nullable GroupId parent) implements Command {

  /** Deepest nesting of groups; a walk up stops there. */
  static final int NESTING_MAX = 64;

  static final class Handler implements Verb<MoveGroup> {

    @Override
    public Class<MoveGroup> command() {
      return MoveGroup.class;
    }

    @Override
    public Decided decide(MoveGroup command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      GroupRow group = GroupStates.changed(command.group(), entities, reasons);
      reasons.active(entities, group);
      if (command.parent() != null) {
        reasons.activeGroup(entities, command.parent());
        reasons.when(
            isBelow(command.parent(), command.group(), entities),
            Refusal.GROUP_CYCLE,
            "group",
            command.group(),
            "parent",
            command.parent());
      }
      reasons.same(
          Objects.equals(group.parent(), command.parent()),
          command.group(),
          command.parent() == null ? "at the top" : "below " + command.parent());
      reasons.refuseIfAny();
      return Decided.facts(new GroupMoved(command.group(), command.parent()));
    }

    private static boolean isBelow(GroupId lower, GroupId upper, Entities entities) {
      Optional<GroupId> at = Optional.of(lower);
      for (int level = 0; level < NESTING_MAX && at.isPresent(); level++) {
        if (at.get().equals(upper)) {
          return true;
        }
        at = at.flatMap(entities::group).flatMap(row -> Optional.ofNullable(row.parent()));
      }
      return at.isPresent();
    }
  }
}
