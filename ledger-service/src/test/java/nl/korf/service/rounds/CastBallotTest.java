package nl.korf.service.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.RoundId;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.RoundEvent.BallotCast;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.RoundExtended;
import nl.korf.model.rules.Fraction;
import nl.korf.model.rules.Rule;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class CastBallotTest {

  private final Council council = Council.holding(Council.majority());
  private final MemoryLedger ledger = council.ledger;

  @Test
  void anElectorAnswersAndMayChangeTheAnswer() {
    BallotCast first = (BallotCast) council.vote(Estate.MEMBER, Choice.NO).getFirst();
    BallotCast second = (BallotCast) council.vote(Estate.MEMBER, Choice.YES).getFirst();

    assertThat(first.choice()).isEqualTo(Choice.NO);
    assertThat(second.choice()).isEqualTo(Choice.YES);
    assertThat(second.reasoned()).isTrue();
  }

  @Test
  void aBallotRestsOnTheVotersOwnBallotsNotOnThoseOfOthers() {
    council.vote(Estate.MEMBER, Choice.YES);

    assertThat(ledger.dependsOn(ballotOf(Estate.MEMBER))).isTrue();
    assertThat(ledger.dependsOn(ballotOf(Estate.OFFICER))).isFalse();
    assertThat(ledger.dependsOn(new RoundExtended(Council.ROUND, ledger.now()))).isTrue();
  }

  @Test
  void aBallotIsToBeRecordedBeforeTheDeadline() {
    council.vote(Estate.MEMBER, Choice.YES);
    assertThat(ledger.lastNotAfter()).isNotNull();

    ledger.pass(Council.WEEK);

    assertThat(ledger.refused(Estate.MEMBER, Council.ballot(Choice.NO)).refusal())
        .isEqualTo(Refusal.TOO_LATE);
  }

  @Test
  void theDeadlineItselfIsTooLate() {
    Council exact = new Council();
    exact.define(Council.majority());
    Instant deadline = exact.ledger.now().plus(Duration.ofHours(1));
    exact.open(new AskedRound().until(deadline).command());
    exact.ledger.pass(Duration.between(exact.ledger.now(), deadline));

    assertThat(exact.ledger.refused(Estate.MEMBER, Council.ballot(Choice.NO)).refusal())
        .isEqualTo(Refusal.TOO_LATE);
  }

  @Test
  void nobodyAnswersWithoutAVoiceOrAsAnother() {
    assertThat(ledger.refused(Estate.OUTSIDER, Council.ballot(Choice.YES)).refusal())
        .isEqualTo(Refusal.NOT_AN_ELECTOR);
    CastBallot asMember = new CastBallot(Council.ROUND, Choice.YES, null, null, Estate.MEMBER);
    assertThat(ledger.refused(Estate.LEAD, asMember).refusal()).isEqualTo(Refusal.ACTS_AS_ANOTHER);
    assertThat(ledger.send(asMember)).hasSize(1);
  }

  @Test
  void whoSteppedBackAnswersNoMore() {
    ledger.send(Estate.MEMBER, new DeclareInterest(Council.ROUND, null, "A flat of mine", null));

    assertThat(ledger.refused(Estate.MEMBER, Council.ballot(Choice.YES)).refusal())
        .isEqualTo(Refusal.RECUSED_FROM_ROUND);
  }

  @Test
  void anotherTextIsNotAnswered() {
    CastBallot other = new CastBallot(Council.ROUND, Choice.YES, 4, null, null);

    assertThat(ledger.refused(Estate.MEMBER, other).refusal())
        .isEqualTo(Refusal.TEXT_REVISED_SINCE);
  }

  @Test
  void aRuleMayAskForAReason() {
    Council strict =
        Council.holding(
            new AskedSpec(
                    Rule.MAJORITY,
                    Council.WEEK,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    true,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null)
                .spec());
    CastBallot without = new CastBallot(Council.ROUND, Choice.YES, null, " ", null);

    assertThat(strict.ledger.refused(Estate.MEMBER, without).refusal())
        .isEqualTo(Refusal.VALUE_MISSING);
  }

  @Test
  void aRoundThatEndedTakesNoAnswer() {
    council.all(Choice.YES);
    council.close();

    assertThat(ledger.refused(Estate.MEMBER, Council.ballot(Choice.NO)).refusal())
        .isEqualTo(Refusal.ROUND_CLOSED);
    assertThat(
            ledger
                .refused(
                    Estate.MEMBER,
                    new CastBallot(new RoundId("nowhere"), Choice.NO, null, null, null))
                .refusal())
        .isEqualTo(Refusal.ROUND_UNKNOWN);
  }

  @Test
  void theBallotThatReachesTheQuorumLatePutsTheDeadlineOffOnce() {
    Council late = Council.holding(Council.quorum(Fraction.HALF, Duration.ofHours(2), false));
    late.vote(Estate.LEAD, Choice.YES);
    late.ledger.pass(Council.WEEK.minusHours(1));
    Instant before = late.ledger.now();

    List<Fact> facts = late.vote(Estate.MEMBER, Choice.YES);

    assertThat(facts).hasSize(2);
    assertThat(((RoundExtended) facts.getLast()).deadline())
        .isEqualTo(before.plus(Duration.ofHours(2)));
    assertThat(late.vote(Estate.OFFICER, Choice.NO)).hasSize(1);
  }

  @Test
  void nearTheDeadlineABallotDoesRestOnTheOthers() {
    Council late = Council.holding(Council.quorum(Fraction.HALF, Duration.ofHours(2), false));
    late.vote(Estate.LEAD, Choice.YES);
    assertThat(late.ledger.dependsOn(ballotOf(Estate.OFFICER))).isFalse();
    Instant lateFrom = Objects.requireNonNull(late.ledger.lastNotAfter());

    late.ledger.pass(Council.WEEK.minusHours(1));
    late.vote(Estate.LEAD, Choice.NO);

    assertThat(late.ledger.dependsOn(ballotOf(Estate.OFFICER))).isTrue();
    assertThat(late.ledger.lastNotAfter()).isEqualTo(lateFrom.plus(Duration.ofHours(2)));
  }

  private static BallotCast ballotOf(PersonId person) {
    return new BallotCast(Council.ROUND, person, Choice.YES, false, 1, null);
  }
}
