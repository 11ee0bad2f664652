package nl.korf.projections;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import nl.korf.eventstore.StoredFact;
import nl.korf.model.facts.FactJson;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.view.Evolution;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Timeline;

/**
 * Port: how stored facts become the rows of one read model. Pure; may throw for a fact it cannot
 * make sense of, which stops the read model at that fact.
 */
interface RowFold {

  /** Stored names of the facts that can change a row. */
  Set<String> types();

  RecordedFact decode(StoredFact stored);

  /** The entities whose rows the fact may change. */
  Set<String> entities(RecordedFact fact);

  /** The quick path; empty when the fact comes late and all have to be folded anew. */
  Optional<Timeline> next(Timeline timeline, String entity, RecordedFact fact);

  Timeline fold(String entity, Collection<RecordedFact> facts);

  /** The fold of the language itself. */
  static RowFold of(ReadModel model) {
    return new ByEvolution(Evolution.of(model));
  }

  /** Rows as {@link nl.korf.model.view} defines them. */
  record ByEvolution(Evolution evolution) implements RowFold {

    @Override
    public Set<String> types() {
      return evolution.types();
    }

    @Override
    public RecordedFact decode(StoredFact stored) {
      return new RecordedFact(
          FactJson.envelope(stored.position(), stored.recordedAt(), stored.meta()),
          FactJson.decode(stored.type(), stored.version(), stored.payload(), null));
    }

    @Override
    public Set<String> entities(RecordedFact fact) {
      return evolution.entities(fact);
    }

    @Override
    public Optional<Timeline> next(Timeline timeline, String entity, RecordedFact fact) {
      return timeline.next(evolution, entity, fact);
    }

    @Override
    public Timeline fold(String entity, Collection<RecordedFact> facts) {
      return Timeline.fold(evolution, entity, facts);
    }
  }
}
