package nl.korf.service.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Look-ups of one kind, asked by many threads at once and answered together: while one question is
 * under way, the next ones collect and become one. Nobody waits who comes alone. Every answer is as
 * of a moment after it was asked for. Safe from any thread.
 *
 * @param <K> what is looked up
 * @param <V> what is found
 */
final class LookUps<K, V> {

  /** Most keys in one question. */
  static final int TOGETHER_MAX = 512;

  private final Function<Collection<K>, Map<K, V>> source;
  private final Queue<Asked<K, V>> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock asking = new ReentrantLock();

  /** Written by whoever asks, read by its owner; both hold the lock. */
  private static final class Asked<K, V> {
    private final K key;
    private @Nullable Supplier<Optional<V>> answer;

    Asked(K key) {
      this.key = key;
    }
  }

  /**
   * Look-ups in a source.
   *
   * @param source those of the keys that are there; what it throws, everybody who asked gets
   */
  LookUps(Function<Collection<K>, Map<K, V>> source) {
    this.source = source;
  }

  Optional<V> find(K key) {
    Asked<K, V> mine = new Asked<>(key);
    waiting.add(mine);
    asking.lock();
    try {
      Supplier<Optional<V>> answer = mine.answer;
      while (answer == null) {
        ask();
        answer = mine.answer;
      }
      return answer.get();
    } finally {
      asking.unlock();
    }
  }

  /** How many wait for an answer; some of them may be about to get it. */
  int waiting() {
    return waiting.size();
  }

  private void ask() {
    List<Asked<K, V>> together = new ArrayList<>();
    Asked<K, V> next = waiting.poll();
    while (next != null) {
      together.add(next);
      next = together.size() < TOGETHER_MAX ? waiting.poll() : null;
    }
    try {
      Map<K, V> found = source.apply(together.stream().map(asked -> asked.key).toList());
      together.forEach(asked -> asked.answer = () -> Optional.ofNullable(found.get(asked.key)));
    } catch (RuntimeException | Error failure) {
      together.forEach(asked ->
          asked.answer =
              () -> {
                throw failure;
              });
    }
  }
}
