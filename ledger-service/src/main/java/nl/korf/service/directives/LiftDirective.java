package nl.korf.service.directives;

import nl.korf.model.DirectiveId;
import nl.korf.model.FreeText;
import nl.korf.model.PersonId;
import nl.korf.model.facts.DirectiveEvent.DirectiveLifted;
import nl.korf.model.view.DirectiveRows.DirectiveRow;
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
 * A directive in force is taken back, with a reason: by its issuer, by the body whose power it
 * concerns, or, where nobody holds the issuing role any more, by the body that role belonged to.
 *
 * @param by who acts; null: who asks. A registrar records the act of another
 */
public record LiftDirective(DirectiveId directive, @Nullable String reason, @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<LiftDirective> {

    @Override
    public Class<LiftDirective> command() {
      return LiftDirective.class;
    }

    @Override
    public Decided decide(LiftDirective command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      DirectiveRow row = Issued.subject(entities, command.directive());
      PersonId by = Standing.in(entities).acting(command.by(), reasons);
      @Nullable FreeText reason = Texts.required("reason", command.reason(), reasons);
      if (by == null) {
        throw reasons.refusal();
      }
      Issued.byIssuerOrItsBody(by, row, entities, reasons);
      Issued.inForce(entities, row, reasons);
      reasons.refuseIfAny();
      return Decided.facts(new DirectiveLifted(row.directive(), row.target(), by, reason))
          .before(Expiry.earlier(entities.firstEnd(), row.expiresAt()))
          .onBehalfOf(row.issuer());
    }
  }
}
