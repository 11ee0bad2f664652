package nl.korf.service.groups;

import nl.korf.model.FreeText;
import nl.korf.model.GroupId;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.facts.GroupEvent.MemberLeft;
import nl.korf.model.view.Row.MembershipRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.Standing;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A person stops being a member of a group in one capacity: because who leads it says so, or
 * because they leave themselves.
 *
 * @param capacity null: member
 */
public record RemoveMember(
    GroupId group, PersonId person, @Nullable String capacity, @Nullable String reason)
    implements Command {

  static final class Handler implements Verb<RemoveMember> {

    @Override
    public Class<RemoveMember> command() {
      return RemoveMember.class;
    }

    @Override
    public Decided decide(RemoveMember command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      String capacity = command.capacity() == null ? AddMember.MEMBER : command.capacity();
      Reasons.subject(entities.group(command.group()), command.group());
      Reasons reasons = new Reasons();
      if (!Standing.in(entities).is(command.person())) {
        reasons.lead(entities, command.group());
      }
      boolean member =
          entities.membershipsOf(command.person(), command.group()).stream()
              .map(MembershipRow::capacity)
              .anyMatch(capacity::equals);
      reasons.when(
          !member,
          Refusal.NOT_A_MEMBER,
          "person",
          command.person(),
          "group",
          command.group(),
          "capacity",
          capacity);
      @Nullable FreeText reason = Texts.of("reason", command.reason(), reasons);
      reasons.refuseIfAny();
      return Decided.facts(new MemberLeft(command.group(), command.person(), capacity, reason))
          .onBehalfOf("group:" + command.group());
    }
  }
}
