package nl.korf.projections;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes whoever waits; a ring while nobody waits is not lost. Safe from any thread. */
final class Bell {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private long rings;

  void ring() {
    lock.lock();
    try {
      rings++;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How often it rang; to be given to {@link #awaitAfter}. */
  long rings() {
    lock.lock();
    try {
      return rings;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a ring after the given one; false when the time is up. */
  boolean awaitAfter(long known, Duration patience) throws InterruptedException {
    long nanosLeft = patience.toNanos();
    lock.lock();
    try {
      while (rings <= known && nanosLeft > 0) {
        nanosLeft = rung.awaitNanos(nanosLeft);
      }
      return rings > known;
    } finally {
      lock.unlock();
    }
  }
}
