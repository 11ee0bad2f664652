package nl.korf.service.mandates;

import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.invariants.Grant;
import nl.korf.model.invariants.Invariants;
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
 * A holder passes on part of what they hold (ondermandaat, Awb 10:9; rules M2 to M7).
 *
 * @param by who acts; null: who asks. A registrar records the act of another
 */
public record SubMandate(
    @Nullable MandateId mandate, MandateId parent, AskedTerms terms, @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<SubMandate> {

    @Override
    public Class<SubMandate> command() {
      return SubMandate.class;
    }

    @Override
    public Decided decide(SubMandate command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      MandateTerms above = Sourced.subject(entities, command.parent()).terms();
      MandateId id =
          command.mandate() != null ? command.mandate() : new MandateId(boundary.newId("mandate"));
      PersonId by = Standing.in(entities).acting(command.by(), reasons);
      reasons.free(entities, id);
      if (by == null) {
        throw reasons.refusal();
      }
      MandateTerms terms =
          command.terms().inFull(above.principal(), above.holder(), above.power(), above.kind());
      reasons.addAll(
          Invariants.ofGrant(
              new Grant(id, command.parent(), terms),
              by,
              Sourced.knowledge(entities),
              entities.now()));
      reasons.refuseIfAny();
      return Decided.facts(new SubMandateGranted(id, command.parent(), terms))
          .before(entities.firstEnd())
          .onBehalfOf(terms.grantor());
    }
  }
}
