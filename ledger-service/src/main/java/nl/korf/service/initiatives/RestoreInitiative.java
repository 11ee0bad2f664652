package nl.korf.service.initiatives;

import nl.korf.model.FreeText;
import nl.korf.model.InitiativeId;
import nl.korf.model.Refusal;
import nl.korf.model.facts.InitiativeEvent.InitiativeRestored;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/** A withdrawn initiative is taken up again. */
public record RestoreInitiative(InitiativeId initiative, @Nullable String reason)
    implements Command {

  static final class Handler implements Verb<RestoreInitiative> {

    @Override
    public Class<RestoreInitiative> command() {
      return RestoreInitiative.class;
    }

    @Override
    public Decided decide(RestoreInitiative command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      InitiativeRow before =
          Reasons.subject(entities.initiative(command.initiative()), command.initiative());
      reasons.owner(entities, before.owner(), command.initiative());
      reasons.when(
          !before.withdrawn(),
          Refusal.INITIATIVE_NOT_WITHDRAWN,
          "initiative",
          command.initiative());
      @Nullable FreeText reason = Texts.of("reason", command.reason(), reasons);
      reasons.refuseIfAny();
      return Owned.forOwner(
          before, Decided.facts(new InitiativeRestored(command.initiative(), reason)));
    }
  }
}
