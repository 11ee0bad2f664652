package nl.korf.service.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.model.facts.RoundEvent.BallotCast;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.OutcomeComputed;
import nl.korf.model.facts.RoundEvent.RoundOutcome;
import nl.korf.model.rounds.Computed;
import nl.korf.model.rounds.Outcomes;
import nl.korf.model.rounds.RoundState;
import nl.korf.model.rules.Rule;
import nl.korf.model.rules.RuleSpec;
import nl.korf.service.entities.DecisionSettings;
import nl.korf.service.groups.AddMember;
import nl.korf.service.kernel.Command;
import nl.korf.service.memory.Estate;
import nl.korf.service.people.RegisterPerson;
import nl.korf.service.stack.Racers;
import nl.korf.service.stack.StackLedger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The boundaries of ballots and closings on the real stack, each claim with a control. */
class RoundBoundaryTest {

  private static final int VOTERS = 64;

  @Test
  void sixtyFourBallotsInOneRoundCommitWithoutARetry() {
    Races.Watched plain = new Races.Watched(new CastBallot.Handler(), false);
    try (StackLedger ledger = new StackLedger(() -> List.of(plain))) {
      council(ledger, Council.majority());

      assertThat(Racers.run(ballots(ledger))).isEqualTo(VOTERS);

      assertThat(plain.attempts()).hasValue(VOTERS);
      assertThat(ballotsIn(ledger)).isEqualTo(VOTERS);
    }
  }

  @Test
  void withASharedTagTheSameBallotsConflict() {
    Races.Watched shared = new Races.Watched(new CastBallot.Handler(), true);
    try (StackLedger ledger = new StackLedger(() -> List.of(shared))) {
      council(ledger, Council.majority());

      Racers.run(ballots(ledger));

      assertThat(shared.attempts().get()).isGreaterThan(VOTERS);
    }
  }

  @Test
  void whatRacesTheClosingAfterTheAnswerIsRefusedAndTheClosingIsNotTriedAgain() {
    Races.Interrupted closing = new Races.Interrupted();
    try (StackLedger ledger = new StackLedger(() -> List.of(closing))) {
      council(ledger, Council.of(Rule.MANDATED));
      CloseRound.Handler handler =
          new CloseRound.Handler(ledger.competence(), DecisionSettings.DEFAULT);
      closing.act = boundary -> handler.decide(new CloseRound(Council.ROUND), boundary);
      closing.meanwhile =
          () -> {
            refused(Refusal.ROUND_ANSWERED, ledger, Council.ballot(Choice.NO));
            refused(Refusal.ROUND_ANSWERED, ledger, Races.WITHDRAWAL);
          };
      ledger.send(Estate.LEAD, Council.ballot(Choice.YES));

      ledger.send(new Races.Interruption());

      assertThat(closing.attempts).hasValue(1);
      assertThat(outcome(ledger).outcome()).isEqualTo(RoundOutcome.ADOPTED);
      refused(Refusal.ROUND_CLOSED, ledger, Council.ballot(Choice.YES));
    }
  }

  @Test
  void aWithdrawalThatRacesTheAnswerIsDecidedAnewAndRefused() {
    Races.Interrupted withdrawal = new Races.Interrupted();
    try (StackLedger ledger = new StackLedger(() -> List.of(withdrawal))) {
      council(ledger, Council.of(Rule.MANDATED));
      WithdrawRound.Handler handler = new WithdrawRound.Handler();
      withdrawal.act = boundary -> handler.decide(Races.WITHDRAWAL, boundary);
      withdrawal.meanwhile = () -> ledger.send(Estate.LEAD, Council.ballot(Choice.YES));

      refused(Refusal.ROUND_ANSWERED, ledger, new Races.Interruption());

      assertThat(withdrawal.attempts).hasValue(2);
      assertThat(Outcomes.of(RoundState.of(ledger.facts())).outcome())
          .isEqualTo(RoundOutcome.ADOPTED);
    }
  }

  @Test
  void withdrawnWithoutABoundaryTheSameAnswerIsLost() {
    Races.Careless careless = new Races.Careless();
    try (StackLedger ledger = new StackLedger(() -> List.of(careless))) {
      council(ledger, Council.of(Rule.MANDATED));
      careless.ledger = ledger;

      ledger.send(Estate.LEAD, new Races.CarelessWithdrawal());

      RoundState state = RoundState.of(ledger.facts());
      assertThat(Outcomes.endedBy(state)).isPresent();
      assertThat(state.withdrawn()).isPresent();
    }
  }

  private static void refused(Refusal refusal, StackLedger ledger, Command command) {
    assertThatThrownBy(() -> ledger.send(Estate.LEAD, command))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
  }

