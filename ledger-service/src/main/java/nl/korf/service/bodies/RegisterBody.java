package nl.korf.service.bodies;

import nl.korf.model.BodyId;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
import nl.korf.model.Refusal;
import nl.korf.model.facts.BodyEvent.BodyRegistered;
import nl.korf.model.facts.BodyEvent.Register;
import nl.korf.model.facts.BodyEvent.RegisterNumber;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A body is registered, with its identifier in a register.
 *
 * @param body null: the ledger gives one
 * @param kind ministry, agency, municipality …: a word of the organisation's own
 */
public record RegisterBody(
    @Nullable BodyId body,
    LocalizedText name,
    RegisterNumber identifier,
    String kind,
    @Nullable BodyId parent,
    @Nullable LegalReference legalBasis)
    implements Command {

  static final class Handler implements Verb<RegisterBody> {

    @Override
    public Class<RegisterBody> command() {
      return RegisterBody.class;
    }

    @Override
    public Decided decide(RegisterBody command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      BodyId id = command.body() != null ? command.body() : new BodyId(boundary.newId("body"));
      Reasons reasons = new Reasons();
      reasons.registrar(entities);
      reasons.free(entities, id);
      identifier(id, command.identifier(), entities, reasons);
      if (command.parent() != null) {
        reasons.body(entities, command.parent());
      }
      reasons.refuseIfAny();
      return Decided.facts(
          new BodyRegistered(
              id,
              command.name(),
              command.identifier(),
              command.kind(),
              command.parent(),
              command.legalBasis()));
    }

    private static void identifier(
        BodyId id, RegisterNumber number, Entities entities, Reasons reasons) {
      reasons.when(
          !BodyNumbers.wellFormed(number),
          Refusal.REGISTER_NUMBER_MALFORMED,
          "register",
          number.register(),
          "value",
          number.number(),
          "problem",
          BodyNumbers.form(number.register()));
      reasons.when(
          number.register() == Register.LOCAL && !entities.exampleLedger(),
          Refusal.REGISTER_NUMBER_MISSING,
          "body",
          id);
    }
  }
}
