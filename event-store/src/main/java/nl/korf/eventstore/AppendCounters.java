package nl.korf.eventstore;

import java.util.concurrent.atomic.LongAdder;

/** Counts what the appender does. Added to by its thread, read from any. */
final class AppendCounters {

  private final LongAdder batches = new LongAdder();
  private final LongAdder facts = new LongAdder();
  private final LongAdder refusals = new LongAdder();
  private final LongAdder conditionQueries = new LongAdder();

  /** A batch was committed, or had nothing to commit. */
  void add(Batch batch) {
    batches.increment();
    facts.add(batch.accepted().stream().mapToLong(one -> one.append().facts().size()).sum());
    refusals.add(batch.refusals());
    conditionQueries.add(batch.queries());
  }

  AppendStatistics statistics(int queued) {
    return new AppendStatistics(
        batches.sum(), facts.sum(), refusals.sum(), conditionQueries.sum(), queued);
  }
}
