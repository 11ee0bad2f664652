package nl.korf.model.rounds;

import static nl.korf.model.rounds.Story.DEADLINE;
import static nl.korf.model.rounds.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import nl.korf.model.Party;
import nl.korf.model.RoleId;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.RoundOutcome;
import nl.korf.model.facts.RoundEvent.Stance;
import nl.korf.model.rules.Fraction;
import nl.korf.model.rules.Rule;
import nl.korf.model.rules.RuleSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From when on a round can be closed, and that it makes no difference how long after. */
class ClosingTest {

  private static final int ROUNDS = 400;
  private static final Party FINANCE = Party.of(new RoleId("finance"));
  private static final RuleSpec TIE =
      Specs.of(Rule.MAJORITY).castingWindow(Duration.ofSeconds(10)).spec();

  @Test
  void theAnswerOfASoleDeciderEndsTheRoundAndALaterOneIsTooLate() {
    RuleSpec spec = Specs.of(Rule.MANDATED).spec();

    assertThat(outcome(Story.opened(spec, "Y").ballots(2, "N"))).isEqualTo(RoundOutcome.ADOPTED);
    assertThat(outcome(Story.opened(spec, "N").ballots(2, "Y"))).isEqualTo(RoundOutcome.REJECTED);
    assertThat(outcome(Story.opened(spec, "Y").recuse(2, 0))).isEqualTo(RoundOutcome.ADOPTED);
    assertThat(Story.opened(spec, "Y").ballots(2, "N").state().ballots()).hasSize(2);
  }

  @Test
  void whatIsAnsweredBeforeTheAdviceEndsNothing() {
    RuleSpec spec = Specs.of(Rule.ADVICE).advisers(FINANCE).spec();
    Story story = Story.opened(spec, "Y");

    assertThat(Outcomes.closableFrom(story.state())).isEqualTo(at(DEADLINE));
    story.advise(5, FINANCE, Stance.FOR).ballots(6, "N");
    assertThat(Outcomes.closableFrom(story.state())).isEqualTo(at(6));
    assertThat(outcome(story.ballots(7, "Y"))).isEqualTo(RoundOutcome.REJECTED);
  }

  @Test
  void whereOthersMustAgreeADeciderMayChangeTheAnswerUntilTheDeadline() {
    Story story =
        Story.opened(Specs.of(Rule.MANDATED).mustAgree(FINANCE).spec(), "Y")
            .agree(2, FINANCE, true)
            .ballots(3, "N");

    assertThat(Outcomes.closableFrom(story.state())).isEqualTo(at(DEADLINE));
    assertThat(outcome(story)).isEqualTo(RoundOutcome.REJECTED);
  }

  @Test
  void whoSteppedOutInTimeBreaksNoTie() {
    RuleSpec spec = Specs.of(Rule.MAJORITY).castingWindow(Duration.ofSeconds(10)).spec();
    Story before = Story.opened(spec, "YN").castingVote(50, Choice.YES).recuseChair(60);
    Story late = Story.opened(spec, "YN").castingVote(50, Choice.YES).recuseChair(DEADLINE);

    assertThat(before.outcome().outcome()).isEqualTo(RoundOutcome.TIED);
    assertThat(late.outcome().outcome()).isEqualTo(RoundOutcome.ADOPTED);
    assertThat(Outcomes.closableFrom(before.state()))
        .as("nobody to wait for")
        .isEqualTo(Story.at(DEADLINE));
  }

  @Test
  void aCastingVoteAfterTheDeadlineEndsTheRoundAndBeforeItMayBeChanged() {
    Story after =
        Story.opened(TIE, "YN")
            .castingVote(DEADLINE + 3, Choice.YES)
            .castingVote(DEADLINE + 4, Choice.NO);
    Story before =
        Story.opened(TIE, "YN")
            .castingVote(50, Choice.YES)
            .castingVote(60, Choice.NO)
            .castingVote(DEADLINE, Choice.YES);

    assertThat(outcome(after)).isEqualTo(RoundOutcome.ADOPTED);
    assertThat(Outcomes.closableFrom(after.state())).isEqualTo(at(DEADLINE + 3));
    assertThat(outcome(before)).isEqualTo(RoundOutcome.REJECTED);
    assertThat(Outcomes.closableFrom(before.state())).isEqualTo(at(DEADLINE));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {31, 32, 33, 34})
  void onceARoundCanBeClosedNothingThatIsSaidChangesItsOutcome(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int number = 0; number < ROUNDS; number++) {
      List<RecordedFact> facts = round(random).facts();
      assertThat(changedAfterClosing(facts, Duration.ZERO))
          .as("seed %d round %d: %s", seed, number, facts)
          .isFalse();
    }
  }

  /** The control: closed a few seconds too early, the same rounds do differ. */
  @Test
  void closedBeforeThatSomeRoundsWouldHaveEndedOtherwise() {
    long differ =
        LongStream.rangeClosed(31, 34)
            .flatMap(seed -> {
              SplittableRandom random = new SplittableRandom(seed);
              return LongStream.range(0, ROUNDS)
                  .filter(_ -> changedAfterClosing(round(random).facts(), Duration.ofSeconds(30)));
            })
            .count();

    assertThat(differ).isPositive();
  }

  /** Whether what was said after a moment at which it could be closed makes another outcome. */
  private static boolean changedAfterClosing(List<RecordedFact> facts, Duration tooEarly) {
    Computed all = Outcomes.of(RoundState.of(facts));
    for (int said = 1; said < facts.size(); said++) {
      RoundState state = RoundState.of(facts.subList(0, said));
      Instant next = facts.get(said).envelope().recordedAt();
      boolean closable = !next.isBefore(Outcomes.closableFrom(state).minus(tooEarly));
      if (closable && !Outcomes.of(state).equals(all)) {
        return true;
      }
    }
    return false;
  }

  private static Story round(SplittableRandom random) {
    Rule rule =
        List.of(Rule.MANDATED, Rule.ADVICE, Rule.CONSENT, Rule.MAJORITY, Rule.UNANIMITY)
            .get(random.nextInt(5));
    Specs specs = Specs.of(rule);
    if (rule == Rule.ADVICE) {
      specs.advisers(FINANCE);
    }
    if (rule == Rule.MAJORITY) {
      specs.castingWindow(Duration.ofSeconds(30));
    }
    if (random.nextInt(4) == 0) {
      specs.mustAgree(FINANCE);
    }
    if (random.nextInt(4) == 0) {
      specs.vetoers(Duration.ofSeconds(10), Fraction.TWO_THIRDS, FINANCE);
    }
    int electors = 1 + random.nextInt(3);
    Story story = Story.opened(specs.spec(), "-".repeat(electors));
    int second = 0;
    for (int act = 0; act < 20; act++) {
      second += random.nextInt(14);
      act(story, electors, second, random);
    }
    return story;
  }

  private static void act(Story story, int electors, int second, SplittableRandom random) {
    Choice choice = List.of(Choice.values()).get(random.nextInt(3));
    switch (random.nextInt(12)) {
      case 0 -> story.recuse(second, random.nextInt(electors));
      case 1 -> story.object(second, "o" + random.nextInt(3));
      case 2 -> story.agree(second, FINANCE, random.nextBoolean());
      case 3 -> story.veto(second, FINANCE);
      case 4, 5 -> story.castingVote(second, choice);
      case 6 -> story.advise(second, FINANCE, List.of(Stance.values()).get(random.nextInt(3)));
      default -> story.ballot(second, random.nextInt(electors), choice, random.nextBoolean());
    }
  }

  private static RoundOutcome outcome(Story story) {
    return story.outcome().outcome();
  }
}
