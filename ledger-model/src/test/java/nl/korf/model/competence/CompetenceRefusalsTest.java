package nl.korf.model.competence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.korf.model.DecisionId;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.Refusal.RuleSet;
import nl.korf.model.Refused.Reason;
import nl.korf.model.Wording;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.competence.CompetenceRows.Row;
import nl.korf.model.worlds.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A decision is refused for the predicate that failed, with its values; see {@link CompetenceRows}.
 */
class CompetenceRefusalsTest {

  static Stream<Row> rows() {
    return CompetenceRows.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aDecisionIsRefusedForThePredicateThatFailed(Row row) {
    World world = row.world().apply(World.ofTheMinister());
    PersonId person = new PersonId(row.person());

    CompetenceProof proof = AuthorityCheck.check(person, row.act(), person, world.knowledge());
    List<Reason> reasons = AuthorityCheck.reasons(new DecisionId("d-9"), person, row.act(), proof);

    assertThat(proof.failed()).isEqualTo(row.failed());
    assertThat(reasons).extracting(Reason::refusal).containsExactly(row.refusal());
    assertThat(reasons.getFirst().message("en"))
        .as("every value the sentence shows is given")
        .startsWith("Cannot take decision d-9")
        .doesNotContain(Wording.ABSENT);
  }

  @Test
  void everyRefusalOfCompetenceHasARow() {
    Set<Refusal> expected =
        Arrays.stream(Refusal.values())
            .filter(refusal -> refusal.ruleSet() == RuleSet.COMPETENCE)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Refusal.class)));

    assertThat(rows().map(Row::refusal).collect(Collectors.toSet())).isEqualTo(expected);
  }

  @Test
  void everyPredicateHasARow() {
    Set<String> expected = Predicate.ALL.stream().map(Predicate::name).collect(Collectors.toSet());

    assertThat(rows().map(Row::failed).collect(Collectors.toSet())).containsAll(expected);
  }
}
