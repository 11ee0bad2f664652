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
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * A number of callers at work, and what came of it. In a closed loop each starts its next call when
 * the last one has ended.
 *
 * @param perSecond calls that ended, a second
 * @param calls calls that ended
 * @param latency of each call, in microseconds
 */
record Load(double perSecond, long calls, Histogram latency) {

  private static final long LATENCY_MICROS_MAX = 60_000_000;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  /** One call; the number of the caller tells them apart. */
  @FunctionalInterface
  interface Call {
    void run(int caller) throws Exception;
  }

  /**
   * Runs for about {@code time}, every caller at least once; the first failure of a call ends the
   * measurement with it.
   */
  static Load run(int callers, Duration time, Call call) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    return run(callers, (caller, latency, calls) -> loop(caller, end, call, latency, calls));
  }

  /**
   * An open loop instead: calls begin at a steady pace whether or not earlier ones have ended, and
   * the time a call had to wait for its turn is part of its latency. So a pause is felt by all who
   * came during it.
   */
  static Load paced(int callers, int perSecond, Duration time, Call call) throws Exception {
    long begin = System.nanoTime();
    long interval = callers * NANOS_PER_SECOND / perSecond;
    return run(
        callers,
        (caller, latency, calls) ->
            paced(
                caller,
                begin + caller * interval / callers,
                interval,
                begin + time.toNanos(),
                call,
                latency,
                calls));
  }

  /** What one caller does until its time is up. */
  private interface Caller {
    Callable<Void> of(int caller, Histogram latency, LongAdder calls);
  }

  private static Load run(int callers, Caller caller) throws Exception {
    Histogram latency = new ConcurrentHistogram(LATENCY_MICROS_MAX, 3);
    LongAdder calls = new LongAdder();
    long begin = System.nanoTime();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int number = 0; number < callers; number++) {
        running.add(executor.submit(caller.of(number, latency, calls)));
      }
      for (Future<?> one : running) {
        join(one);
      }
    }
    double seconds = (System.nanoTime() - begin) / (double) NANOS_PER_SECOND;
    return new Load(calls.sum() / seconds, calls.sum(), latency);
  }

  private static Callable<Void> paced(
      int caller,
      long first,
      long interval,
      long end,
      Call call,
      Histogram latency,
      LongAdder calls) {
    return () -> {
      for (long due = first; due < end; due += interval) {
        for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
          LockSupport.parkNanos(early);
        }
        call.run(caller);
        record(latency, System.nanoTime() - due);
        calls.increment();
      }
      return null;
    };
  }

  private static Callable<Void> loop(
      int caller, long end, Call call, Histogram latency, LongAdder calls) {
    return () -> {
      long now = System.nanoTime();
      do {
        call.run(caller);
        long after = System.nanoTime();
        record(latency, after - now);
        calls.increment();
        now = after;
      } while (now < end);
      return null;
    };
  }

  private static void record(Histogram latency, long nanos) {
    latency.recordValue(Math.clamp(nanos / 1_000, 0, LATENCY_MICROS_MAX));
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
