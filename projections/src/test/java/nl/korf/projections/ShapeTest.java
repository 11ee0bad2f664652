package nl.korf.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.view.DecisionRows.Repeal;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.Row.DecisionRow;
import org.junit.jupiter.api.Test;

class ShapeTest {

  @Test
  void everyReadModelHasAShapeOfItsOwnThatStaysTheSame() {
    assertThat(Arrays.stream(ReadModel.values()).map(Shape::of))
        .doesNotHaveDuplicates()
        .allMatch(shape -> shape.matches("[0-9a-f]{16}"));
    assertThat(Shape.of(ReadModel.DECISIONS)).isEqualTo(Shape.of(ReadModel.DECISIONS));
  }

  @Test
  void aShapeCoversEveryRecordARowIsMadeOfHoweverDeep() {
    assertThat(Shape.records(ReadModel.DECISIONS))
        .containsKeys(
            DecisionRow.class.getName(),
            Repeal.class.getName(),
            CompetenceProof.class.getName(),
            CompetenceProof.Step.class.getName());
    assertThat(Shape.records(ReadModel.DECISIONS).get(Repeal.class.getName()))
        .contains("since ", "position long");
    assertThat(Shape.records(ReadModel.PEOPLE)).doesNotContainKey(DecisionRow.class.getName());
  }
}
