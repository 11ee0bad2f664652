package nl.korf.projections;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import nl.korf.eventstore.StoredFact;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Timeline;

/** Cannot fold one fact about groups, for as long as it is poisonous. */
class PoisonedFold implements RowFold {

  private final RowFold healthy = RowFold.of(ReadModel.GROUPS);
  private final long poison;
  private final BooleanSupplier poisonous;

  PoisonedFold(long poison, BooleanSupplier poisonous) {
    this.poison = poison;
    this.poisonous = poisonous;
  }

  @Override
  public Set<String> types() {
    return healthy.types();
  }

  @Override
  public RecordedFact decode(StoredFact stored) {
    return healthy.decode(stored);
  }

  @Override
  public Set<String> entities(RecordedFact fact) {
    return healthy.entities(fact);
  }

  @Override
  public Optional<Timeline> next(Timeline timeline, String entity, RecordedFact fact) {
    if (fact.position() == poison && poisonous.getAsBoolean()) {
      throw new IllegalStateException("poison");
    }
    return healthy.next(timeline, entity, fact);
  }

  @Override
  public Timeline fold(String entity, Collection<RecordedFact> facts) {
    return healthy.fold(entity, facts);
  }
}
