package nl.korf.service.groups;

import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.FreeText;
import nl.korf.model.GroupId;
import nl.korf.model.LocalizedText;
import nl.korf.model.facts.GroupEvent.GroupFormed;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A group is formed.
 *
 * @param group null: the ledger gives an identifier
 * @param kind working group, team, committee …: a word of the organisation's own
 * @param answersTo groups it owes an account to
 */
public record FormGroup(
    @Nullable GroupId group,
    LocalizedText name,
    String kind,
    @Nullable GroupId parent,
    @Nullable BodyId organisation,
    @Nullable List<GroupId> answersTo,
    @Nullable String purpose)
    implements Command {

  static final class Handler implements Verb<FormGroup> {

    @Override
    public Class<FormGroup> command() {
      return FormGroup.class;
    }

    @Override
    public Decided decide(FormGroup command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      GroupId id = command.group() != null ? command.group() : new GroupId(boundary.newId("group"));
      List<GroupId> answersTo = command.answersTo() == null ? List.of() : command.answersTo();
      Reasons reasons = new Reasons();
      reasons.lead(entities, command.parent());
      reasons.free(entities, id);
      if (command.parent() != null) {
        reasons.activeGroup(entities, command.parent());
      }
      if (command.organisation() != null) {
        reasons.body(entities, command.organisation());
      }
      answersTo.forEach(group -> reasons.need(entities.group(group), group));
      @Nullable FreeText purpose = Texts.of("purpose", command.purpose(), reasons);
      reasons.refuseIfAny();
      return Decided.facts(
          new GroupFormed(
              id,
              command.name(),
              command.kind(),
              command.parent(),
              command.organisation(),
              answersTo,
              purpose));
    }
  }
}
