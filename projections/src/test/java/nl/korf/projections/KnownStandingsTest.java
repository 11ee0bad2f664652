package nl.korf.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.korf.model.view.ReadModel;
import nl.korf.model.view.ViewHash;
import org.junit.jupiter.api.Test;

/** What a node knows of how far the read models are, and of which generations answer. */
class KnownStandingsTest {

  private static final Generation GROUPS = new Generation(ReadModel.GROUPS, 1);
  private static final Generation PEOPLE = new Generation(ReadModel.PEOPLE, 1);

  private final Standings standings = new Standings();

  @Test
  void whileNothingAnswersThePositionIsZero() {
    assertThat(standings.position()).isZero();
  }

  @Test
  void aReadModelOfAnotherShapeHoldsUpNobodyAndDoesNotAnswer() {
    ProjectionStatus otherShape = status(GROUPS, 3, true, "of before");

    read(otherShape, live(PEOPLE, 7));

    assertThat(standings.position()).isEqualTo(7);
    assertThat(standings.position(ReadModel.PEOPLE)).isEqualTo(7);
    assertThatThrownBy(() -> standings.live(ReadModel.GROUPS)).isInstanceOf(ReadModelMissing.class);
  }

  @Test
  void thePositionIsThatOfTheSlowestWhichAnswers() {
    read(live(GROUPS, 5), live(PEOPLE, 7), status(new Generation(ReadModel.PEOPLE, 2), 1, false));

    assertThat(standings.position()).isEqualTo(5);
  }

  @Test
  void whatTheDatabaseLostInACrashIsNotBelievedAnyMore() {
    read(live(GROUPS, 5));
    standings.advance(GROUPS, 9);

    read(live(GROUPS, 6));

    assertThat(standings.position()).isEqualTo(6);
  }

  @Test
  void whoeverTakesTheLeaseSaysWhereTheGenerationStands() {
    read(live(GROUPS, 5));
    standings.advance(GROUPS, 9);

    standings.lead(GROUPS, 6);
    assertThat(standings.position()).isEqualTo(6);

    standings.advance(GROUPS, 4);
    assertThat(standings.position()).isEqualTo(6);
  }

  @Test
  void aReadingThatWasOvertakenDoesNotLeadBack() {
    read(live(GROUPS, 5));
    Generation rebuilt = new Generation(ReadModel.GROUPS, 2);
    Standings.Known early = standings.known();
    Standings.Known asEarly = standings.known();
    standings.adopt(early, List.of(status(GROUPS, 5, false), live(rebuilt, 6)));
    standings.advance(rebuilt, 8);

    standings.adopt(asEarly, List.of(live(GROUPS, 5), status(rebuilt, 4, false)));

    assertThat(standings.live(ReadModel.GROUPS)).isEqualTo(rebuilt);
    assertThat(standings.position()).isEqualTo(8);
  }

  /** The control: the same reading, made after the other, is believed. */
  @Test
  void aReadingThatWasNotOvertakenDoes() {
    Generation rebuilt = new Generation(ReadModel.GROUPS, 2);
    read(status(GROUPS, 5, false), live(rebuilt, 8));

    read(live(GROUPS, 5), status(rebuilt, 4, false));

    assertThat(standings.live(ReadModel.GROUPS)).isEqualTo(GROUPS);
    assertThat(standings.position()).isEqualTo(5);
  }

  private void read(ProjectionStatus... statuses) {
    standings.adopt(standings.known(), List.of(statuses));
  }

  private static ProjectionStatus live(Generation generation, long position) {
    return status(generation, position, true, Shape.of(generation.model()));
  }

  private static ProjectionStatus status(Generation generation, long position, boolean live) {
    return status(generation, position, live, Shape.of(generation.model()));
  }

  private static ProjectionStatus status(
      Generation generation, long position, boolean live, String shape) {
    return new ProjectionStatus(
        generation.model(),
        generation.number(),
        live,
        ViewHash.VIEW_VERSION,
        shape,
        position,
        ProjectionState.RUNNING,
        null,
        null,
        null);
  }
}
