package nl.korf.model.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import nl.korf.model.DecisionId;
import nl.korf.model.decisions.NaiveForce.Flaw;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.view.DecisionRows.DecisionState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The force of decisions at every position about every instant, against a model of its own. */
class ForceAgainstNaiveModelTest {

  private static final int HISTORIES = 40;
  private static final int DECISIONS = 4;
  private static final int ACTS = 14;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aDecisionWorksExactlyWhenTheNaiveModelSaysSo(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < HISTORIES; i++) {
      List<RecordedFact> facts = Acts.history(random, DECISIONS, ACTS);

      assertThat(differences(facts, Set.of())).as("seed %d: %s", seed, facts).isEmpty();
    }
  }

  /** Control: every rule matters to some history. */
  @ParameterizedTest
  @EnumSource(Flaw.class)
  void aBrokenRuleIsCaught(Flaw flaw) {
    SplittableRandom random = new SplittableRandom(11);
    int caught = 0;
    for (int i = 0; i < HISTORIES; i++) {
      List<RecordedFact> facts = Acts.history(random, DECISIONS, ACTS);
      caught += differences(facts, Set.of(flaw)).isEmpty() ? 0 : 1;
    }
    assertThat(caught).as("histories that tell").isGreaterThan(1);
  }

  private static List<String> differences(List<RecordedFact> facts, Set<Flaw> flaws) {
    NaiveForce naive = new NaiveForce(facts, flaws);
    List<String> differences = new ArrayList<>();
    for (int at = 0; at <= facts.size(); at++) {
      for (int number = 0; number < DECISIONS; number++) {
        DecisionId decision = Acts.id(number);
        DecisionLife life = DecisionLife.of(decision, facts.subList(0, at));
        for (int day = -1; day < Acts.DAYS + 8; day++) {
          Instant on = Acts.day(day);
          boolean works = life.state(on).equals(Optional.of(DecisionState.IN_FORCE));
          if (works != naive.works(decision, at, on)) {
            differences.add("%s at %d on day %d: %s".formatted(decision, at, day, works));
          }
        }
      }
    }
    return differences;
  }
}
