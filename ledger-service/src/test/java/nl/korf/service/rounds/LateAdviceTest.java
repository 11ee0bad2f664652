package nl.korf.service.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import nl.korf.model.Party;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoundEvent.AdviceGiven;
import nl.korf.model.facts.RoundEvent.BallotCast;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.Stance;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import nl.korf.service.memory.Estate;
import nl.korf.service.stack.StackLedger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Advice that races the answer which ends the round, on the real stack, with a control. */
class LateAdviceTest {

  private static final Party ADVISER = Party.of(Estate.DIRECTOR_ROLE);

  @Test
  void adviceThatRacesTheEndingAnswerIsDecidedAnewAndRefused() {
    Races.Interrupted advising = new Races.Interrupted();
    try (StackLedger ledger = new StackLedger(() -> List.of(advising, new Elsewhere()))) {
      advised(ledger);
      GiveAdvice.Handler handler = new GiveAdvice.Handler();
      advising.act = boundary -> handler.decide(advice(Stance.AGAINST), boundary);
      advising.meanwhile = () -> ledger.send(Estate.LEAD, new AnswerElsewhere());

      assertThatThrownBy(() -> ledger.send(Estate.DIRECTOR, new Races.Interruption()))
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> assertThat(refused.refusal()).isEqualTo(Refusal.ROUND_ANSWERED));

      assertThat(advising.attempts).hasValueGreaterThan(1);
      assertThat(lastOf(ledger)).isInstanceOf(BallotCast.class);
    }
  }

  @Test
  void advisedWithoutABoundaryTheSameAdviceLandsAfterTheEnd() {
    Careless careless = new Careless();
    try (StackLedger ledger = new StackLedger(() -> List.of(careless))) {
      advised(ledger);
      careless.ledger = ledger;

      ledger.send(Estate.DIRECTOR, new CarelessAdvice());

      assertThat(lastOf(ledger)).isInstanceOf(AdviceGiven.class);
    }
  }

  /** An answer by another node, which knows nothing of the turns taken on this one. */
  record AnswerElsewhere() implements Command {}

  static final class Elsewhere implements Verb<AnswerElsewhere> {

    @Override
    public Class<AnswerElsewhere> command() {
      return AnswerElsewhere.class;
    }

    @Override
    public Decided decide(AnswerElsewhere command, Boundary boundary) {
      return Decided.facts(new BallotCast(Council.ROUND, Estate.LEAD, Choice.YES, false, 1, null));
    }
  }

  /** Advice that looks at nothing, during which the decider answers. */
  record CarelessAdvice() implements Command {}

  static final class Careless implements Verb<CarelessAdvice> {

    @Nullable StackLedger ledger;

    @Override
    public Class<CarelessAdvice> command() {
      return CarelessAdvice.class;
    }

    @Override
    public Decided decide(CarelessAdvice command, Boundary boundary) {
      StackLedger there = Objects.requireNonNull(ledger);
      CompletableFuture.runAsync(() -> there.send(Estate.LEAD, Council.ballot(Choice.YES))).join();
      return Decided.facts(
          new AdviceGiven(Council.ROUND, ADVISER, Estate.DIRECTOR, Stance.AGAINST, null));
    }
  }

  private static GiveAdvice advice(Stance stance) {
    return new GiveAdvice(Council.ROUND, ADVISER, stance, "Mind the rent.", null);
  }

  /** A round whose only adviser has been heard: the next answer of the decider ends it. */
  private static void advised(StackLedger ledger) {
    Estate.founding().forEach(ledger::send);
    ledger.send(Estate.MEMBER, Estate.propose(Estate.INITIATIVE));
    ledger.send(Estate.LEAD, Council.rule(Council.advised(ADVISER)));
    ledger.send(Estate.LEAD, new AskedRound().decidedBy(Estate.LEAD).command());
    ledger.send(Estate.DIRECTOR, advice(Stance.FOR));
  }

  private static Fact lastOf(StackLedger ledger) {
    List<RecordedFact> facts = ledger.facts();
    return facts.getLast().fact();
  }
}
