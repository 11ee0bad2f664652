package nl.korf.service.decisions;

import static nl.korf.model.view.DecisionRows.DecisionState.IN_FORCE;
import static nl.korf.model.view.DecisionRows.DecisionState.REPEALED;
import static nl.korf.model.view.DecisionRows.DecisionState.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.korf.model.MandateId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.model.Refused.Reason;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.DecisionEvent.DecisionSuperseded;
import nl.korf.model.facts.Fact;
import nl.korf.service.authority.RecordedCheck;
import nl.korf.service.kernel.Command;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SupersedeDecisionTest {

  private final MemoryAuthority authority = new MemoryAuthority();
  private final MemoryLedger ledger = Estate.standing(authority);

  @BeforeEach
  void decided() {
    take(Leases.instead("d-1"));
  }

  @Test
  void aNewDecisionTakesThePlaceOfAnOldOneInTheSameAppend() {
    List<Fact> facts = take(Leases.instead("d-2", Leases.of("d-1", false)));

    assertThat(facts).hasSize(2);
    DecisionSuperseded fact = (DecisionSuperseded) facts.getLast();
    assertThat(fact.decision()).isEqualTo(Leases.id("d-1"));
    assertThat(fact.by()).isEqualTo(Leases.id("d-2"));
    assertThat(fact.competence().verdict()).isEqualTo(Verdict.COMPETENT);
    assertThat(fact.mandatesUsed()).contains(new MandateId("m-officer"));
    assertThat(Leases.states(ledger, "d-1", "d-2")).containsExactly(SUPERSEDED, IN_FORCE);
  }

  @Test
  void theCompetenceForTheOldPowerLeavesARowOfItsOwn() {
    int before = authority.checks().size();

    take(Leases.instead("d-2", Leases.of("d-1", false)));

    assertThat(authority.checks()).hasSize(before + 2);
    assertThat(authority.checks()).extracting(RecordedCheck::gate).containsOnly("TakeDecision");
  }

  @Test
  void theOldOneWorksUntilTheNewOneDoes() {
    Instant start = ledger.now().plus(Duration.ofDays(30));

    take(Leases.lease("d-2", start, null, null, Leases.of("d-1", false)));

    assertThat(Leases.state(ledger, "d-1", start.minusSeconds(1))).isEqualTo(IN_FORCE);
    assertThat(Leases.state(ledger, "d-1", start)).isEqualTo(SUPERSEDED);
  }

  @Test
  void whenTheNewOneIsRepealedTheOldOneRevivesOnlyIfSoDeclared() {
    take(Leases.instead("d-2"));
    take(Leases.instead("d-3", Leases.of("d-1", true), Leases.of("d-2", false)));

    ledger.send(Estate.DIRECTOR, Leases.repeal("d-3"));

    assertThat(Leases.states(ledger, "d-1", "d-2", "d-3"))
        .containsExactly(IN_FORCE, SUPERSEDED, REPEALED);
  }

  @Test
  void aNewOneRepealedBeforeItWorkedNeverTookThePlace() {
    Instant start = ledger.now().plus(Duration.ofDays(30));
    take(Leases.lease("d-2", start, null, null, Leases.of("d-1", false)));

    ledger.send(Estate.DIRECTOR, Leases.repeal("d-2"));

    assertThat(Leases.state(ledger, "d-1", start.plusSeconds(1))).isEqualTo(IN_FORCE);
  }

  @Test
  void aDecisionAlreadyTakenTakesThePlaceOfAnother() {
    take(Leases.instead("d-2"));

    ledger.send(Estate.OFFICER, Leases.supersede("d-1", "d-2"));

    assertThat(Leases.states(ledger, "d-1", "d-2")).containsExactly(SUPERSEDED, IN_FORCE);
  }

  @Test
  void noCircleCloses() {
    take(Leases.instead("d-2", Leases.of("d-1", true)));
    take(Leases.instead("d-3", Leases.of("d-2", true)));
    ledger.send(Estate.DIRECTOR, Leases.repeal("d-2"));

    assertThat(codes(Leases.supersede("d-1", "d-1"))).contains(Refusal.SUPERSEDES_ITSELF);
    assertThat(codes(Leases.supersede("d-3", "d-1"))).containsExactly(Refusal.SUPERSEDE_CYCLE);
    assertThat(codes(Leases.supersede("d-3", "d-2")))
        .containsExactly(Refusal.DECISION_ENDED, Refusal.SUPERSEDE_CYCLE);
  }

  @Test
  void whoIsNotCompetentForTheOldOneReplacesNothing() {
    ledger.send(Estate.DIRECTOR, Estate.lease("d-large", 500_000, 1));

    Refused refused =
        ledger.refused(Estate.OFFICER, Leases.instead("d-2", Leases.of("d-large", false)));

    assertThat(refused.reasons())
        .extracting(Reason::refusal)
        .containsExactly(Refusal.NOT_COMPETENT_FOR_EARLIER, Refusal.OVER_LIMIT);
    assertThat(refused.getMessage()).contains("d-large", "leases");
  }

  @Test
  void eachDecisionIsReplacedOnceAndNamedOnce() {
    take(Leases.instead("d-2", Leases.of("d-1", false)));

    assertThat(codes(Leases.instead("d-3", Leases.of("d-1", false))))
        .containsExactly(Refusal.DECISION_SUPERSEDED);
    assertThat(codes(Leases.instead("d-3", Leases.of("d-2", false), Leases.of("d-2", true))))
        .containsExactly(Refusal.VALUE_MALFORMED);
    assertThat(codes(Leases.instead("d-3", Leases.of("d-3", false))))
        .containsExactly(Refusal.SUPERSEDES_ITSELF);
    assertThat(codes(Leases.instead("d-3", Leases.of("d-none", false))))
        .containsExactly(Refusal.DECISION_UNKNOWN);
  }

  @Test
  void whatHistoryTellsWithoutAPowerIsNotReplaced() {
    ledger.given(Leases.told("d-old", Estate.OFFICER, false, null));

    assertThat(codes(Leases.supersede("d-old", "d-1")))
        .containsExactly(Refusal.DECISION_POWER_UNKNOWN);
  }

  private List<Refusal> codes(Command command) {
    return ledger.refused(Estate.OFFICER, command).reasons().stream().map(Reason::refusal).toList();
  }

  private List<Fact> take(TakeDecision command) {
    return ledger.send(Estate.OFFICER, command);
  }
}