  @Test
  void aBallotDecidedBeforeTheDeadlineAndRecordedAfterItIsRefused() {
    Races.Slow slow = new Races.Slow(true);
    try (StackLedger ledger = new StackLedger(() -> List.of(slow))) {
      soon(ledger);

      assertThatThrownBy(() -> ledger.send(Estate.MEMBER, new Races.SlowBallot()))
          .isInstanceOfSatisfying(
              Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(Refusal.TOO_LATE));

      assertThat(slow.attempts()).hasValueGreaterThan(1);
      assertThat(ballotsIn(ledger)).isZero();
    }
  }

  @Test
  void withoutALatestMomentTheSameBallotLandsTooLateAndIsNotCounted() {
    Races.Slow slow = new Races.Slow(false);
    try (StackLedger ledger = new StackLedger(() -> List.of(slow))) {
      soon(ledger);

      ledger.send(Estate.MEMBER, new Races.SlowBallot());

      assertThat(ballotsIn(ledger)).isOne();
      assertThat(Outcomes.of(RoundState.of(ledger.facts())).tally().ballots()).isZero();
    }
  }

  @Test
  void ballotsAndClosingsAroundTheDeadlineLoseNothing() {
    try (StackLedger ledger = new StackLedger()) {
      council(ledger, Council.majority(), new AskedRound().until(Instant.now().plusSeconds(2)));
      List<Runnable> acts =
          IntStream.range(0, VOTERS)
              .<Runnable>mapToObj(number -> () -> answerUntilTooLate(ledger, voter(number)))
              .toList();

      CompletableFuture<Void> closing =
          CompletableFuture.runAsync(() ->
              Awaitility.await()
                  .atMost(Duration.ofSeconds(60))
                  .ignoreExceptionsMatching(Refused.class::isInstance)
                  .until(() -> !ledger.send(new CloseRound(Council.ROUND)).facts().isEmpty()));
      Racers.run(acts);
      closing.join();

      OutcomeComputed computed = outcome(ledger);
      Computed anew = Outcomes.of(RoundState.of(ledger.facts()));
      assertThat(computed.tally()).isEqualTo(anew.tally());
      assertThat(computed.tally().ballots()).isEqualTo(votersIn(ledger)).isPositive();
      assertThat(ledger.facts().stream().filter(fact -> fact.fact() instanceof BallotCast))
          .allMatch(fact -> fact.envelope().recordedAt().isBefore(computed.deadline()));
    }
  }

  /** Answers over and over; bounded by the deadline of the round. */
  private static void answerUntilTooLate(StackLedger ledger, PersonId person) {
    Choice next = Choice.YES;
    while (true) {
      try {
        ledger.send(person, Council.ballot(next));
        next = next == Choice.YES ? Choice.NO : Choice.YES;
      } catch (Refused late) {
        assertThat(late.refusal()).isIn(Refusal.TOO_LATE, Refusal.ROUND_CLOSED);
        return;
      }
    }
  }

  private static void soon(StackLedger ledger) {
    council(ledger, Council.majority(), new AskedRound().until(Instant.now().plusSeconds(2)));
  }

  private static void council(StackLedger ledger, RuleSpec spec) {
    council(
        ledger,
        spec,
        spec.rule() == Rule.MANDATED ? new AskedRound().decidedBy(Estate.LEAD) : new AskedRound());
  }

  /** The working group with all voters in it, and a round open. */
  private static void council(StackLedger ledger, RuleSpec spec, AskedRound asked) {
    Estate.founding().forEach(ledger::send);
    Racers.run(
        IntStream.range(0, VOTERS)
            .<Runnable>mapToObj(number ->
                () -> {
                  ledger.send(new RegisterPerson(voter(number), false));
                  ledger.send(new AddMember(Estate.GROUP, voter(number), null));
                })
            .toList());
    ledger.send(Estate.MEMBER, Estate.propose(Estate.INITIATIVE));
    ledger.send(Estate.LEAD, Council.rule(spec));
    OpenRound command = asked.command();
    boolean passed = command.deadline() != null;
    ledger.send(
        Estate.LEAD, passed ? asked.until(Instant.now().plusSeconds(2)).command() : command);
  }

  private static PersonId voter(int number) {
    return new PersonId("p-voter-" + number);
  }

  private static List<Runnable> ballots(StackLedger ledger) {
    return IntStream.range(0, VOTERS)
        .<Runnable>mapToObj(number -> () -> ledger.send(voter(number), new Races.WatchedBallot()))
        .toList();
  }

  private static long ballotsIn(StackLedger ledger) {
    return ledger.facts().stream().filter(fact -> fact.fact() instanceof BallotCast).count();
  }

  private static int votersIn(StackLedger ledger) {
    return (int)
        ledger.facts().stream()
            .filter(fact -> fact.fact() instanceof BallotCast)
            .map(fact -> ((BallotCast) fact.fact()).person())
            .distinct()
            .count();
  }

  private static OutcomeComputed outcome(StackLedger ledger) {
    return ledger.facts().stream()
        .map(fact -> fact.fact())
        .filter(OutcomeComputed.class::isInstance)
        .map(OutcomeComputed.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
