package nl.korf.eventstore;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The limits and the clock of an event store. {@link #of} gives the defaults; every {@code with}
 * changes one.
 *
 * @param ledgerId enters every header; see {@link LedgerIdentity}
 * @param clock gives the moment of recording
 * @param clockTolerance appends are refused while this node and the database differ by more
 * @param aheadTolerance appends are refused while the newest fact was recorded further ahead of the
 *     database's clock; what {@code clockTolerance} lets a node be ahead is tolerated in any case
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
    Duration aheadTolerance,
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

  /** Another clock. */
  public EventStoreConfig withClock(Clock other) {
    return with(draft -> draft.clock = other);
  }

  /** Another difference that is tolerated between this node and the database. */
  public EventStoreConfig withClockTolerance(Duration other) {
    return with(draft -> draft.clockTolerance = other);
  }

  /** Another time the newest fact may lie ahead of the database's clock. */
  public EventStoreConfig withAheadTolerance(Duration other) {
    return with(draft -> draft.aheadTolerance = other);
  }

  /** How far the newest fact may lie ahead of the database's clock, by either tolerance. */
  Duration aheadTolerated() {
    return aheadTolerance.compareTo(clockTolerance) > 0 ? aheadTolerance : clockTolerance;
  }

  /** Other bounds for batch and queue, in appends. */
  public EventStoreConfig withBatchAndQueue(int batchAppends, int queueAppends) {
    return with(draft -> {
      draft.batchAppends = batchAppends;
      draft.queueAppends = queueAppends;
    });
  }

  /** Another number of facts in memory and in a fetch of a stream. */
  public EventStoreConfig withWindow(int facts, int fetch) {
    return with(draft -> {
      draft.window = facts;
      draft.stream = fetch;
    });
  }

  /** Other waiting times. */
  public EventStoreConfig withPatience(Duration headPoll, Duration outcome) {
    return with(draft -> {
      draft.poll = headPoll;
      draft.outcomePatience = outcome;
    });
  }

  /** Another place for tags, to measure it. */
  public EventStoreConfig withTagIndex(TagIndex other) {
    return with(draft -> draft.tagIndex = other);
  }

  private EventStoreConfig with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return new EventStoreConfig(
        ledgerId,
        draft.clock,
        draft.clockTolerance,
        draft.aheadTolerance,
        draft.batchAppends,
        batchBytesMax,
        draft.queueAppends,
        queueBytesMax,
        draft.window,
        draft.stream,
        draft.poll,
        draft.outcomePatience,
        draft.tagIndex);
  }

  /** What can be changed, while it is. */
  private static final class Draft {
    private Clock clock;
    private Duration clockTolerance;
    private Duration aheadTolerance;
    private int batchAppends;
    private int queueAppends;
    private int window;
    private int stream;
    private Duration poll;
    private Duration outcomePatience;
    private TagIndex tagIndex;

    Draft(EventStoreConfig from) {
      clock = from.clock;
      clockTolerance = from.clockTolerance;
      aheadTolerance = from.aheadTolerance;
      batchAppends = from.batchAppendsMax;
      queueAppends = from.queueAppendsMax;
      window = from.windowFacts;
      stream = from.streamFacts;
      poll = from.poll;
      outcomePatience = from.outcomePatience;
      tagIndex = from.tagIndex;
    }
  }
}
