package nl.korf.service.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The latest events, encoded, shared by all streams: one for every position after {@link #from} up
 * to {@link #upTo}. Bounded; the oldest make way. Safe from any thread.
 */
final class LiveWindow {

  /** Most events that are kept. */
  static final int EVENTS_MAX = 8_192;

  private final byte[][] ring = new byte[EVENTS_MAX][];
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private long from;
  private long upTo;
  private long redraw;
  private boolean open = true;

  /** Forgets what is kept; what comes next is after this position. */
  void restartAt(long position) {
    lock.lock();
    try {
      from = position;
      upTo = position;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The events of the positions that follow. */
  void add(List<byte[]> events) {
    lock.lock();
    try {
      for (byte[] event : events) {
        upTo++;
        ring[slot(upTo)] = event;
      }
      from = Math.max(from, upTo - EVENTS_MAX);
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The map is to be drawn anew, at this position. */
  void redrawAt(long position) {
    lock.lock();
    try {
      redraw = position;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The position at which the map was last to be drawn anew. */
  long redraw() {
    lock.lock();
    try {
      return redraw;
    } finally {
      lock.unlock();
    }
  }

  long upTo() {
    lock.lock();
    try {
      return upTo;
    } finally {
      lock.unlock();
    }
  }

  /** The events after a position, at most {@code limit}; null when they are no longer kept. */
  @Nullable List<byte[]> after(long position, int limit) {
    lock.lock();
    try {
      if (position < from) {
        return null;
      }
      long last = Math.min(upTo, position + limit);
      List<byte[]> events = new ArrayList<>();
      for (long at = position + 1; at <= last; at++) {
        events.add(ring[slot(at)]);
      }
      return events;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until there is an event after a position, or the map was to be drawn anew after {@code
   * redrawn}; false when the time is up or all ends.
   */
  boolean awaitNews(long position, long redrawn, long millis) throws InterruptedException {
    long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
    lock.lock();
    try {
      while (open && upTo <= position && redraw <= redrawn && nanos > 0) {
        nanos = news.awaitNanos(nanos);
      }
      return open && (upTo > position || redraw > redrawn);
    } finally {
      lock.unlock();
    }
  }

  boolean isOpen() {
    lock.lock();
    try {
      return open;
    } finally {
      lock.unlock();
    }
  }

  /** Ends every wait. */
  void close() {
    lock.lock();
    try {
      open = false;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static int slot(long position) {
    return (int) (position % EVENTS_MAX);
  }
}
