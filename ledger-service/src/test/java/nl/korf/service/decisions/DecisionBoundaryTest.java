package nl.korf.service.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.korf.model.MandateId;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.MandateEvent.MandateRevoked;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.money.Bound;
import nl.korf.model.money.Limit;
import nl.korf.model.rules.Rule;
import nl.korf.service.authority.Question;
import nl.korf.service.authority.RecordedCheck;
import nl.korf.service.entities.DecisionSettings;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Criteria;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Receipt;
import nl.korf.service.kernel.Verb;
import nl.korf.service.mandates.RevokeMandate;
import nl.korf.service.memory.Estate;
import nl.korf.service.stack.Racers;
import nl.korf.service.stack.StackLedger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The boundary of a decision on the real stack, each claim with a control that breaks it. */
class DecisionBoundaryTest {

  private static final int DECISIONS = 64;

  @Test
  void sixtyFourDecisionsUnderOneMandateCommitWithoutARetry() {
    try (StackLedger ledger = new StackLedger()) {
      standing(ledger);

      int accepted = Racers.run(decisions(ledger, number -> Estate.lease("d-" + number, 1_000, 1)));

      assertThat(accepted).isEqualTo(DECISIONS);
      assertThat(ledger.passages()).isEqualTo(DECISIONS);
    }
  }

  @Test
  void withASharedTagTheSameDecisionsConflict() {
    Sharing sharing = new Sharing();
    try (StackLedger ledger = new StackLedger(() -> List.of(sharing))) {
      sharing.gate = new TakeDecision.Handler(ledger.competence(), DecisionSettings.DEFAULT);
      standing(ledger);

      Racers.run(
          decisions(ledger, number -> new SharedDecision(Estate.lease("d-" + number, 1_000, 1))));

      assertThat(ledger.passages()).isGreaterThan(DECISIONS);
    }
  }

  @Test
  void noDecisionLandsAfterARevocationInItsOwnChain() {
    try (StackLedger ledger = new StackLedger()) {
      standing(ledger);
      for (int round = 0; round < 6; round++) {
        race(ledger, round);
      }
      assertThat(late(ledger.facts())).isEmpty();
    }
  }

  private static void race(StackLedger ledger, int round) {
    MandateId root = new MandateId("race-" + round);
    MandateId sub = new MandateId("race-sub-" + round);
    ledger.send(
        Estate.MINISTER, Estate.grant(root, Estate.DIRECTOR_ROLE, Estate.perAct(1_000_000)));
    ledger.send(
        Estate.DIRECTOR,
        Estate.subMandate(sub, root, Estate.OFFICER_ROLE, Estate.perAct(1_000_000)));
    ledger.settle();
    List<Runnable> acts = new ArrayList<>();
    for (int number = 0; number < 8; number++) {
      TakeDecision decision = under(sub, "race-%d-%d".formatted(round, number));
      acts.add(() -> ledger.send(Estate.OFFICER, decision));
    }
    acts.add(
        round % 3,
        () ->
            ledger.send(
                Estate.MINISTER, new RevokeMandate(root, "Race", null, Estate.RECORD, null)));
    Racers.run(acts);
  }

  @Test
  void decidedOnAReadModelWithoutABoundaryADecisionLandsTooLate() {
    Careless careless = new Careless();
    try (StackLedger ledger = new StackLedger(() -> List.of(careless))) {
      standing(ledger);
      careless.ledger = ledger;
      careless.shown = ledger.position();
      ledger.send(
          Estate.MINISTER, new RevokeMandate(Estate.ROOT, "Control", null, Estate.RECORD, null));

      ledger.send(Estate.OFFICER, new CarelessDecision(Estate.lease("d-1", 1_000, 1)));

      assertThat(late(ledger.facts())).hasSize(1);
    }
  }

  @Test
  void racersUnderACapNeverUseMoreThanIt() {
    try (StackLedger ledger = new StackLedger()) {
      standing(ledger);
      MandateId capped = new MandateId("m-capped");
      Limit cap = Limit.cumulative(Estate.LEASE, Estate.euro(100_000), Bound.INCLUSIVE);
      ledger.send(Estate.MINISTER, Estate.grant(capped, Estate.OFFICER_ROLE, cap));
      ledger.settle();

      List<Runnable> acts =
          IntStream.range(0, 16)
              .<Runnable>mapToObj(
                  number -> () -> ledger.send(Estate.OFFICER, under(capped, "c-" + number, 10_000)))
              .toList();

      assertThat(Racers.run(acts)).isEqualTo(10);
    }
  }

