package nl.korf.service.directives;

import java.time.Duration;
import java.time.Instant;
import nl.korf.model.DirectiveId;
import nl.korf.model.FreeText;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.facts.DirectiveEvent.DirectiveExtended;
import nl.korf.model.facts.DirectiveEvent.DirectiveType;
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
 * A hold in force is prolonged, once, with a reason.
 *
 * @param expiresAt its new end; null: the term of this ledger once more
 * @param by who acts; null: who asks. A registrar records the act of another
 */
public record ExtendDirective(
    DirectiveId directive,
    @Nullable Instant expiresAt,
    @Nullable String reason,
    @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<ExtendDirective> {

    private final Duration holdTerm;

    Handler(Duration holdTerm) {
      this.holdTerm = holdTerm;
    }

    @Override
    public Class<ExtendDirective> command() {
      return ExtendDirective.class;
    }

    @Override
    public Decided decide(ExtendDirective command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      DirectiveRow row = Issued.subject(entities, command.directive());
      PersonId by = Standing.in(entities).acting(command.by(), reasons);
      @Nullable FreeText reason = Texts.required("reason", command.reason(), reasons);
      if (by == null) {
        throw reasons.refusal();
      }
      Issued.byIssuer(by, row, entities, reasons);
      Issued.inForce(entities, row, reasons);
      reasons.when(
          row.type() != DirectiveType.HOLD,
          Refusal.ONLY_HOLD_IS_EXTENDED,
          "directive",
          row.directive(),
          "type",
          row.type());
      reasons.when(
          row.extended(),
          Refusal.EXTENDED_BEFORE,
          "directive",
          row.directive(),
          "position",
          entities.origin(row).position(),
          "until",
          row.expiresAt());
      Instant end = Expiry.hold(command.expiresAt(), row.expiresAt(), holdTerm, reasons);
      reasons.refuseIfAny();
      return Decided.facts(new DirectiveExtended(row.directive(), row.target(), by, end, reason))
          .before(Expiry.earlier(entities.firstEnd(), row.expiresAt()))
          .onBehalfOf(row.issuer());
    }
  }
}
