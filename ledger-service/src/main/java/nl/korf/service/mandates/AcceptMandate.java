package nl.korf.service.mandates;

import nl.korf.model.FreeText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.facts.MandateEvent.MandateAccepted;
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
 * A holder elsewhere, or the body they work for, consents to a mandate (Awb 10:4(1), rule M11).
 * With the last consent it waits for it counts, by derivation.
 *
 * @param party whom the answer is for; null: everybody awaited the person may answer for
 * @param by who acts; null: who asks. A registrar records the act of another
 */
public record AcceptMandate(
    MandateId mandate, @Nullable Party party, @Nullable String reason, @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<AcceptMandate> {

    @Override
    public Class<AcceptMandate> command() {
      return AcceptMandate.class;
    }

    @Override
    public Decided decide(AcceptMandate command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      PersonId by = Standing.in(entities).acting(command.by(), reasons);
      @Nullable FreeText reason = Texts.of("reason", command.reason(), reasons);
      Answer answer = Answer.to(command.mandate(), command.party(), by, entities, reasons);
      return answer.decided(
          party -> new MandateAccepted(command.mandate(), party, answer.by(), reason));
    }
  }
}
