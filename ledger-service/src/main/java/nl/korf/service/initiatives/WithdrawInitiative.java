package nl.korf.service.initiatives;

import nl.korf.model.FreeText;
import nl.korf.model.InitiativeId;
import nl.korf.model.facts.InitiativeEvent.InitiativeWithdrawn;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/** The initiative is withdrawn; it can be restored. */
public record WithdrawInitiative(InitiativeId initiative, @Nullable String reason)
    implements Command {

  static final class Handler implements Verb<WithdrawInitiative> {

    @Override
    public Class<WithdrawInitiative> command() {
      return WithdrawInitiative.class;
    }

    @Override
    public Decided decide(WithdrawInitiative command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      InitiativeRow before = Owned.changed(command.initiative(), entities, reasons);
      @Nullable FreeText reason = Texts.of("reason", command.reason(), reasons);
      reasons.refuseIfAny();
      return Owned.forOwner(
          before, Decided.facts(new InitiativeWithdrawn(command.initiative(), reason)));
    }
  }
}
