package nl.korf.service.roles;

import nl.korf.model.LegalReference;
import nl.korf.model.RoleId;
import nl.korf.model.facts.RoleEvent.RoleAbolished;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/** A function no longer exists; nobody can act by it any more. */
public record AbolishRole(RoleId role, @Nullable LegalReference legalBasis) implements Command {

  static final class Handler implements Verb<AbolishRole> {

    @Override
    public Class<AbolishRole> command() {
      return AbolishRole.class;
    }

    @Override
    public Decided decide(AbolishRole command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons.subject(entities.role(command.role()), command.role());
      Reasons reasons = new Reasons();
      reasons.registrar(entities);
      reasons.role(entities, command.role());
      reasons.refuseIfAny();
      return Decided.facts(new RoleAbolished(command.role(), command.legalBasis()));
    }
  }
}
