package nl.korf.service.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.korf.model.DecisionId;
import nl.korf.model.facts.DecisionEvent.DecisionRepealed;
import nl.korf.model.facts.DecisionEvent.DecisionSuperseded;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.RecordedFact;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import nl.korf.service.memory.Estate;
import nl.korf.service.stack.Racers;
import nl.korf.service.stack.StackLedger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Acts on one decision at the same moment, on the real stack; with a control. */
class DecisionRacesTest {

  private static final int ROUNDS = 6;

  @Test
  void aDecisionIsReplacedByOneOrEndedNeverBoth() {
    try (StackLedger ledger = new StackLedger()) {
      standing(ledger);
      for (int round = 0; round < ROUNDS; round++) {
        String old = "old-" + round;
        ledger.send(Estate.OFFICER, Leases.instead(old));
        List<Runnable> acts = new ArrayList<>();
        for (int racer = 0; racer < 6; racer++) {
          TakeDecision next = Leases.instead(old + "-" + racer, Leases.of(old, false));
          acts.add(() -> ledger.send(Estate.OFFICER, next));
        }
        acts.add(round % 4, () -> ledger.send(Estate.DIRECTOR, Leases.repeal(old)));

        assertThat(Racers.run(acts)).as("accepted").isEqualTo(1);
      }
      assertThat(doubles(ledger.facts())).isEmpty();
    }
  }

  @Test
  void twoThatWouldReplaceEachOtherNeverBothDo() {
    try (StackLedger ledger = new StackLedger()) {
      standing(ledger);
      for (int round = 0; round < ROUNDS; round++) {
        String one = "one-" + round;
        String other = "other-" + round;
        ledger.send(Estate.OFFICER, Leases.instead(one));
        ledger.send(Estate.OFFICER, Leases.instead(other));

        int accepted =
            Racers.run(
                List.of(
                    () -> ledger.send(Estate.OFFICER, Leases.supersede(one, other)),
                    () -> ledger.send(Estate.OFFICER, Leases.supersede(other, one))));

        assertThat(accepted).isEqualTo(1);
      }
    }
  }

  @Test
  void ofPrincipalAndHolderAtTheSameMomentOneStands() {
    try (StackLedger ledger = new StackLedger()) {
      standing(ledger);
      int accepted =
          Racers.run(
              List.of(
                  () -> ledger.send(Estate.MINISTER, Leases.instead("by-minister")),
                  () -> ledger.send(Estate.OFFICER, Leases.instead("by-officer"))));

      assertThat(accepted).isEqualTo(1);
    }
  }

  @Test
  void withoutABoundaryADecisionIsEndedTwice() {
    Careless careless = new Careless();
    try (StackLedger ledger = new StackLedger(() -> List.of(careless))) {
      standing(ledger);
      ledger.send(Estate.OFFICER, Leases.instead("old"));
      showAndEnd(ledger, careless, "old");

      ledger.send(Estate.OFFICER, new CarelessRepeal(Leases.id("old")));

      assertThat(doubles(ledger.facts())).containsExactly(Leases.id("old"));
    }
  }

  private static void standing(StackLedger ledger) {
    Estate.founding().forEach(ledger::send);
    ledger.send(
        Estate.MINISTER, Estate.grant(Estate.ROOT, Estate.DIRECTOR_ROLE, Estate.perAct(1_000_000)));
    ledger.send(
        Estate.DIRECTOR,
        Estate.subMandate(Estate.SUB, Estate.ROOT, Estate.OFFICER_ROLE, Estate.perAct(100_000)));
    ledger.send(Estate.MEMBER, Estate.propose(Estate.INITIATIVE));
    ledger.settle();
  }

  /** Decisions that were ended or replaced more than once. */
  private static List<DecisionId> doubles(List<RecordedFact> facts) {
    Map<DecisionId, Integer> ends = new HashMap<>();
    for (RecordedFact recorded : facts) {
      if (recorded.fact() instanceof DecisionRepealed repealed) {
        ends.merge(repealed.decision(), 1, Integer::sum);
      }
      if (recorded.fact() instanceof DecisionSuperseded superseded) {
        ends.merge(superseded.decision(), 1, Integer::sum);
      }
    }
    return ends.entrySet().stream()
        .filter(entry -> entry.getValue() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Ends a decision without looking at what became of it. */
  record CarelessRepeal(DecisionId decision) implements Command {}

  private static final class Careless implements Verb<CarelessRepeal> {

    private @Nullable DecisionTaken shown;

    @Override
    public Class<CarelessRepeal> command() {
      return CarelessRepeal.class;
    }

    @Override
    public Decided decide(CarelessRepeal command, Boundary boundary) {
      DecisionTaken taken = Objects.requireNonNull(shown);
      return Decided.facts(
          new DecisionRepealed(
              command.decision(), null, Estate.OFFICER, taken.competence(), List.of(), null, null));
    }
  }

  /** Shows a decision as it is before it is ended. */
  private static void showAndEnd(StackLedger ledger, Careless careless, String decision) {
    careless.shown =
        ledger.facts().stream()
            .map(RecordedFact::fact)
            .filter(DecisionTaken.class::isInstance)
            .map(DecisionTaken.class::cast)
            .filter(taken -> taken.decision().equals(Leases.id(decision)))
            .findFirst()
            .orElseThrow();
    ledger.send(Estate.DIRECTOR, Leases.repeal(decision));
  }
}
