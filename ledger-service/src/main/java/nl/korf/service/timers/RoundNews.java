package nl.korf.service.timers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.HeadSignal;
import nl.korf.eventstore.StoredFact;
import nl.korf.model.RoundId;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.FactTypes;
import nl.korf.model.facts.RoundEvent.RoundExtended;
import nl.korf.model.facts.RoundEvent.RoundOpened;
import nl.korf.model.facts.RoundEvent.RoundRestarted;
import nl.korf.service.kernel.LedgerFacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the deadline of every round that is open, and every new one from there on: from the read
 * model first, then from the log, so that none is missed in between. Tells some twice.
 */
final class RoundNews implements AutoCloseable {

  private static final List<Class<? extends Fact>> DEADLINES =
      List.of(RoundOpened.class, RoundExtended.class, RoundRestarted.class);

  /** Facts taken from the log at a time. */
  private static final int PIECE = 500;

  private static final Duration WAIT = Duration.ofSeconds(1);
  private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(RoundNews.class);

  private final FactLog log;
  private final HeadSignal head;
  private final OpenRounds rounds;
  private final BiConsumer<RoundId, Instant> listener;
  private final List<String> types = DEADLINES.stream().map(FactTypes::nameOf).toList();
  private volatile boolean open = true;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile long told;
  private final Thread thread = Thread.ofVirtual().name("round-news").unstarted(this::run);

  RoundNews(
      FactLog log, HeadSignal head, OpenRounds rounds, BiConsumer<RoundId, Instant> listener) {
    this.log = log;
    this.head = head;
    this.rounds = rounds;
    this.listener = listener;
  }

  void start() {
    thread.start();
  }

  @Override
  public void close() {
    open = false;
    closed.countDown();
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    boolean swept = false;
    while (open) {
      try {
        if (!swept) {
          sweep();
          swept = true;
        }
        follow();
      } catch (InterruptedException stopping) {
        return;
      } catch (RuntimeException failure) {
        if (open && !pause(failure)) {
          return;
        }
      }
    }
  }

  private boolean pause(RuntimeException failure) {
    LOG.warn("Could not keep the timers of rounds; trying again", failure);
    try {
      return !closed.await(TRY_AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      return false;
    }
  }

  private void sweep() {
    long position = rounds.position();
    rounds.asOf(position).forEach(listener);
    told = position;
  }

  private void follow() throws InterruptedException {
    if (!head.awaitBeyond(told, WAIT)) {
      return;
    }
    long upTo = head.head();
    while (open) {
      List<StoredFact> piece = log.ofTypes(types, told, upTo, PIECE);
      for (StoredFact stored : piece) {
        deadlines(LedgerFacts.recorded(stored).fact())
            .forEach(due -> listener.accept(due.round(), due.deadline()));
        told = stored.position();
      }
      if (piece.size() < PIECE) {
        told = upTo;
        return;
      }
    }
  }

  private record Due(RoundId round, Instant deadline) {}

  private static Stream<Due> deadlines(Fact fact) {
    return switch (fact) {
      case RoundOpened opened -> Stream.of(new Due(opened.round(), opened.deadline()));
      case RoundExtended extended -> Stream.of(new Due(extended.round(), extended.deadline()));
      case RoundRestarted anew -> Stream.of(new Due(anew.round(), anew.deadline()));
      default -> Stream.empty();
    };
  }
}
