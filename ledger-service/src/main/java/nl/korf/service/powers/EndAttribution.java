package nl.korf.service.powers;

import nl.korf.model.BodyId;
import nl.korf.model.LegalReference;
import nl.korf.model.PowerId;
import nl.korf.model.Refusal;
import nl.korf.model.facts.PowerEvent.AttributionEnded;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/** A body no longer holds a power by attribution; mandates that rest on it no longer count. */
public record EndAttribution(PowerId power, BodyId body, @Nullable LegalReference legalBasis)
    implements Command {

  static final class Handler implements Verb<EndAttribution> {

    @Override
    public Class<EndAttribution> command() {
      return EndAttribution.class;
    }

    @Override
    public Decided decide(EndAttribution command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons.subject(entities.power(command.power()), command.power());
      Reasons reasons = new Reasons();
      reasons.registrar(entities);
      reasons.when(
          entities.attribution(command.power(), command.body()).isEmpty(),
          Refusal.NOT_ATTRIBUTED,
          "power",
          command.power(),
          "body",
          command.body());
      reasons.refuseIfAny();
      return Decided.facts(
          new AttributionEnded(command.power(), command.body(), command.legalBasis()));
    }
  }
}
