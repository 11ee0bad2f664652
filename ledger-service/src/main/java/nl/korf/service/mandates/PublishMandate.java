package nl.korf.service.mandates;

import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.facts.MandateEvent.MandatePublished;
import nl.korf.model.invariants.Invariants;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.Standing;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A mandate was made known (Awb 3:42, rule M12), which changes nothing in whether it counts.
 *
 * @param reference where: the address or identifier of the publication
 * @param by who acts; null: who asks. A registrar records it without naming anybody
 */
public record PublishMandate(MandateId mandate, String reference, @Nullable PersonId by)
    implements Command {

  /** Longest reference, in characters. */
  static final int REFERENCE_LENGTH_MAX = 500;

  static final class Handler implements Verb<PublishMandate> {

    @Override
    public Class<PublishMandate> command() {
      return PublishMandate.class;
    }

    @Override
    public Decided decide(PublishMandate command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      MandateRow before = Sourced.subject(entities, command.mandate());
      Standing standing = Standing.in(entities);
      if (command.by() != null || !standing.registrar()) {
        PersonId by = standing.acting(command.by(), reasons);
        if (by == null) {
          throw reasons.refusal();
        }
        reasons.addAll(Invariants.upstream(command.mandate(), by, Sourced.knowledge(entities)));
      }
      String reference = command.reference().strip();
      reasons.when(reference.isEmpty(), Refusal.VALUE_MISSING, "field", "reference");
      reasons.when(
          reference.length() > REFERENCE_LENGTH_MAX,
          Refusal.VALUE_MALFORMED,
          "field",
          "reference",
          "value",
          "…",
          "problem",
          "%d characters, at most %d".formatted(reference.length(), REFERENCE_LENGTH_MAX));
      reasons.same(reference.equals(before.published()), command.mandate(), reference);
      reasons.refuseIfAny();
      return Decided.facts(new MandatePublished(command.mandate(), reference))
          .before(entities.firstEnd())
          .onBehalfOf(before.terms().grantor());
    }
  }
}
