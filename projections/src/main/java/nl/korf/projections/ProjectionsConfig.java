package nl.korf.projections;

import java.time.Duration;
import nl.korf.eventstore.FactLog;
import nl.korf.model.view.ReadModel;

/**
 * Limits and times of the followers.
 *
 * @param batchFactsMax most facts folded into one transaction, 1 to {@link FactLog#READ_FACTS_MAX}
 * @param entitiesCachedMax entities whose present rows a follower keeps in memory
 * @param loadEntitiesMax entities a follower keeps in memory while it fills a generation for the
 *     first time; a ledger with more is loaded so far, and followed from there
 * @param poll longest time a follower sleeps without looking at the log
 * @param leaseRetry time between two attempts to take over a read model another node follows
 * @param retryFirst time to the second attempt at a fact that fails; doubles up to {@code retryMax}
 * @param grace time a retired generation stays readable
 */
public record ProjectionsConfig(
    int batchFactsMax,
    int entitiesCachedMax,
    int loadEntitiesMax,
    Duration poll,
    Duration leaseRetry,
    Duration retryFirst,
    Duration retryMax,
    Duration grace) {

  public ProjectionsConfig {
    if (batchFactsMax < 1 || batchFactsMax > FactLog.READ_FACTS_MAX) {
      // the log gives no more at once, and what it leaves out would be taken to be not there
      throw new IllegalArgumentException(
          "a batch has 1 to %d facts, not %d".formatted(FactLog.READ_FACTS_MAX, batchFactsMax));
    }
  }

  public static final ProjectionsConfig DEFAULT =
      new ProjectionsConfig(
          4_000,
          16_384,
          loadEntitiesMax(Runtime.getRuntime().maxMemory()),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofMinutes(1),
          Duration.ofMinutes(1));

  private static final int ENTITY_BYTES = 2_048;
  private static final int LOAD_ENTITIES_MAX = 250_000;

  /** With a quarter of the memory for the loads of all read models together. */
  private static int loadEntitiesMax(long memoryBytes) {
    long each = memoryBytes / 4 / ReadModel.values().length / ENTITY_BYTES;
    return (int) Math.min(each, LOAD_ENTITIES_MAX);
  }
}
