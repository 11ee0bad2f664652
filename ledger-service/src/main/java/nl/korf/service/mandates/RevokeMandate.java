package nl.korf.service.mandates;

import nl.korf.model.FreeText;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.facts.MandateEvent.MandateRevoked;
import nl.korf.model.invariants.Invariants;
import nl.korf.model.invariants.RuleSet;
import nl.korf.model.mandates.WrittenRecord;
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
 * @param record the document it is revoked by: of a general mandate (Awb 10:8(2))
 * @param by who acts; null: who asks. A registrar records the act of another
 */
public record RevokeMandate(
    MandateId mandate,
    @Nullable String reason,
    @Nullable String legalBasis,
    @Nullable WrittenRecord record,
    @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<RevokeMandate> {

    private final RuleSet law;

    Handler(RuleSet law) {
      this.law = law;
    }

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
          Invariants.ofRevocation(
              law,
              command.mandate(),
              command.record(),
              by,
              Sourced.knowledge(entities),
              entities.now()));
      reasons.refuseIfAny();
      return Decided.facts(
              new MandateRevoked(command.mandate(), reason, command.legalBasis(), command.record()))
          .before(entities.firstEnd())
          .onBehalfOf(before.terms().grantor());
    }
  }
}
