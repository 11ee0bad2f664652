package nl.korf.service.mandates;

import nl.korf.model.BodyId;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.Refusal;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.invariants.Grant;
import nl.korf.model.invariants.Invariants;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.Standing;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A body grants a mandate over a power it holds by attribution (rule M1, Awb 10:1).
 *
 * @param by who acts; null: who asks. A registrar records the act of another
 */
public record GrantMandate(@Nullable MandateId mandate, AskedTerms terms, @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<GrantMandate> {

    @Override
    public Class<GrantMandate> command() {
      return GrantMandate.class;
    }

    @Override
    public Decided decide(GrantMandate command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      MandateId id =
          command.mandate() != null ? command.mandate() : new MandateId(boundary.newId("mandate"));
      PersonId by = Standing.in(entities).acting(command.by(), reasons);
      @Nullable BodyId principal = command.terms().principal();
      @Nullable PowerId power = command.terms().power();
      reasons.when(principal == null, Refusal.VALUE_MISSING, "field", "terms.principal");
      reasons.when(power == null, Refusal.VALUE_MISSING, "field", "terms.power");
      reasons.free(entities, id);
      if (by == null || principal == null || power == null) {
        throw reasons.refusal();
      }
      MandateTerms terms =
          command.terms().inFull(principal, Party.of(principal), power, MandateKind.MANDATE);
      reasons.addAll(
          Invariants.ofGrant(
              new Grant(id, null, terms), by, Sourced.knowledge(entities), entities.now()));
      reasons.refuseIfAny();
      return Decided.facts(new MandateGranted(id, terms))
          .before(entities.firstEnd())
          .onBehalfOf(terms.grantor());
    }
  }
}
