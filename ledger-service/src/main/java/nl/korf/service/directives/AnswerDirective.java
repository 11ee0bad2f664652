package nl.korf.service.directives;

import java.util.List;
import nl.korf.model.DirectiveId;
import nl.korf.model.FreeText;
import nl.korf.model.GroupId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.facts.DirectiveEvent.DirectiveAnswered;
import nl.korf.model.view.DirectiveRows.DirectiveRow;
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
 * Somebody concerned replies to a directive: a member of the group, or the proposer. Also after it
 * ended: what was done can still be answered. Whoever leads the group replies for it.
 *
 * @param by who replies; null: who asks. A registrar records the reply of another
 */
public record AnswerDirective(DirectiveId directive, @Nullable String text, @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<AnswerDirective> {

    @Override
    public Class<AnswerDirective> command() {
      return AnswerDirective.class;
    }

    @Override
    public Decided decide(AnswerDirective command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      DirectiveRow row = Issued.subject(entities, command.directive());
      PersonId by = Standing.in(entities).acting(command.by(), reasons);
      @Nullable FreeText text = Texts.required("text", command.text(), reasons);
      if (by == null) {
        throw reasons.refusal();
      }
      @Nullable GroupId group = row.group();
      List<MembershipRow> memberships =
          group == null ? List.of() : entities.membershipsOf(by, group);
      reasons.when(
          memberships.isEmpty() && !proposed(by, row, entities),
          Refusal.NO_RIGHT_OF_REPLY,
          "person",
          by,
          "directive",
          row.directive(),
          "target",
          row.target(),
          "group",
          group == null ? "–" : group);
      reasons.refuseIfAny();
      boolean leads =
          memberships.stream().map(MembershipRow::capacity).anyMatch(Standing.LEADING::contains);
      Party onBehalfOf = leads && group != null ? Party.of(group) : null;
      return Decided.facts(new DirectiveAnswered(row.directive(), by, onBehalfOf, text))
          .before(entities.firstEnd())
          .onBehalfOf(onBehalfOf);
    }

    private static boolean proposed(PersonId by, DirectiveRow row, Entities entities) {
      return Targets.in(entities)
          .initiativeOf(row.target())
          .flatMap(entities::proposerOf)
          .filter(by::equals)
          .isPresent();
    }
  }
}
