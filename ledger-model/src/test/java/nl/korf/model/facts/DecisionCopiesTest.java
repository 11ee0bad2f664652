package nl.korf.model.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.korf.model.GroupId;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.RoundId;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.rules.Rule;
import org.junit.jupiter.api.Test;

/** A decision that is copied says all that it said, save what the copy is for. */
class DecisionCopiesTest {

  private final DecisionTaken taken = Filler.full().fact(DecisionTaken.class);

  @Test
  void carryingOutARoundChangesRoundRuleAndGroupAlone() {
    RoundId round = new RoundId("carried-out");
    GroupId group = new GroupId("of-the-round");

    DecisionTaken copy = taken.carryingOut(round, Rule.UNANIMITY, group);

    assertThat(copy.round()).isEqualTo(round);
    assertThat(copy.rule()).isEqualTo(Rule.UNANIMITY);
    assertThat(copy.decidedFor()).isEqualTo(Party.of(group));
    assertThat(copy)
        .usingRecursiveComparison()
        .ignoringFields("round", "rule", "decidedFor")
        .isEqualTo(taken);
  }

  @Test
  void aVerdictChangesTheProofAndItsMandatesAlone() {
    CompetenceProof found =
        new CompetenceProof(Verdict.UNKNOWN, 7, null, List.of(), null, Map.of());

    DecisionTaken copy = taken.judged(found, List.of(new MandateId("m-found")));

    assertThat(copy.competence()).isEqualTo(found);
    assertThat(copy.mandatesUsed()).containsExactly(new MandateId("m-found"));
    assertThat(copy)
        .usingRecursiveComparison()
        .ignoringFields("competence", "mandatesUsed")
        .isEqualTo(taken);
  }
}
