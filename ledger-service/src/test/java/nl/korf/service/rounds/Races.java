package nl.korf.service.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import nl.korf.model.facts.RoundEvent.BallotCast;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.OutcomeComputed;
import nl.korf.model.rounds.Computed;
import nl.korf.model.rounds.Outcomes;
import nl.korf.model.rounds.RoundState;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Criteria;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import nl.korf.service.memory.Estate;
import nl.korf.service.stack.StackLedger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Verbs that lose, or would lose, a race on purpose. */
final class Races {

  /** Unlike a ballot after the answer that ended the round, this one always makes a difference. */
  static final WithdrawRound WITHDRAWAL =
      new WithdrawRound(Council.ROUND, "The plan changes", null);

  private Races() {}

  /** A ballot whose attempts are counted. */
  record WatchedBallot() implements Command {}

  record Watched(CastBallot.Handler handler, boolean shared, AtomicInteger attempts)
      implements Verb<WatchedBallot> {

    Watched(CastBallot.Handler handler, boolean shared) {
      this(handler, shared, new AtomicInteger());
    }

    @Override
    public Class<WatchedBallot> command() {
      return WatchedBallot.class;
    }

    @Override
    public Decided decide(WatchedBallot command, Boundary boundary) {
      attempts.incrementAndGet();
      if (shared) {
        boundary.facts(Criteria.tagged("in-round", Council.ROUND, BallotCast.class));
      }
      return handler.decide(Council.ballot(Choice.YES), boundary);
    }
  }

  /** A closing during whose first attempt something else is recorded. */
  record InterruptedClosing() implements Command {}

  static final class Interrupted implements Verb<InterruptedClosing> {

    final AtomicInteger attempts = new AtomicInteger();
    CloseRound.@Nullable Handler handler;
    Runnable meanwhile = () -> {};

    @Override
    public Class<InterruptedClosing> command() {
      return InterruptedClosing.class;
    }

    @Override
    public Decided decide(InterruptedClosing command, Boundary boundary) {
      CloseRound.Handler close = java.util.Objects.requireNonNull(handler);
      Decided decided = close.decide(new CloseRound(Council.ROUND), boundary);
      if (attempts.incrementAndGet() == 1) {
        CompletableFuture.runAsync(meanwhile).join();
      }
      return decided;
    }
  }

  /** A closing that looks at the round outside its boundary. */
  record CarelessClosing() implements Command {}

  static final class Careless implements Verb<CarelessClosing> {

    @Nullable StackLedger ledger;

    @Override
    public Class<CarelessClosing> command() {
      return CarelessClosing.class;
    }

    @Override
    public Decided decide(CarelessClosing command, Boundary boundary) {
      StackLedger there = java.util.Objects.requireNonNull(ledger);
      Computed seen = Outcomes.of(RoundState.of(there.facts()));
      CompletableFuture.runAsync(() -> there.send(Estate.LEAD, WITHDRAWAL)).join();
      return Decided.facts(
          new OutcomeComputed(
              Council.ROUND,
              seen.outcome(),
              seen.tally(),
              seen.failed(),
              seen.values(),
              boundary.now(),
              boundary.position()));
    }
  }

  /** A ballot between whose decision and record the deadline passes. */
  record SlowBallot() implements Command {}

  record Slow(boolean bound, AtomicInteger attempts) implements Verb<SlowBallot> {

    Slow(boolean bound) {
      this(bound, new AtomicInteger());
    }

    @Override
    public Class<SlowBallot> command() {
      return SlowBallot.class;
    }

    @Override
    public Decided decide(SlowBallot command, Boundary boundary) {
      int attempt = attempts.incrementAndGet();
      Decided decided = new CastBallot.Handler().decide(Council.ballot(Choice.YES), boundary);
      if (attempt == 1) {
        Instant deadline = java.util.Objects.requireNonNull(decided.notAfter());
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> Instant.now().isAfter(deadline));
      }
      return bound ? decided : decided.before(null);
    }
  }
}
