package nl.korf.service.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.korf.model.Refusal;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.OutcomeComputed;
import nl.korf.model.facts.RoundEvent.RoundRestarted;
import nl.korf.service.initiatives.ReviseInitiative;
import nl.korf.service.memory.Estate;
import org.junit.jupiter.api.Test;

/** A text that is revised while a round is open about it. */
class RevisedDuringRoundTest {

  private final ReviseInitiative revise =
      new ReviseInitiative(Estate.INITIATIVE, null, null, null, null, "With a term.");

  @Test
  void underConsentTheRoundBeginsAnewInTheSameAppend() {
    Council council = Council.holding(Council.consent());
    council.ledger.pass(Duration.ofDays(3));
    Instant now = council.ledger.now();

    List<Fact> facts = council.ledger.send(Estate.MEMBER, revise);

    RoundRestarted anew = (RoundRestarted) facts.getLast();
    assertThat(anew.textVersion()).isEqualTo(2);
    assertThat(anew.deadline()).isEqualTo(now.plus(Council.WEEK));
    CastBallot onTheOldText = new CastBallot(Council.ROUND, Choice.YES, 1, null, null);
    assertThat(council.ledger.refused(Estate.MEMBER, onTheOldText).refusal())
        .isEqualTo(Refusal.TEXT_REVISED_SINCE);
  }

  @Test
  void theVotesOnTheEarlierTextAreVoid() {
    Council council = Council.holding(Council.consent());
    council.ledger.send(
        Estate.OFFICER, new RaiseObjection(null, Council.ROUND, Council.ALL, "No term", null));
    council.ledger.send(Estate.MEMBER, revise);

    OutcomeComputed computed = (OutcomeComputed) council.close().getFirst();

    assertThat(computed.tally().ballots()).isZero();
  }

  @Test
  void underAnotherRuleTheTextIsFrozen() {
    Council council = Council.holding(Council.majority());

    assertThat(council.ledger.refused(Estate.MEMBER, revise).refusal())
        .isEqualTo(Refusal.TEXT_FROZEN);
    council.close();
    assertThat(council.ledger.send(Estate.MEMBER, revise)).hasSize(1);
  }

  @Test
  void aRoundByConsentThatIsOverIsClosedFirst() {
    Council council = Council.holding(Council.consent());
    council.ledger.pass(Council.WEEK);

    assertThat(council.ledger.refused(Estate.MEMBER, revise).refusal())
        .isEqualTo(Refusal.TEXT_FROZEN);
  }
}
