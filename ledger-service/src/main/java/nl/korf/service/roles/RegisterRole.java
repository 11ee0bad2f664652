package nl.korf.service.roles;

import nl.korf.model.BodyId;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
import nl.korf.model.RoleId;
import nl.korf.model.facts.RoleEvent.Cardinality;
import nl.korf.model.facts.RoleEvent.RoleRegistered;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A function is described.
 *
 * @param role null: the ledger gives an identifier
 * @param embodies the body in whose place its holder acts (a minister)
 * @param cardinality null: one holder at a time
 */
public record RegisterRole(
    @Nullable RoleId role,
    LocalizedText name,
    BodyId body,
    @Nullable BodyId embodies,
    @Nullable RoleId reportsTo,
    @Nullable RoleId specialises,
    @Nullable Cardinality cardinality,
    @Nullable LegalReference legalBasis)
    implements Command {

  static final class Handler implements Verb<RegisterRole> {

    @Override
    public Class<RegisterRole> command() {
      return RegisterRole.class;
    }

    @Override
    public Decided decide(RegisterRole command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      RoleId id = command.role() != null ? command.role() : new RoleId(boundary.newId("role"));
      check(command, id, entities).refuseIfAny();
      return Decided.facts(
          new RoleRegistered(
              id,
              command.name(),
              command.body(),
              command.embodies(),
              command.reportsTo(),
              command.specialises(),
              command.cardinality() == null ? Cardinality.ONE : command.cardinality(),
              command.legalBasis()));
    }

    private static Reasons check(RegisterRole command, RoleId id, Entities entities) {
      Reasons reasons = new Reasons();
      reasons.registrar(entities);
      reasons.free(entities, id);
      reasons.body(entities, command.body());
      if (command.embodies() != null) {
        reasons.body(entities, command.embodies());
      }
      if (command.reportsTo() != null) {
        reasons.role(entities, command.reportsTo());
      }
      if (command.specialises() != null) {
        reasons.role(entities, command.specialises());
      }
      return reasons;
    }
  }
}
