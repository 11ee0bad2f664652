package nl.korf.service.directives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import nl.korf.model.DecisionId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LocalizedText;
import nl.korf.model.Refused;
import nl.korf.model.Subject;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.DirectiveEvent.DirectiveIssued;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.rules.Rule;
import nl.korf.service.decisions.TakeDecision;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import nl.korf.service.memory.Estate;
import nl.korf.service.stack.Racers;
import nl.korf.service.stack.StackLedger;
import org.junit.jupiter.api.Test;

/** A hold and decisions at once, on the real stack; with a control that a late one is seen. */
class HoldRaceTest {

  private static final int ROUNDS = 6;
  private static final int ROUNDS_MAX = 60;
  private static final int DECISIONS = 8;

  private static void standing(StackLedger ledger) {
    Estate.founding().forEach(ledger::send);
    ledger.send(
        Estate.MINISTER, Estate.grant(Estate.ROOT, Estate.OFFICER_ROLE, Estate.perAct(1_000_000)));
    ledger.send(Estate.MEMBER, Estate.propose(Estate.INITIATIVE));
    ledger.settle();
  }

  private static TakeDecision decision(String id, InitiativeId initiative) {
    TakeDecision plain = Estate.lease(id, 1_000, 1);
    return new TakeDecision(
        plain.decision(),
        initiative,
        plain.title(),
        plain.act(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Decisions on something at a position after it was held. */
  private static List<DecisionTaken> late(List<RecordedFact> facts) {
    Set<Subject> held = new HashSet<>();
    List<DecisionTaken> late = new ArrayList<>();
    for (RecordedFact recorded : facts) {
      if (recorded.fact() instanceof DirectiveIssued issued) {
        held.add(issued.target());
      }
      if (recorded.fact() instanceof DecisionTaken taken
          && held.contains(Subject.of(Objects.requireNonNull(taken.initiative())))) {
        late.add(taken);
      }
    }
    return late;
  }

  @Test
  void noDecisionLandsAfterAHoldOnItsInitiative() {
    try (StackLedger ledger = new StackLedger()) {
      standing(ledger);
      int accepted = 0;
      int rounds = 0;
      // as many rounds as it takes until a decision was there before a hold
      while (rounds < ROUNDS || (accepted == rounds && rounds < ROUNDS_MAX)) {
        accepted += race(ledger, rounds++);
      }
      assertThat(accepted).as("every hold, and decisions before it").isGreaterThan(rounds);
      assertThat(late(ledger.facts())).isEmpty();
    }
  }

  private static int race(StackLedger ledger, int round) {
    InitiativeId initiative = new InitiativeId("race-" + round);
    ledger.send(Estate.MEMBER, Estate.propose(initiative));
    ledger.settle();
    List<Runnable> acts = new ArrayList<>();
    IntStream.range(0, DECISIONS)
        .mapToObj(number -> decision("race-%d-%d".formatted(round, number), initiative))
        .forEach(decision -> acts.add(() -> ledger.send(Estate.OFFICER, decision)));
    acts.add(
        round % DECISIONS,
        () -> ledger.send(Estate.MINISTER, Sample.hold("hold-" + round, Subject.of(initiative))));
    return Racers.run(acts);
  }

  @Test
  void eitherOrderAloneIsDecidedByWhoCameFirst() {
    try (StackLedger ledger = new StackLedger()) {
      standing(ledger);
      ledger.send(Estate.OFFICER, decision("before", Estate.INITIATIVE));
      ledger.send(Estate.MINISTER, Sample.hold());

      assertThatThrownBy(() -> ledger.send(Estate.OFFICER, decision("after", Estate.INITIATIVE)))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("d-hold");
      assertThat(late(ledger.facts())).isEmpty();
    }
  }

  @Test
  void whoeverDoesNotAskLandsTooLateAndIsSeen() {
    try (StackLedger ledger = new StackLedger(() -> List.of(new Unasking()))) {
      standing(ledger);
      ledger.send(Estate.MINISTER, Sample.hold());

      ledger.send(Estate.OFFICER, new UnaskingDecision(new DecisionId("blind")));

      assertThat(late(ledger.facts())).hasSize(1);
    }
  }

  /** A decision that sources nothing. */
  record UnaskingDecision(DecisionId decision) implements Command {}

  private static final class Unasking implements Verb<UnaskingDecision> {

    @Override
    public Class<UnaskingDecision> command() {
      return UnaskingDecision.class;
    }

    @Override
    public Decided decide(UnaskingDecision command, Boundary boundary) {
      return Decided.facts(
          new DecisionTaken(
              command.decision(),
              Estate.INITIATIVE,
              LocalizedText.en("Blind"),
              Rule.MANDATED,
              Estate.OFFICER,
              null,
              null,
              null,
              new CompetenceProof(Verdict.COMPETENT, 1, boundary.now(), List.of(), null, Map.of()),
              List.of(),
              List.of(),
              null,
              null,
              null));
    }
  }
}
