package nl.korf.model.rounds;

import static nl.korf.model.rounds.Story.DEADLINE;
import static nl.korf.model.rounds.Story.ROUND;
import static nl.korf.model.rounds.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import nl.korf.model.ObjectionId;
import nl.korf.model.PersonId;
import nl.korf.model.facts.RoundEvent;
import nl.korf.model.facts.RoundEvent.BallotCast;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.ObjectionDismissed;
import nl.korf.model.facts.RoundEvent.ObjectionIntegrated;
import nl.korf.model.facts.RoundEvent.ObjectionSustained;
import nl.korf.model.facts.RoundEvent.ObjectionWithdrawn;
import nl.korf.model.facts.RoundEvent.RoundExtended;
import nl.korf.model.facts.RoundEvent.RoundOutcome;
import nl.korf.model.facts.RoundEvent.RoundWithdrawn;
import nl.korf.model.rules.Rule;
import nl.korf.model.rules.RuleSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objections, new texts, and a quorum that comes late. */
class ObjectionsTest {

  private static final RuleSpec CONSENT = Specs.of(Rule.CONSENT).objectionRounds(2).spec();
  private static final PersonId FACILITATOR = new PersonId("facilitator");
  private static final ObjectionId ONE = new ObjectionId("one");

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "RAISED, REJECTED",
    "SUSTAINED, REJECTED",
    "DISMISSED, ADOPTED",
    "INTEGRATED, ADOPTED",
    "WITHDRAWN, ADOPTED"
  })
  void anObjectionStandsUntilItIsTakenCareOf(Objection.State state, RoundOutcome outcome) {
    Story story = Story.opened(CONSENT, "Y-").object(5, "one");
    if (state != Objection.State.RAISED) {
      story.say(6, settled(state));
    }

    assertThat(story.outcome().outcome()).isEqualTo(outcome);
    assertThat(story.state().objections().getFirst().state()).isEqualTo(state);
  }

  @ParameterizedTest(name = "settled at second {0}: {1}")
  @CsvSource({"99, ADOPTED", "100, REJECTED", "150, REJECTED"})
  void whatIsSettledAfterTheDeadlineChangesNothing(int second, RoundOutcome outcome) {
    Story story =
        Story.opened(CONSENT, "Y").object(5, "one").say(second, settled(Objection.State.WITHDRAWN));

    assertThat(story.outcome().outcome()).isEqualTo(outcome);
  }

  @Test
  void anObjectionAfterTheDeadlineIsLate() {
    assertThat(Story.opened(CONSENT, "Y").object(DEADLINE, "one").outcome().outcome())
        .isEqualTo(RoundOutcome.ADOPTED);
  }

  @Test
  void aSustainedObjectionCanStillBeIntegrated() {
    Story story =
        Story.opened(CONSENT, "Y")
            .object(5, "one")
            .say(6, settled(Objection.State.SUSTAINED))
            .say(7, settled(Objection.State.INTEGRATED));

    assertThat(story.outcome().outcome()).isEqualTo(RoundOutcome.ADOPTED);
  }

  @Test
  void aRevisedTextVoidsEveryConsentAndTheClockBeginsAnew() {
    RuleSpec all = Specs.of(Rule.CONSENT).quorum(1, 1).spec();
    Story story = Story.opened(all, "YY").restart(10, 200);

    assertThat(story.outcome().outcome()).isEqualTo(RoundOutcome.NO_QUORUM);
    assertThat(story.state().deadline()).isEqualTo(at(200));
    assertThat(story.ballots(150, "YY").outcome().outcome()).isEqualTo(RoundOutcome.ADOPTED);
  }

  @Test
  void anAnswerToTheEarlierTextDoesNotCountHoweverLateItComes() {
    RuleSpec all = Specs.of(Rule.CONSENT).quorum(1, 1).spec();
    Story story = Story.opened(all, 1).restart(10, 200);
    story.say(20, new BallotCast(ROUND, Story.person(0), Choice.YES, false, 1, null));

    assertThat(story.outcome().outcome()).isEqualTo(RoundOutcome.NO_QUORUM);
  }

  @Test
  void afterTheDeclaredNumberOfTextsAnObjectionBlocks() {
    Story story = Story.opened(CONSENT, "Y").restart(10, 200).object(20, "one");

    assertThat(story.outcome().outcome()).isEqualTo(RoundOutcome.REJECTED);
    assertThat(story.restart(30, 300).outcome().outcome()).isEqualTo(RoundOutcome.BLOCKED);
  }

  @Test
  void whatWasTakenBackIsWithdrawn() {
    Story story =
        Story.opened(CONSENT, "Y").say(5, new RoundWithdrawn(ROUND, Story.person(0), null));

    assertThat(story.outcome().outcome()).isEqualTo(RoundOutcome.WITHDRAWN);
    assertThat(story.state().open()).isFalse();
  }

  @ParameterizedTest(name = "quorum reached at second {0}: deadline at {1}")
  @CsvSource({"89, 0", "90, 100", "95, 105", "99, 109", "100, 0"})
  void aLateQuorumPutsTheDeadlineOff(int second, int deadline) {
    RuleSpec spec = Specs.of(Rule.MAJORITY).quorum(1, 2).lateQuorum(Duration.ofSeconds(10)).spec();
    RoundState before = Story.opened(spec, 1, 1, 1).ballots(1, "Y").state();

    assertThat(LateQuorum.extension(before, ballot(1), at(second)))
        .isEqualTo(deadline == 0 ? Optional.empty() : Optional.of(at(deadline)));
  }

  @Test
  void onlyTheBallotThatFirstReachesTheQuorumDoesSoAndOnlyOnce() {
    RuleSpec spec = Specs.of(Rule.MAJORITY).quorum(1, 2).lateQuorum(Duration.ofSeconds(10)).spec();
    Story reached = Story.opened(spec, 1, 1, 1).ballots(95, "YY-");
    Story extended =
        Story.opened(spec, 1, 1, 1).ballots(1, "Y").say(95, new RoundExtended(ROUND, at(105)));

    assertThat(LateQuorum.extension(reached.state(), ballot(2), at(96))).isEmpty();
    assertThat(LateQuorum.extension(extended.state(), ballot(1), at(104))).isEmpty();
    assertThat(extended.ballots(104, "-Y-").outcome().outcome()).isEqualTo(RoundOutcome.ADOPTED);
    RoundState again = Story.opened(spec, 1, 1, 1).ballots(1, "Y").state();
    assertThat(LateQuorum.extension(again, ballot(0), at(95))).isEmpty();
  }

  private static BallotCast ballot(int elector) {
    return new BallotCast(ROUND, Story.person(elector), Choice.NO, false, 1, null);
  }

  private static RoundEvent settled(Objection.State state) {
    return switch (state) {
      case SUSTAINED -> new ObjectionSustained(ONE, ROUND, FACILITATOR);
      case DISMISSED -> new ObjectionDismissed(ONE, ROUND, FACILITATOR, null);
      case INTEGRATED -> new ObjectionIntegrated(ONE, ROUND, 1, FACILITATOR);
      case WITHDRAWN -> new ObjectionWithdrawn(ONE, ROUND, FACILITATOR, null);
      case RAISED -> throw new IllegalArgumentException("raised is where it begins");
    };
  }
}
