package nl.korf.service.initiatives;

import java.util.List;
import nl.korf.model.FreeText;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
import nl.korf.model.Refusal;
import nl.korf.model.facts.GroupEvent.GroupState;
import nl.korf.model.facts.InitiativeEvent.InitiativeProposed;
import nl.korf.model.initiatives.Bloft;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A group wants to bring something about; version 1 of its text.
 *
 * @param initiative null: the ledger gives an identifier
 * @param owner the group whose initiative it is; a member of it proposes
 * @param stage a word of the organisation's own; null: {@value #FIRST_STAGE}
 */
public record ProposeInitiative(
    @Nullable InitiativeId initiative,
    LocalizedText title,
    GroupId owner,
    @Nullable List<GroupId> participants,
    @Nullable String stage,
    @Nullable Bloft context,
    @Nullable List<LegalReference> legalReferences,
    @Nullable String text)
    implements Command {

  /** The stage of an initiative that names none. */
  static final String FIRST_STAGE = "proposed";

  static final class Handler implements Verb<ProposeInitiative> {

    @Override
    public Class<ProposeInitiative> command() {
      return ProposeInitiative.class;
    }

    @Override
    public Decided decide(ProposeInitiative command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      InitiativeId id =
          command.initiative() != null
              ? command.initiative()
              : new InitiativeId(boundary.newId("initiative"));
      List<GroupId> participants = orNone(command.participants());
      Reasons reasons = new Reasons();
      reasons.owner(entities, command.owner(), id);
      reasons.free(entities, id);
      activeOwner(command.owner(), entities, reasons);
      participants.forEach(group -> reasons.activeGroup(entities, group));
      @Nullable FreeText text = Texts.of("text", command.text(), reasons);
      reasons.refuseIfAny();
      return Decided.facts(
              new InitiativeProposed(
                  id,
                  command.title(),
                  command.owner(),
                  participants,
                  command.stage() == null ? FIRST_STAGE : command.stage(),
                  command.context() == null ? Bloft.UNANSWERED : command.context(),
                  orNone(command.legalReferences()),
                  text))
          .onBehalfOf("group:" + command.owner());
    }

    private static void activeOwner(GroupId owner, Entities entities, Reasons reasons) {
      entities
          .group(owner)
          .ifPresentOrElse(
              group -> {
                if (group.state() != GroupState.ACTIVE) {
                  reasons.ended(
                      entities,
                      group,
                      Refusal.OWNER_GROUP_NOT_ACTIVE,
                      "group",
                      owner,
                      "state",
                      Reasons.word(group.state()));
                }
              },
              () -> reasons.add(Refusal.OWNER_GROUP_UNKNOWN, "group", owner));
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
      return list == null ? List.of() : list;
    }
  }
}
