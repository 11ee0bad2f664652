package nl.korf.eventstore;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits for the appender, bounded in appends and in bytes. Many threads offer, one takes. A
 * batch is what waits when the appender comes and what arrives while it waits for the ledger lock:
 * there is no artificial delay.
 */
final class AppendQueue {

  /** What a caller is told to wait when the queue is full. */
  static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final int appendsMax;
  private final long bytesMax;
  private final Deque<Append> waiting = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private long bytes;
  private boolean closed;

  AppendQueue(int appendsMax, long bytesMax) {
    this.appendsMax = appendsMax;
    this.bytesMax = bytesMax;
  }

  /** Throws {@link AppendQueueFull} or {@link StoreClosed}; then nothing was queued. */
  void offer(Append append) {
    long size = append.bytes();
    lock.lock();
    try {
      if (closed) {
        throw new StoreClosed();
      }
      // one append alone always fits: its own limits bound it
      if (waiting.size() >= appendsMax || (!waiting.isEmpty() && bytes + size > bytesMax)) {
        throw new AppendQueueFull(waiting.size(), RETRY_AFTER);
      }
      waiting.addLast(append);
      bytes += size;
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for work; an empty list says that the queue is closed and drained. */
  List<Append> take(int batchAppendsMax, long batchBytesMax) throws InterruptedException {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        arrived.await();
      }
      List<Append> batch = new ArrayList<>(Math.min(waiting.size(), batchAppendsMax));
      move(batch, batchAppendsMax, batchBytesMax);
      return batch;
    } finally {
      lock.unlock();
    }
  }

  /** Adds what waits now to a batch, within the same limits; returns what was added. */
  List<Append> join(List<Append> batch, int batchAppendsMax, long batchBytesMax) {
    lock.lock();
    try {
      int before = batch.size();
      move(batch, batchAppendsMax, batchBytesMax);
      return batch.subList(before, batch.size());
    } finally {
      lock.unlock();
    }
  }

  private void move(List<Append> batch, int appendsAtMost, long bytesAtMost) {
    long batchBytes = batch.stream().mapToLong(Append::bytes).sum();
    while (!waiting.isEmpty() && batch.size() < appendsAtMost && batchBytes < bytesAtMost) {
      Append append = waiting.removeFirst();
      bytes -= append.bytes();
      batchBytes += append.bytes();
      batch.add(append);
    }
  }

  /** Takes no more; what waits can still be taken. */
  void close() {
    lock.lock();
    try {
      closed = true;
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Gives up what still waits. */
  List<Append> abandon() {
    lock.lock();
    try {
      List<Append> rest = List.copyOf(waiting);
      waiting.clear();
      bytes = 0;
      return rest;
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }
}
