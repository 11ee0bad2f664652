package nl.korf.service.kernel;

import java.time.Duration;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One queue per key, for the commands of this node. Whoever waits holds nothing, and waits for keys
 * in their order, so nobody waits for each other. Not bound to threads: a command's attempts may
 * run on several.
 */
final class Turns {

  /** How long a command waits for its turn. */
  static final Duration WAIT_MAX = Duration.ofSeconds(10);

  private static final class Queue {
    private final Semaphore turn = new Semaphore(1, true);
    private int users;
  }

  private final ConcurrentMap<String, Queue> queues = new ConcurrentHashMap<>();

  /** Takes the turn for a key if nobody has it. */
  boolean tryTake(String key) {
    if (join(key).turn.tryAcquire()) {
      return true;
    }
    leave(key);
    return false;
  }

  /**
   * Waits for the turn for every key, in order; false when the time was up, and then holds none.
   */
  boolean take(SortedSet<String> keys) {
    long deadline = System.nanoTime() + WAIT_MAX.toNanos();
    SortedSet<String> taken = new TreeSet<>();
    for (String key : keys) {
      if (!await(join(key), deadline)) {
        leave(key);
        give(taken);
        return false;
      }
      taken.add(key);
    }
    return true;
  }

  /** Gives the turns back. */
  void give(Collection<String> keys) {
    for (String key : keys) {
      Queue queue = queues.get(key);
      if (queue != null) {
        queue.turn.release();
      }
      leave(key);
    }
  }

  /** Keys somebody uses now. */
  int inUse() {
    return queues.size();
  }

  private static boolean await(Queue queue, long deadline) {
    try {
      return queue.turn.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Queue join(String key) {
    return queues.compute(
        key,
        (_, known) -> {
          Queue queue = known == null ? new Queue() : known;
          queue.users++;
          return queue;
        });
  }

  private void leave(String key) {
    queues.computeIfPresent(key, (_, queue) -> --queue.users == 0 ? null : queue);
  }
}
