package nl.korf.service.initiatives;

import nl.korf.model.InitiativeId;
import nl.korf.model.Refusal;
import nl.korf.model.facts.InitiativeEvent.InitiativeUnlinked;
import nl.korf.model.facts.InitiativeEvent.Relation;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.model.view.Row.LinkRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;

/** A relation between initiatives ends. */
public record UnlinkInitiatives(InitiativeId initiative, Relation relation, InitiativeId target)
    implements Command {

  static final class Handler implements Verb<UnlinkInitiatives> {

    @Override
    public Class<UnlinkInitiatives> command() {
      return UnlinkInitiatives.class;
    }

    @Override
    public Decided decide(UnlinkInitiatives command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      InitiativeRow before = Owned.changed(command.initiative(), entities, reasons);
      LinkRow asked = new LinkRow(command.initiative(), command.relation(), command.target());
      reasons.when(
          !entities.linksOf(command.initiative()).contains(asked),
          Refusal.NOT_LINKED,
          "initiative",
          command.initiative(),
          "relation",
          Reasons.word(command.relation()),
          "target",
          command.target());
      reasons.refuseIfAny();
      return Owned.forOwner(
          before,
          Decided.facts(
              new InitiativeUnlinked(command.initiative(), command.relation(), command.target())));
    }
  }
}
