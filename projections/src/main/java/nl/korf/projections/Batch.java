package nl.korf.projections;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.korf.eventstore.StoreUnreachable;
import nl.korf.eventstore.StoredFact;
import nl.korf.model.facts.RecordedFact;
import org.jspecify.annotations.Nullable;

/** The facts of one batch with the entities they concern, up to one that cannot be folded. */
final class Batch {

  /** Facts folded before other virtual threads get their turn. */
  private static final int YIELD_FACTS = 64;

  private record Concern(RecordedFact fact, String type, Set<String> entities) {}

  private final List<Concern> concerns;
  private @Nullable FactFailed failed;

  private Batch(int facts) {
    concerns = new ArrayList<>(facts);
  }

  /** Decodes facts, as far as that goes. */
  static Batch decode(RowFold fold, List<StoredFact> stored) {
    Batch batch = new Batch(stored.size());
    for (StoredFact one : stored) {
      try {
        RecordedFact fact = fold.decode(one);
        batch.concerns.add(new Concern(fact, one.type(), new TreeSet<>(fold.entities(fact))));
      } catch (RuntimeException | StackOverflowError failure) {
        batch.failed = new FactFailed(one.position(), one.type(), failure);
        return batch;
      }
      giveWay(batch.size());
    }
    return batch;
  }

  /** Folds the facts one after the other, as far as that goes. */
  void fold(Connection connection, Entities entities, Folding folding) throws SQLException {
    Set<String> names = new LinkedHashSet<>();
    concerns.forEach(concern -> names.addAll(concern.entities()));
    entities.fetch(connection, names);
    int folded = 0;
    for (Concern concern : concerns) {
      try {
        folding.take(concern.fact(), concern.entities());
      } catch (StoreUnreachable unreachable) {
        throw unreachable;
      } catch (RuntimeException | StackOverflowError failure) {
        failed = new FactFailed(concern.fact().position(), concern.type(), failure);
        return;
      }
      giveWay(++folded);
    }
  }

  /** The first fact that could not be folded, or decoded. */
  @Nullable FactFailed failed() {
    return failed;
  }

  int size() {
    return concerns.size();
  }

  /** The first fact, of which a failure makes sure that it is to blame. */
  FactFailed first(Throwable failure) {
    Concern only = concerns.getFirst();
    return new FactFailed(only.fact().position(), only.type(), failure);
  }

  /** Virtual threads are not interrupted while they compute: without this, requests would wait. */
  @SuppressWarnings("ThreadPriorityCheck")
  private static void giveWay(int done) {
    if (done % YIELD_FACTS == 0) {
      Thread.yield();
    }
  }
}
