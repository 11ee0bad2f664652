package nl.korf.service.mandates;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.facts.Fact;
import nl.korf.model.invariants.Consents;
import nl.korf.model.knowledge.Dated;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.MandateEntities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.kernel.Decided;
import org.jspecify.annotations.Nullable;

/**
 * An answer to an offered mandate, consent or refusal, that may be given.
 *
 * @param parties whom it is for, each a fact of its own
 * @param by who gives it
 * @param notAfter when what it rests on ends, or null
 */
record Answer(List<Party> parties, PersonId by, @Nullable Instant notAfter) {

  static Answer to(
      MandateId mandate,
      @Nullable Party named,
      @Nullable PersonId by,
      Entities entities,
      Reasons reasons) {
    MandateRow row = Sourced.subject(entities, mandate);
    if (by == null) {
      throw reasons.refusal();
    }
    Knowledge knowledge = Sourced.knowledge(entities);
    MandateEntities asked = MandateEntities.in(entities);
    Predicate<Party> mayAnswerFor = party -> asked.answersFor(by, party, knowledge);
    Entities.Origin origin = entities.origin(row);
    reasons.addAll(
        Consents.reasons(
            new Dated<>(row, origin.since(), origin.until()), named, by.toString(), mayAnswerFor));
    reasons.refuseIfAny();
    return new Answer(Consents.answered(row, named, mayAnswerFor), by, entities.firstEnd());
  }

  Decided decided(Function<Party, Fact> fact) {
    Fact[] facts = parties.stream().map(fact).toArray(Fact[]::new);
    return Decided.facts(facts).before(notAfter).onBehalfOf(parties.getFirst());
  }
}
