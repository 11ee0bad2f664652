package nl.korf.service.live;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.StoreUnreachable;
import nl.korf.eventstore.StoredFact;
import nl.korf.projections.Projections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Follows the read models and encodes every fact they show, once for all streams of this node.
 * Encodes nothing while nobody listens. Safe from any thread.
 */
@Component
@ConditionalOnWebApplication
final class LiveHub {

  /** Facts encoded at a time. */
  static final int PIECE = 500;

  /** The map is drawn anew at most this often. */
  private static final long REDRAW_EVERY_NANOS = 2_000_000_000L;

  private static final long TRY_AGAIN_AFTER_NANOS = 1_000_000_000L;

  private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);

  private final FactLog log;
  private final Projections projections;
  private final LiveEvents events;
  private final LiveWindow window = new LiveWindow();
  private final AtomicInteger streams = new AtomicInteger();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wake = lock.newCondition();
  private final Projections.Subscription subscription;
  private final Thread thread;
  private boolean woken;
  private boolean redrawOwed;
  private long redrawnAt = System.nanoTime() - REDRAW_EVERY_NANOS;

  LiveHub(FactLog log, Projections projections, StatesOnMap states) {
    this.log = log;
    this.projections = projections;
    this.events = new LiveEvents(states);
    window.restartAt(projections.position());
    this.subscription = projections.onProjected(_ -> wake());
    this.thread = Thread.ofVirtual().name("live-hub").start(this::run);
  }

  LiveWindow window() {
    return window;
  }

  /** A stream begins; it must {@link #leave}. */
  int join() {
    return streams.incrementAndGet();
  }

  void leave() {
    streams.decrementAndGet();
  }

  /** Events after a position that the window no longer keeps, from the store. */
  List<byte[]> older(long position) {
    int limit = (int) Math.min(PIECE, Math.max(0, window.upTo() - position));
    List<StoredFact> facts = limit == 0 ? List.of() : log.read(position, limit);
    return events.facts(facts, window.upTo());
  }

  /** Streams end when the application begins to stop, or it would wait for them. */
  @EventListener(ContextClosedEvent.class)
  void close() {
    window.close();
    subscription.close();
    thread.interrupt();
  }

  private void wake() {
    lock.lock();
    try {
      woken = true;
      wake.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (window.isOpen()) {
        try {
          follow();
          redraw();
          rest(redrawOwed ? REDRAW_EVERY_NANOS / 4 : Long.MAX_VALUE);
        } catch (StoreUnreachable failure) {
          LOG.warn("Could not tell what changed, trying again: {}", failure.getMessage());
          rest(TRY_AGAIN_AFTER_NANOS);
        }
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow() {
    long shown = projections.position();
    while (window.isOpen() && window.upTo() < shown) {
      if (streams.get() == 0) {
        window.restartAt(shown);
        return;
      }
      long told = window.upTo();
      List<StoredFact> facts = log.read(told, (int) Math.min(PIECE, shown - told));
      redrawOwed |= LiveEvents.redraw(facts);
      window.add(events.facts(facts, shown));
    }
  }

  private void redraw() {
    long now = System.nanoTime();
    if (redrawOwed && now - redrawnAt >= REDRAW_EVERY_NANOS) {
      redrawOwed = false;
      redrawnAt = now;
      window.redrawAt(window.upTo());
    }
  }

  private void rest(long nanosMax) throws InterruptedException {
    long nanos = nanosMax;
    lock.lock();
    try {
      while (!woken && nanos > 0) {
        nanos = wake.awaitNanos(nanos);
      }
      woken = false;
    } finally {
      lock.unlock();
    }
  }
}