  @Test
  void everyDecisionLeavesARowFromWhichTheVerdictIsReachedAgain() {
    try (StackLedger ledger = new StackLedger()) {
      standing(ledger);
      Receipt receipt = ledger.send(Estate.OFFICER, Estate.lease("d-1", 20_000, 5));
      ledger.send(
          Estate.MINISTER, new RevokeMandate(Estate.ROOT, "Later", null, Estate.RECORD, null));
      ledger.settle();

      DecisionTaken taken = (DecisionTaken) receipt.facts().getFirst().fact();
      RecordedCheck check =
          ledger
              .checkLog()
              .find(
                  UUID.fromString(
                      Objects.requireNonNull(receipt.facts().getFirst().envelope().commandId())))
              .orElseThrow();

      assertThat(check.proof()).isEqualTo(taken.competence());
      assertThat(
              check
                  .question()
                  .answer(
                      ledger.asOf(
                          check.proof().asKnownAt(), Objects.requireNonNull(check.proof().on()))))
          .isEqualTo(check.proof());
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

  private static List<Runnable> decisions(StackLedger ledger, IntFunction<Command> command) {
    return IntStream.range(0, DECISIONS)
        .<Runnable>mapToObj(number -> () -> ledger.send(Estate.OFFICER, command.apply(number)))
        .toList();
  }

  private static TakeDecision under(MandateId mandate, String id) {
    return under(mandate, id, 1_000);
  }

  private static TakeDecision under(MandateId mandate, String id, long euro) {
    TakeDecision plain = Estate.lease(id, euro, 1);
    return new TakeDecision(
        plain.decision(),
        plain.initiative(),
        plain.title(),
        plain.act(),
        null,
        mandate,
        null,
        null,
        null,
        null);
  }

  /** Decisions at a position after a revocation of a mandate they used. */
  private static List<DecisionTaken> late(List<RecordedFact> facts) {
    Set<MandateId> revoked = new HashSet<>();
    List<DecisionTaken> late = new ArrayList<>();
    for (RecordedFact recorded : facts) {
      if (recorded.fact() instanceof MandateRevoked revocation) {
        revoked.add(revocation.mandate());
      }
      if (recorded.fact() instanceof DecisionTaken taken
          && taken.mandatesUsed().stream().anyMatch(revoked::contains)) {
        late.add(taken);
      }
    }
    return late;
  }

  /** A decision that also depends on what merely used its mandate. */
  record SharedDecision(TakeDecision decision) implements Command {}

  private static final class Sharing implements Verb<SharedDecision> {

    private TakeDecision.@Nullable Handler gate;

    @Override
    public Class<SharedDecision> command() {
      return SharedDecision.class;
    }

    @Override
    public Decided decide(SharedDecision command, Boundary boundary) {
      boundary.facts(Criteria.tagged("mandate-use", Estate.SUB, DecisionTaken.class));
      return Objects.requireNonNull(gate).decide(command.decision(), boundary);
    }
  }

  /** A decision on what a read model showed a moment ago, and nothing else. */
  record CarelessDecision(TakeDecision decision) implements Command {}

  private static final class Careless implements Verb<CarelessDecision> {

    private @Nullable StackLedger ledger;
    private long shown;

    @Override
    public Class<CarelessDecision> command() {
      return CarelessDecision.class;
    }

    @Override
    public Decided decide(CarelessDecision command, Boundary boundary) {
      TakeDecision asked = command.decision();
      var proof =
          Question.about(Estate.OFFICER, asked.act().act(), null, null)
              .answer(Objects.requireNonNull(ledger).asOf(shown, boundary.now()));
      return Decided.facts(
          new DecisionTaken(
              Objects.requireNonNull(asked.decision()),
              asked.initiative(),
              asked.title(),
              Rule.MANDATED,
              Estate.OFFICER,
              null,
              Estate.BODY,
              asked.act().act(),
              proof,
              proof.path().stream().map(step -> step.mandate()).collect(Collectors.toList()),
              List.of(),
              null,
              null,
              null));
    }
  }
}
