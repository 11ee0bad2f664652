package nl.korf.service.mandates;

import nl.korf.model.FreeText;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.facts.MandateEvent.MandateRevoked;
import nl.korf.model.invariants.Invariants;
import nl.korf.model.invariants.Invariants.Change;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.Standing;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A mandate is withdrawn for good, with a reason (Awb 10:8, rule M9); all below it end with it.
 *
 * @param by who acts; null: who asks. A registrar records the act of another
 */
public record RevokeMandate(
    MandateId mandate, @Nullable String reason, @Nullable String legalBasis, @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<RevokeMandate> {

    @Override
    public Class<RevokeMandate> command() {
      return RevokeMandate.class;
    }

    @Override
    public Decided decide(RevokeMandate command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      MandateRow before = Sourced.subject(entities, command.mandate());
      PersonId by = Standing.in(entities).acting(command.by(), reasons);
      @Nullable FreeText reason = Texts.required("reason", command.reason(), reasons);
      if (by == null) {
        throw reasons.refusal();
      }
      reasons.addAll(
          Invariants.ofChange(
              Change.REVOKE,
              command.mandate(),
              by,
              entities.now(),
              Sourced.knowledge(entities),
              entities.now()));
      reasons.refuseIfAny();
      return Decided.facts(new MandateRevoked(command.mandate(), reason, command.legalBasis()))
          .before(entities.firstEnd())
          .onBehalfOf(before.terms().grantor());
    }
  }
}
