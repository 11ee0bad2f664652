package nl.korf.service.powers;

import java.util.List;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
import nl.korf.model.PowerId;
import nl.korf.model.facts.PowerEvent.Flagged;
import nl.korf.model.facts.PowerEvent.PowerRegistered;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A power is described; who holds the parent holds it too.
 *
 * @param power null: the ledger gives an identifier
 * @param category the money category it is about, or null
 * @param flags why it may not pass by mandate, or not without more (rules M3, M10, M16)
 */
public record RegisterPower(
    @Nullable PowerId power,
    LocalizedText name,
    @Nullable PowerId parent,
    @Nullable String category,
    @Nullable List<Flagged> flags,
    @Nullable LegalReference legalBasis)
    implements Command {

  static final class Handler implements Verb<RegisterPower> {

    @Override
    public Class<RegisterPower> command() {
      return RegisterPower.class;
    }

    @Override
    public Decided decide(RegisterPower command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      PowerId id = command.power() != null ? command.power() : new PowerId(boundary.newId("power"));
      Reasons reasons = new Reasons();
      reasons.registrar(entities);
      reasons.free(entities, id);
      if (command.parent() != null) {
        reasons.need(entities.power(command.parent()), command.parent());
      }
      reasons.refuseIfAny();
      return Decided.facts(
          new PowerRegistered(
              id,
              command.name(),
              command.parent(),
              command.category(),
              command.flags() == null ? List.of() : command.flags(),
              command.legalBasis()));
    }
  }
}
