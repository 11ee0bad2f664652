package nl.korf.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * A closed loop: a number of callers, each starting its next call when the last one has ended.
 *
 * @param perSecond calls that ended, a second
 * @param calls calls that ended
 * @param latency of each call, in microseconds
 */
record Load(double perSecond, long calls, Histogram latency) {

  private static final long LATENCY_MICROS_MAX = 60_000_000;

  /** One call; the number of the caller tells them apart. */
  @FunctionalInterface
  interface Call {
    void run(int caller) throws Exception;
  }

  /** Runs for about {@code time}; the first failure of a call ends the measurement with it. */
  static Load run(int callers, Duration time, Call call) throws Exception {
    Histogram latency = new ConcurrentHistogram(LATENCY_MICROS_MAX, 3);
    LongAdder calls = new LongAdder();
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int caller = 0; caller < callers; caller++) {
        running.add(executor.submit(loop(caller, end, call, latency, calls)));
      }
      for (Future<?> one : running) {
        join(one);
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new Load(calls.sum() / seconds, calls.sum(), latency);
  }

  private static Callable<Void> loop(
      int caller, long end, Call call, Histogram latency, LongAdder calls) {
    return () -> {
      for (long now = System.nanoTime(); now < end; ) {
        call.run(caller);
        long after = System.nanoTime();
        latency.recordValue(Math.min((after - now) / 1_000, LATENCY_MICROS_MAX));
        calls.increment();
        now = after;
      }
      return null;
    };
  }

  private static void join(Future<?> one) throws Exception {
    try {
      one.get();
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof Exception cause ? cause : failure;
    }
  }

  double p99Millis() {
    return latency.getValueAtPercentile(99) / 1_000.0;
  }

  double p50Millis() {
    return latency.getValueAtPercentile(50) / 1_000.0;
  }
}
