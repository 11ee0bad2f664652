package nl.korf.service.decisions;

import nl.korf.model.DecisionId;
import nl.korf.model.FreeText;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.facts.DecisionEvent.DissentRecorded;
import nl.korf.service.entities.DecisionEntities;
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
 * Somebody with a part in a decision differs; it is published beside the decision and blocks
 * nothing, whether the decision works or not.
 *
 * @param by who differs; null: who asks. A registrar records the view of another
 */
public record RecordDissent(DecisionId decision, @Nullable String text, @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<RecordDissent> {

    @Override
    public Class<RecordDissent> command() {
      return RecordDissent.class;
    }

    @Override
    public Decided decide(RecordDissent command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      Earlier earlier = Earlier.subject(command.decision(), entities);
      PersonId by = Standing.in(entities).acting(command.by(), reasons);
      @Nullable FreeText text = Texts.required("text", command.text(), reasons);
      if (by == null) {
        throw reasons.refusal();
      }
      Parts.need(earlier.row(), by, entities, reasons);
      DecisionEntities.in(entities).dissents(command.decision()).stream()
          .filter(fact ->
              fact.fact() instanceof DissentRecorded earlierOne && earlierOne.person().equals(by))
          .findFirst()
          .ifPresent(fact ->
              reasons.add(
                  Refusal.ALREADY_DISSENTED,
                  "person",
                  by,
                  "decision",
                  command.decision(),
                  "position",
                  fact.position()));
      reasons.refuseIfAny();
      return Decided.facts(new DissentRecorded(command.decision(), by, text))
          .before(entities.firstEnd());
    }
  }
}
