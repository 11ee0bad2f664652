package nl.korf.service.timers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import nl.korf.model.RoundId;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.OutcomeComputed;
import nl.korf.model.facts.RoundEvent.RoundOpened;
import nl.korf.model.rounds.RuleSpecs;
import nl.korf.service.memory.Estate;
import nl.korf.service.rounds.CastBallot;
import nl.korf.service.rounds.CloseRound;
import nl.korf.service.rounds.OpenRound;
import nl.korf.service.stack.StackLedger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Timers over the real stack. */
class RoundTimersTest {

  private static final RoundTimers.Pace QUICK =
      new RoundTimers.Pace(
          Duration.ofMillis(100),
          Duration.ofMillis(500),
          4,
          Duration.ofMillis(200),
          Duration.ofSeconds(10));

  private final StackLedger ledger = new StackLedger();

  RoundTimersTest() {
    Estate.founding().forEach(ledger::send);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void aRoundIsClosedByTheTimerWhenItsTimeHasCome() {
    try (RoundTimers timers = ledger.timers(Clock.systemUTC(), QUICK)) {
      timers.start();
      Instant deadline = open("round-1", Duration.ofSeconds(2));

      RecordedFact outcome =
          patiently().until(() -> outcomes(), list -> !list.isEmpty()).getFirst();

      assertThat(outcome.envelope().actor()).isEqualTo("system:timer");
      assertThat(outcome.envelope().recordedAt()).isAfterOrEqualTo(deadline);
      assertThat(outcome.envelope().commandId())
          .isEqualTo(RoundTimers.commandId(new RoundId("round-1"), deadline).toString());
    }
  }

  @Test
  void whatCameDueWhileNoNodeRanIsFoundAtTheStart() {
    open("round-1", Duration.ofSeconds(1));
    ledger.settle();
    assertThat(rows()).isZero();

    try (RoundTimers timers = ledger.timers(Clock.systemUTC(), QUICK)) {
      timers.start();

      patiently().until(() -> outcomes().size() == 1);
    }
  }

  @Test
  void aTimerThatWasLostIsMadeAgainAtTheNextStart() {
    open("round-1", Duration.ofSeconds(4));
    try (RoundTimers timers = ledger.timers(Clock.systemUTC(), QUICK)) {
      timers.start();
      patiently().until(() -> rows() == 1);
    }
    ledger.database().sql("delete from service.timer").update();
    assertThat(outcomes()).isEmpty();
    ledger.settle();

    try (RoundTimers timers = ledger.timers(Clock.systemUTC(), QUICK)) {
      timers.start();
      patiently().until(() -> outcomes().size() == 1);
      patiently().until(() -> rows() == 0);
    }
  }

  @Test
  void aTimerInTheHandsOfANodeThatDiedIsTakenOver() {
    open("round-1", Duration.ofSeconds(1));
    ledger
        .database()
        .sql(
            """
            insert into service.timer (task_name, task_instance, execution_time, picked, picked_by,
              last_heartbeat, consecutive_failures, version)
            values ('close-round', 'round-1', now() - interval '1 hour', true, 'gone',
              now() - interval '1 hour', 0, 1)
            """)
        .update();

    try (RoundTimers timers = ledger.timers(Clock.systemUTC(), QUICK)) {
      timers.start();

      patiently().until(() -> outcomes().size() == 1);
    }
  }

  @Test
  void twoNodesCloseEachRoundOnce() {
    int rounds = 12;
    try (RoundTimers one = ledger.timers(Clock.systemUTC(), QUICK);
        RoundTimers other = ledger.timers(Clock.systemUTC(), QUICK)) {
      one.start();
      other.start();
      IntStream.range(0, rounds).forEach(n -> open("round-" + n, Duration.ofSeconds(2)));

      patiently().until(() -> outcomes().size() == rounds);
      patiently().until(() -> rows() == 0);
    }
    assertThat(outcomes()).hasSize(rounds);
  }

  @Test
  void aNodeWhoseClockIsAheadClosesNothingEarly() {
    Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
    try (RoundTimers timers = ledger.timers(ahead, QUICK)) {
      timers.start();
      Instant deadline = open("round-1", Duration.ofSeconds(3));

      RecordedFact outcome =
          patiently().until(() -> outcomes(), list -> !list.isEmpty()).getFirst();

      assertThat(outcome.envelope().recordedAt()).isAfterOrEqualTo(deadline);
    }
  }

  @Test
  void aTimerThatIsLateChangesNothing() {
    open("in-time", Duration.ofSeconds(2));
    open("late", Duration.ofSeconds(2));
    vote("in-time");
    vote("late");
    patiently()
        .ignoreExceptions()
        .until(() -> !ledger.send(new CloseRound(new RoundId("in-time"))).facts().isEmpty());
    Instant before = outcomes().getFirst().envelope().recordedAt();
    patiently().until(() -> Instant.now().isAfter(before.plusSeconds(2)));
    ledger.settle();

    try (RoundTimers timers = ledger.timers(Clock.systemUTC(), QUICK)) {
      timers.start();
      patiently().until(() -> outcomes().size() == 2);
    }

    OutcomeComputed first = (OutcomeComputed) outcomes().getFirst().fact();
    OutcomeComputed second = (OutcomeComputed) outcomes().getLast().fact();
    assertThat(second.outcome()).isEqualTo(first.outcome());
    assertThat(second.tally()).isEqualTo(first.tally());
    assertThat(second.failed()).isEqualTo(first.failed());
  }

  private void vote(String round) {
    CastBallot ballot = new CastBallot(new RoundId(round), Choice.YES, null, null, null);
    ledger.send(Estate.LEAD, ballot);
  }

  /** Opens a round on a question of its own; its deadline. */
  private Instant open(String id, Duration period) {
    OpenRound command =
        new OpenRound(
            new RoundId(id),
            Estate.GROUP,
            null,
            null,
            null,
            Estate.name("Question"),
            null,
            RuleSpecs.presets().getFirst().ref(),
            Instant.now().plus(period),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            "Shall we?");
    return ((RoundOpened) ledger.send(Estate.LEAD, command).facts().getFirst().fact()).deadline();
  }

  private List<RecordedFact> outcomes() {
    return ledger.facts().stream().filter(fact -> fact.fact() instanceof OutcomeComputed).toList();
  }

  private long rows() {
    return Objects.requireNonNull(
        ledger.database().sql("select count(*) from service.timer").query(Long.class).single());
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(60));
  }
}
