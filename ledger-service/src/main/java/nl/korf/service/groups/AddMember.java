package nl.korf.service.groups;

import nl.korf.model.GroupId;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.facts.GroupEvent.MemberJoined;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A person becomes a member of a group.
 *
 * @param capacity member, lead, chair …; null: member
 */
public record AddMember(GroupId group, PersonId person, @Nullable String capacity)
    implements Command {

  /** The capacity of who has no other. */
  static final String MEMBER = "member";

  static final class Handler implements Verb<AddMember> {

    @Override
    public Class<AddMember> command() {
      return AddMember.class;
    }

    @Override
    public Decided decide(AddMember command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      String capacity = command.capacity() == null ? MEMBER : command.capacity();
      GroupRow group = Reasons.subject(entities.group(command.group()), command.group());
      Reasons reasons = new Reasons();
      reasons.lead(entities, command.group());
      reasons.active(entities, group);
      reasons.need(entities.person(command.person()), command.person());
      entities.membershipsOf(command.person(), command.group()).stream()
          .filter(row -> row.capacity().equals(capacity))
          .forEach(row ->
              reasons.add(
                  Refusal.ALREADY_A_MEMBER,
                  "person",
                  command.person(),
                  "group",
                  command.group(),
                  "capacity",
                  capacity,
                  "position",
                  row.joinedBy()));
      reasons.refuseIfAny();
      return Decided.facts(new MemberJoined(command.group(), command.person(), capacity))
          .onBehalfOf("group:" + command.group());
    }
  }
}
