package nl.korf.service.bodies;

import nl.korf.model.BodyId;
import nl.korf.model.LegalReference;
import nl.korf.model.facts.BodyEvent.BodyDissolved;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/** A body ceases to exist. */
public record DissolveBody(BodyId body, @Nullable LegalReference legalBasis) implements Command {

  static final class Handler implements Verb<DissolveBody> {

    @Override
    public Class<DissolveBody> command() {
      return DissolveBody.class;
    }

    @Override
    public Decided decide(DissolveBody command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons.subject(entities.body(command.body()), command.body());
      Reasons reasons = new Reasons();
      reasons.registrar(entities);
      reasons.body(entities, command.body());
      reasons.refuseIfAny();
      return Decided.facts(new BodyDissolved(command.body(), command.legalBasis()));
    }
  }
}
