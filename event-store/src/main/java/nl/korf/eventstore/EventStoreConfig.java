package nl.korf.eventstore;

import java.time.Clock;
import java.time.Duration;

/**
 * The limits and the clock of an event store. {@link #of} gives the defaults; every {@code with}
 * changes one.
 *
 * @param ledgerId enters every header; see {@link LedgerIdentity}
 * @param clock gives the moment of recording
 * @param clockTolerance appends are refused while this node and the database differ by more
 * @param batchAppendsMax appends that share one transaction; 1 switches group commit off
 * @param batchBytesMax bytes of facts after which a batch takes no further append
 * @param queueAppendsMax appends that may wait; one more is an {@link AppendQueueFull}
 * @param queueBytesMax bytes of facts that may wait
 * @param windowFacts recent facts kept in memory to check conditions against
 * @param streamFacts facts a stream fetches at once
 * @param poll how often the head is looked up in case a notification was lost
 * @param outcomePatience how long a commit with unknown outcome is asked after
 * @param tagIndex where tags are looked up
 */
public record EventStoreConfig(
    String ledgerId,
    Clock clock,
    Duration clockTolerance,
    int batchAppendsMax,
    long batchBytesMax,
    int queueAppendsMax,
    long queueBytesMax,
    int windowFacts,
    int streamFacts,
    Duration poll,
    Duration outcomePatience,
    TagIndex tagIndex) {

  /** The defaults for a ledger. */
  public static EventStoreConfig of(String ledgerId) {
    return new EventStoreConfig(
        ledgerId,
        Clock.systemUTC(),
        Duration.ofSeconds(2),
        512,
        16L << 20,
        10_000,
        64L << 20,
        20_000,
        1_000,
        Duration.ofSeconds(1),
        Duration.ofSeconds(60),
        TagIndex.B_TREE);
  }

  /** Another clock, for tests that set it. */
  public EventStoreConfig withClock(Clock other) {
    return new EventStoreConfig(
        ledgerId,
        other,
        clockTolerance,
        batchAppendsMax,
        batchBytesMax,
        queueAppendsMax,
        queueBytesMax,
        windowFacts,
        streamFacts,
        poll,
        outcomePatience,
        tagIndex);
  }

  /** Other bounds for batch and queue, in appends. */
  public EventStoreConfig withBatchAndQueue(int batchAppends, int queueAppends) {
    return new EventStoreConfig(
        ledgerId,
        clock,
        clockTolerance,
        batchAppends,
        batchBytesMax,
        queueAppends,
        queueBytesMax,
        windowFacts,
        streamFacts,
        poll,
        outcomePatience,
        tagIndex);
  }

  /** Another number of facts in memory and in a fetch of a stream. */
  public EventStoreConfig withWindow(int facts, int fetch) {
    return new EventStoreConfig(
        ledgerId,
        clock,
        clockTolerance,
        batchAppendsMax,
        batchBytesMax,
        queueAppendsMax,
        queueBytesMax,
        facts,
        fetch,
        poll,
        outcomePatience,
        tagIndex);
  }

  /** Other waiting times. */
  public EventStoreConfig withPatience(Duration headPoll, Duration outcome) {
    return new EventStoreConfig(
        ledgerId,
        clock,
        clockTolerance,
        batchAppendsMax,
        batchBytesMax,
        queueAppendsMax,
        queueBytesMax,
        windowFacts,
        streamFacts,
        headPoll,
        outcome,
        tagIndex);
  }

  /** Another place for tags, to measure it. */
  public EventStoreConfig withTagIndex(TagIndex other) {
    return new EventStoreConfig(
        ledgerId,
        clock,
        clockTolerance,
        batchAppendsMax,
        batchBytesMax,
        queueAppendsMax,
        queueBytesMax,
        windowFacts,
        streamFacts,
        poll,
        outcomePatience,
        other);
  }
}
