package nl.korf.service.groups;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.korf.model.BodyId;
import nl.korf.model.FreeText;
import nl.korf.model.GroupId;
import nl.korf.model.LocalizedText;
import nl.korf.model.Refusal;
import nl.korf.model.facts.GroupEvent.GroupFormed;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Organisations;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.Standing;
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
        organisation(command, id, entities, reasons);
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

    /** A lead decides what is below their group, not which body's group it is. */
    private static void organisation(
        FormGroup command, GroupId id, Entities entities, Reasons reasons) {
      @Nullable BodyId theirs =
          Optional.ofNullable(command.parent()).stream()
              .flatMap(parent -> Organisations.in(entities).of(parent).stream())
              .findFirst()
              .orElse(null);
      reasons.when(
          !Standing.in(entities).registrar() && !Objects.equals(command.organisation(), theirs),
          Refusal.ORGANISATION_OF_OTHERS,
          "group",
          id,
          "actor",
          entities.boundary().actor(),
          "organisation",
          String.valueOf(command.organisation()),
          "parent",
          command.parent() == null ? "–" : command.parent(),
          "theirs",
          theirs == null ? "–" : theirs);
    }
  }
}
