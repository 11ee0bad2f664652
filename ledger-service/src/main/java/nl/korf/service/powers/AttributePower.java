package nl.korf.service.powers;

import nl.korf.model.BodyId;
import nl.korf.model.LegalReference;
import nl.korf.model.PowerId;
import nl.korf.model.Refusal;
import nl.korf.model.facts.PowerEvent.PowerAttributed;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/** The law gives a power to a body (attributie): the root of every mandate (rule M1). */
public record AttributePower(PowerId power, BodyId body, @Nullable LegalReference legalBasis)
    implements Command {

  static final class Handler implements Verb<AttributePower> {

    @Override
    public Class<AttributePower> command() {
      return AttributePower.class;
    }

    @Override
    public Decided decide(AttributePower command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons.subject(entities.power(command.power()), command.power());
      Reasons reasons = new Reasons();
      reasons.registrar(entities);
      reasons.body(entities, command.body());
      entities
          .attribution(command.power(), command.body())
          .ifPresent(row ->
              reasons.add(
                  Refusal.ALREADY_ATTRIBUTED,
                  "power",
                  command.power(),
                  "body",
                  command.body(),
                  "position",
                  row.attributedBy()));
      reasons.refuseIfAny();
      return Decided.facts(
          new PowerAttributed(command.power(), command.body(), command.legalBasis()));
    }
  }
}
