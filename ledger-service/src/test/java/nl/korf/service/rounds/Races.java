package nl.korf.service.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import nl.korf.model.facts.RoundEvent.BallotCast;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.RoundWithdrawn;
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

  /** Takes back a question that may have been answered. */
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

  /** An act during whose first attempt something else is recorded. */
  record Interruption() implements Command {}

  static final class Interrupted implements Verb<Interruption> {

    final AtomicInteger attempts = new AtomicInteger();
    @Nullable Function<Boundary, Decided> act;
    Runnable meanwhile = () -> {};

    @Override
    public Class<Interruption> command() {
      return Interruption.class;
    }

    @Override
    public Decided decide(Interruption command, Boundary boundary) {
      int attempt = attempts.incrementAndGet();
      Decided decided = java.util.Objects.requireNonNull(act).apply(boundary);
      if (attempt == 1) {
        CompletableFuture.runAsync(meanwhile).join();
      }
      return decided;
    }
  }

  /** A withdrawal that looks at nothing, during which the decider answers. */
  record CarelessWithdrawal() implements Command {}

  static final class Careless implements Verb<CarelessWithdrawal> {

    @Nullable StackLedger ledger;

    @Override
    public Class<CarelessWithdrawal> command() {
      return CarelessWithdrawal.class;
    }

    @Override
    public Decided decide(CarelessWithdrawal command, Boundary boundary) {
      StackLedger there = java.util.Objects.requireNonNull(ledger);
      CompletableFuture.runAsync(() -> there.send(Estate.LEAD, Council.ballot(Choice.YES))).join();
      return Decided.facts(new RoundWithdrawn(Council.ROUND, Estate.LEAD, null));
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
