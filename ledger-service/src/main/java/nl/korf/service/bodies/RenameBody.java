package nl.korf.service.bodies;

import nl.korf.model.BodyId;
import nl.korf.model.LocalizedText;
import nl.korf.model.facts.BodyEvent.BodyRenamed;
import nl.korf.model.view.Row.BodyRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;

/** A body goes by another name; its identifier stays. */
public record RenameBody(BodyId body, LocalizedText name) implements Command {

  static final class Handler implements Verb<RenameBody> {

    @Override
    public Class<RenameBody> command() {
      return RenameBody.class;
    }

    @Override
    public Decided decide(RenameBody command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      BodyRow body = Reasons.subject(entities.body(command.body()), command.body());
      Reasons reasons = new Reasons();
      reasons.registrar(entities);
      reasons.body(entities, command.body());
      reasons.same(body.name().equals(command.name()), command.body(), command.name().in("en"));
      reasons.refuseIfAny();
      return Decided.facts(new BodyRenamed(command.body(), command.name()));
    }
  }
}
