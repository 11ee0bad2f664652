package nl.korf.service.entities;

import java.util.List;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoundEvent.ObjectionRaised;
import nl.korf.model.facts.RoundEvent.ObjectionSustained;
import org.jspecify.annotations.Nullable;

/**
 * An objection by its own facts.
 *
 * @param sustainedAt position of the fact that found its arguments there, or null
 * @param settledAt position of the fact that dismissed, integrated or withdrew it, or null
 */
public record SourcedObjection(
    ObjectionRaised raised, @Nullable Long sustainedAt, @Nullable Long settledAt) {

  static SourcedObjection of(List<RecordedFact> facts) {
    if (!(facts.getFirst().fact() instanceof ObjectionRaised raised)) {
      throw new IllegalArgumentException("an objection begins by being raised: " + facts);
    }
    SourcedObjection objection = new SourcedObjection(raised, null, null);
    for (RecordedFact fact : facts.subList(1, facts.size())) {
      objection =
          fact.fact() instanceof ObjectionSustained
              ? new SourcedObjection(raised, fact.position(), objection.settledAt())
              : new SourcedObjection(raised, objection.sustainedAt(), fact.position());
    }
    return objection;
  }
}
