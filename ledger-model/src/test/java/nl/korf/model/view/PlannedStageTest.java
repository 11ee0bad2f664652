package nl.korf.model.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.korf.model.DecisionId;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LocalizedText;
import nl.korf.model.PersonId;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.DecisionEvent.DecisionRepealed;
import nl.korf.model.facts.DecisionEvent.DecisionSuperseded;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.InitiativeEvent.InitiativeProposed;
import nl.korf.model.facts.InitiativeEvent.StageChanged;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.initiatives.Bloft;
import nl.korf.model.rules.Rule;
import nl.korf.model.view.Row.InitiativeRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A decision of day 2 moves an initiative to another stage on day 9, or not. */
class PlannedStageTest {

  private static final InitiativeId INITIATIVE = new InitiativeId("office");
  private static final DecisionId DECISION = new DecisionId("d-1");
  private static final DecisionId LATER = new DecisionId("d-2");
  private static final PersonId PERSON = new PersonId("p");
  private static final CompetenceProof PROOF =
      new CompetenceProof(Verdict.COMPETENT, 1, null, List.of(), null, Map.of());

  private final List<RecordedFact> facts = new ArrayList<>();

  PlannedStageTest() {
    on(
        1,
        new InitiativeProposed(
            INITIATIVE,
            LocalizedText.en("Office"),
            new GroupId("housing"),
            List.of(),
            "idea",
            Bloft.UNANSWERED,
            List.of(),
            null));
    on(2, taken(Histories.day(9)));
  }

  @Test
  void itMovesWhenTheDecisionBeginsToWork() {
    assertThat(stages()).containsExactly("idea", "adopted");
  }

  @Test
  void notWhereTheDecisionWasRepealedByThen() {
    on(5, new DecisionRepealed(DECISION, INITIATIVE, PERSON, PROOF, List.of(), null, null));

    assertThat(stages()).containsExactly("idea");
  }

  @Test
  void theRepealOfAnotherDecisionChangesNothing() {
    on(5, new DecisionRepealed(LATER, INITIATIVE, PERSON, PROOF, List.of(), null, null));

    assertThat(stages()).containsExactly("idea", "adopted");
  }

  @Test
  void aRepealAfterItMovedDoesNotMoveItBack() {
    on(10, new DecisionRepealed(DECISION, INITIATIVE, PERSON, PROOF, List.of(), null, null));

    assertThat(stages()).containsExactly("idea", "adopted");
  }

  @Test
  void notWhereAnotherTookItsPlaceForGood() {
    on(5, superseded(null, false));

    assertThat(stages()).containsExactly("idea");
  }

  @Test
  void aPlaceTakenForAWhileLeavesIt() {
    on(5, superseded(null, true));

    assertThat(stages()).containsExactly("idea", "adopted");
  }

  @Test
  void aStageThatWasSetMeanwhileStays() {
    on(5, new StageChanged(INITIATIVE, "stopped", null));

    assertThat(stages()).containsExactly("idea", "stopped");
  }

  @Test
  void aDecisionAfterThatMovesItAgain() {
    on(5, new StageChanged(INITIATIVE, "stopped", null));
    on(6, taken(null));

    assertThat(stages()).containsExactly("idea", "stopped", "adopted");
  }

  @Test
  void itDoesNotMatterWhetherTheFactsAreFoldedOneByOne() {
    on(5, new DecisionRepealed(DECISION, INITIATIVE, PERSON, PROOF, List.of(), null, null));
    on(10, new StageChanged(INITIATIVE, "stopped", null));
    Evolution evolution = Evolution.of(ReadModel.INITIATIVES);
    Timeline timeline = Timeline.EMPTY;
    for (int i = 0; i < facts.size(); i++) {
      List<RecordedFact> sofar = facts.subList(0, i + 1);
      timeline =
          timeline
              .next(evolution, entity(), facts.get(i))
              .orElseGet(() -> Timeline.fold(evolution, entity(), sofar));
    }

    assertThat(timeline).isEqualTo(Timeline.fold(evolution, entity(), facts));
    assertThat(stages()).containsExactly("idea", "stopped");
  }

  private void on(int day, Fact fact) {
    facts.add(Histories.recorded(facts.size() + 1L, day, fact));
  }

  private static String entity() {
    return "initiative/" + INITIATIVE;
  }

  private List<String> stages() {
    return Timeline.fold(Evolution.of(ReadModel.INITIATIVES), entity(), facts).segments().stream()
        .map(segment -> ((InitiativeRow) segment.row()).stage())
        .toList();
  }

  private static DecisionSuperseded superseded(@Nullable Instant from, boolean revives) {
    return new DecisionSuperseded(DECISION, INITIATIVE, LATER, from, revives, PROOF, List.of());
  }

  private static DecisionTaken taken(@Nullable Instant from) {
    return new DecisionTaken(
        DECISION,
        INITIATIVE,
        LocalizedText.en("Go"),
        Rule.MANDATED,
        PERSON,
        null,
        null,
        null,
        PROOF,
        List.of(),
        List.of(),
        "adopted",
        from,
        null);
  }
}
