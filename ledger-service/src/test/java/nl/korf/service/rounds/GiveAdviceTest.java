package nl.korf.service.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.korf.model.Party;
import nl.korf.model.Refusal;
import nl.korf.model.facts.RoundEvent.AdviceGiven;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.Stance;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class GiveAdviceTest {

  private final Council council = new Council();
  private final MemoryLedger ledger = council.ledger;

  GiveAdviceTest() {
    council.define(Council.advised(Party.of(Estate.DIRECTOR_ROLE)));
    council.open(new AskedRound().decidedBy(Estate.LEAD).command());
  }

  @Test
  void whoHoldsTheRoleThatWasAskedAdvises() {
    AdviceGiven given =
        (AdviceGiven)
            ledger.send(Estate.DIRECTOR, advice(Party.of(Estate.DIRECTOR_ROLE))).getFirst();

    assertThat(given.adviser()).isEqualTo(Party.of(Estate.DIRECTOR_ROLE));
    assertThat(given.person()).isEqualTo(Estate.DIRECTOR);
  }

  @Test
  void nobodyElseDoes() {
    assertThat(ledger.refused(Estate.OUTSIDER, advice(Party.of(Estate.DIRECTOR_ROLE))).refusal())
        .isEqualTo(Refusal.DOES_NOT_ACT_FOR);
    assertThat(ledger.refused(Estate.OUTSIDER, advice(null)).refusal())
        .isEqualTo(Refusal.NOT_AN_ADVISER);
  }

  @Test
  void adviceComesWithinTheAdvisersTime() {
    ledger.pass(Duration.ofDays(3));

    assertThat(ledger.refused(Estate.DIRECTOR, advice(Party.of(Estate.DIRECTOR_ROLE))).refusal())
        .isEqualTo(Refusal.TOO_LATE);
  }

  @Test
  void adviceComesBeforeTheAnswerThatEndedTheRound() {
    Party adviser = Party.of(Estate.DIRECTOR_ROLE);
    ledger.send(Estate.DIRECTOR, advice(adviser));
    council.vote(Estate.LEAD, Choice.YES);

    assertThat(ledger.refused(Estate.DIRECTOR, advice(adviser)).refusal())
        .isEqualTo(Refusal.ROUND_ANSWERED);
  }

  @Test
  void anAnswerBeforeTheAdviceEndsNothingAndTheAdviceIsTaken() {
    council.vote(Estate.LEAD, Choice.YES);

    assertThat(ledger.send(Estate.DIRECTOR, advice(Party.of(Estate.DIRECTOR_ROLE)))).hasSize(1);
  }

  @Test
  void afterTheClosingNoAdviceIsTaken() {
    Party adviser = Party.of(Estate.DIRECTOR_ROLE);
    ledger.send(Estate.DIRECTOR, advice(adviser));
    council.vote(Estate.LEAD, Choice.YES);
    ledger.send(Estate.MEMBER, new CloseRound(Council.ROUND));

    assertThat(ledger.refused(Estate.DIRECTOR, advice(adviser)).refusal())
        .isEqualTo(Refusal.ROUND_CLOSED);
  }

  private static GiveAdvice advice(@org.jspecify.annotations.Nullable Party adviser) {
    return new GiveAdvice(Council.ROUND, adviser, Stance.FOR, "Do it.", null);
  }
}
