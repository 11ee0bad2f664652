package nl.korf.eventstore;

/**
 * What the appender of this node has done since it started.
 *
 * @param batches transactions that were committed or found nothing to commit
 * @param facts facts made durable
 * @param refusals appends refused for their boundary, their command id or their deadline
 * @param conditionQueries conditions too old for the window in memory
 * @param queued appends waiting now
 */
public record AppendStatistics(
    long batches, long facts, long refusals, long conditionQueries, int queued) {}
