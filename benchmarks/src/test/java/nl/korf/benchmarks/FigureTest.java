package nl.korf.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

  @Test
  void theMedianJudgesAndTheRangeIsTold() {
    Figure figure = Figure.atLeast("a / b", 2, new double[] {9, 2, 1}, "detail");

    assertThat(figure.ratio()).isEqualTo(2);
    assertThat(figure.reached()).isTrue();
    assertThat(figure.line())
        .isEqualTo("| a / b | 2.000 (1.000 to 9.000) | at least 2.000 | reached | detail |");
  }

  @Test
  void ofAnEvenNumberOfRoundsTheMedianIsBetweenTheMiddleTwo() {
    assertThat(Figure.median(4, 1, 3, 2)).isEqualTo(2.5);
  }

  @Test
  void aFloorIsMissedBelowAndACeilingAbove() {
    assertThat(Figure.atLeast("a", 2, new double[] {1.99}, "").reached()).isFalse();
    assertThat(Figure.atMost("a", 2, new double[] {2.01}, "").reached()).isFalse();
    assertThat(Figure.atMost("a", 2, new double[] {2}, "").line()).contains("at most 2.000");
  }

  @Test
  void whatHasNoBarIsStatedAndMissesNothing() {
    Figure figure = Figure.stated("a", new double[] {0.1}, "");

    assertThat(figure.reached()).isTrue();
    assertThat(figure.line()).contains("|  |  |");
  }

  @Test
  void aRatioOfNothingMissesItsBar() {
    assertThat(Figure.atLeast("a", 2, new double[] {Double.NaN}, "").reached()).isFalse();
    assertThat(Figure.atMost("a", 2, new double[] {Double.NaN}, "").reached()).isFalse();
  }

  @Test
  void ratiosAreTakenRoundByRound() {
    List<double[]> rounds = List.of(new double[] {1, 10}, new double[] {9, 30});

    assertThat(AppendFigures.ratios(rounds, 0, 1)).containsExactly(0.1, 0.3);
    assertThat(AppendFigures.absolute(rounds, 0, 1)).isEqualTo("5/s against 20/s");
  }
}
