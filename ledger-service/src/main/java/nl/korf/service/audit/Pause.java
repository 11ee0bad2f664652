package nl.korf.service.audit;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Rests between two rounds of work, which end when the work is to end. Safe from any thread. */
final class Pause {

  private static final Duration STOP_MAX = Duration.ofSeconds(20);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition stopping = lock.newCondition();
  private volatile boolean open = true;

  /** Whether the work goes on. */
  boolean open() {
    return open;
  }

  void rest(Duration time) {
    long nanos = time.toNanos();
    lock.lock();
    try {
      while (open && nanos > 0) {
        nanos = stopping.awaitNanos(nanos);
      }
    } catch (InterruptedException closing) {
      open = false;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the work and waits for the thread that does it. */
  void end(@Nullable Thread working) {
    lock.lock();
    try {
      open = false;
      stopping.signalAll();
    } finally {
      lock.unlock();
    }
    if (working != null) {
      try {
        boolean _ = working.join(STOP_MAX);
      } catch (InterruptedException impatient) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
