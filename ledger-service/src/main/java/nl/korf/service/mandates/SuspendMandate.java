package nl.korf.service.mandates;

import nl.korf.model.FreeText;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.facts.MandateEvent.MandateSuspended;
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
 * A mandate does not count until the suspension is lifted (rule M8).
 *
 * @param by who acts; null: who asks. A registrar records the act of another
 */
public record SuspendMandate(MandateId mandate, @Nullable String reason, @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<SuspendMandate> {

    @Override
    public Class<SuspendMandate> command() {
      return SuspendMandate.class;
    }

    @Override
    public Decided decide(SuspendMandate command, Boundary boundary) {
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
              Change.SUSPEND,
              command.mandate(),
              by,
              entities.now(),
              Sourced.knowledge(entities),
              entities.now()));
      reasons.refuseIfAny();
      return Decided.facts(new MandateSuspended(command.mandate(), reason))
          .before(entities.firstEnd())
          .onBehalfOf(before.terms().grantor());
    }
  }
}
