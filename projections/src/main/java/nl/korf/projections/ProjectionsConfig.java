package nl.korf.projections;

import java.time.Duration;

/**
 * Limits and times of the followers.
 *
 * @param batchFactsMax most facts folded into one transaction
 * @param entitiesCachedMax entities whose present rows a follower keeps in memory
 * @param poll longest time a follower sleeps without looking at the log
 * @param leaseRetry time between two attempts to take over a read model another node follows
 * @param retryFirst time to the second attempt at a fact that fails; doubles up to {@code retryMax}
 * @param grace time a retired generation stays readable
 */
public record ProjectionsConfig(
    int batchFactsMax,
    int entitiesCachedMax,
    Duration poll,
    Duration leaseRetry,
    Duration retryFirst,
    Duration retryMax,
    Duration grace) {

  public static final ProjectionsConfig DEFAULT =
      new ProjectionsConfig(
          4_000,
          16_384,
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofMinutes(1),
          Duration.ofMinutes(1));
}
