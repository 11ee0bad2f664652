package nl.korf.model.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import nl.korf.model.ObjectionId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.RoleId;
import nl.korf.model.facts.Envelope;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.ObjectionDismissed;
import nl.korf.model.facts.RoundEvent.ObjectionSustained;
import nl.korf.model.facts.RoundEvent.ObjectionWithdrawn;
import nl.korf.model.facts.RoundEvent.OutcomeComputed;
import nl.korf.model.facts.RoundEvent.RoundExtended;
import nl.korf.model.facts.RoundEvent.RoundWithdrawn;
import nl.korf.model.rules.Base;
import nl.korf.model.rules.Fraction;
import nl.korf.model.rules.Rule;
import nl.korf.model.rules.RuleSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Random rounds, counted by the rules and by an independent model. */
class RandomRoundsTest {

  private static final int ROUNDS = 400;
  private static final Party FINANCE = Party.of(new RoleId("finance"));
  private static final PersonId FACILITATOR = new PersonId("facilitator");
  private static final List<Rule> COUNTED =
      List.of(Rule.CONSENT, Rule.MAJORITY, Rule.SUPERMAJORITY, Rule.UNANIMITY);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyOutcomeIsThatOfTheNaiveModel(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int number = 0; number < ROUNDS; number++) {
      List<RecordedFact> facts = round(random).facts();
      assertThat(Outcomes.of(RoundState.of(facts)).outcome())
          .as("seed %d round %d: %s", seed, number, facts)
          .isEqualTo(new NaiveRound(facts, NaiveRound.Flaw.NONE).outcome());
    }
  }

  static List<NaiveRound.Flaw> flaws() {
    return NaiveRound.flaws();
  }

  /** The control: a model with one rule broken is found out on the same rounds. */
  @ParameterizedTest
  @MethodSource("flaws")
  void aBrokenRuleIsNoticed(NaiveRound.Flaw flaw) {
    long differ =
        LongStream.rangeClosed(1, 8)
            .flatMap(seed -> {
              SplittableRandom random = new SplittableRandom(seed);
              return LongStream.range(0, ROUNDS)
                  .filter(_ -> {
                    List<RecordedFact> facts = round(random).facts();
                    return Outcomes.of(RoundState.of(facts)).outcome()
                        != new NaiveRound(facts, flaw).outcome();
                  });
            })
            .count();

    assertThat(differ).isPositive();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13})
  void whenTheOutcomeIsComputedAndWhatFollowsItChangesNothing(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int number = 0; number < ROUNDS; number++) {
      Story story = round(random);
      Computed computed = story.outcome();
      int late = 1_000 + random.nextInt(1_000);
      story.say(
          late,
          new OutcomeComputed(
              Story.ROUND,
              computed.outcome(),
              computed.tally(),
              computed.failed(),
              computed.values(),
              story.state().deadline(),
              story.facts().size()));
      story.ballots(late + 1, "NNNNNNNN").recuse(late + 1, 0).object(late + 1, "late");

      assertThat(story.outcome()).as("seed %d round %d", seed, number).isEqualTo(computed);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23})
  void anOutcomeTakenBackFromStorageInAnyOrderIsTheSame(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int number = 0; number < ROUNDS; number++) {
      Story story = round(random);
      List<RecordedFact> shuffled = new ArrayList<>(story.facts());
      for (int i = shuffled.size() - 1; i > 0; i--) {
        java.util.Collections.swap(shuffled, i, random.nextInt(i + 1));
      }
      shuffled.add(foreign(story));

      assertThat(Outcomes.of(RoundState.of(shuffled)))
          .as("seed %d round %d", seed, number)
          .isEqualTo(story.outcome());
    }
  }

  /** A ballot of another round, which is none of this one's business. */
  private static RecordedFact foreign(Story story) {
    long position = story.facts().size() + 1L;
    return new RecordedFact(
        new Envelope(position, Story.at(1), Story.at(1), "person:p", null, null, null, null),
        new RoundWithdrawn(new nl.korf.model.RoundId("another"), FACILITATOR, null));
  }

  private static Story round(SplittableRandom random) {
    RuleSpec spec = spec(random);
    int[] weights = random.ints(1 + random.nextInt(6), 1, 4).toArray();
    Story story = Story.opened(spec, weights);
    int second = 0;
    int acts = random.nextInt(16);
    for (int act = 0; act < acts && second < 130; act++) {
      second += random.nextInt(20);
      act(story, spec, weights.length, second, random);
    }
    return story;
  }

  private static void act(
      Story story, RuleSpec spec, int electors, int second, SplittableRandom random) {
    Choice choice = List.of(Choice.values()).get(random.nextInt(3));
    switch (random.nextInt(14)) {
      case 0 -> story.recuse(second, random.nextInt(electors));
      case 1 -> story.object(second, "o" + random.nextInt(3));
      case 2 ->
          story.say(second, new ObjectionDismissed(any(random), Story.ROUND, FACILITATOR, null));
      case 3 -> story.say(second, new ObjectionSustained(any(random), Story.ROUND, FACILITATOR));
      case 4 ->
          story.say(second, new ObjectionWithdrawn(any(random), Story.ROUND, FACILITATOR, null));
      case 5 -> {
        if (spec.rule() == Rule.CONSENT) {
          story.restart(second, second + Story.DEADLINE);
        }
      }
      case 6 -> story.agree(second, FINANCE, random.nextInt(4) > 0);
      case 7 -> story.veto(second, FINANCE);
      case 8 -> {
        story.castingVote(second, choice);
        if (random.nextInt(4) == 0) {
          story.recuseChair(second + random.nextInt(10));
        }
      }
      case 9 -> {
        if (random.nextInt(8) == 0) {
          story.say(second, new RoundExtended(Story.ROUND, Story.at(second + 30)));
        }
      }
      default -> story.ballot(second, random.nextInt(electors), choice);
    }
  }

  private static ObjectionId any(SplittableRandom random) {
    return new ObjectionId("o" + random.nextInt(3));
  }

  private static RuleSpec spec(SplittableRandom random) {
    Rule rule = COUNTED.get(random.nextInt(COUNTED.size()));
    Specs spec = Specs.of(rule).base(List.of(Base.values()).get(random.nextInt(3)));
    spec.quorum(random.nextInt(3), 4).heads(random.nextInt(5) == 0 ? 2 : 0);
    if (rule == Rule.SUPERMAJORITY) {
      spec.atLeast(2 + random.nextInt(2), 4 - random.nextInt(2));
    }
    if (random.nextInt(4) == 0) {
      spec.abstentionAllowed();
    }
    if (random.nextInt(5) == 0) {
      spec.mustAgree(FINANCE);
    }
    if (random.nextInt(4) == 0) {
      spec.vetoers(
          random.nextBoolean() ? Duration.ofSeconds(10) : null,
          random.nextBoolean() ? Fraction.TWO_THIRDS : null,
          FINANCE);
    }
    if (random.nextInt(3) == 0) {
      spec.castingWindow(Duration.ofSeconds(10));
    }
    return spec.objectionRounds(random.nextInt(3)).spec();
  }
}
