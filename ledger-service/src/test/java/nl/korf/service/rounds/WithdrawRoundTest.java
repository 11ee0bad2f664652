package nl.korf.service.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.RoundOpened;
import nl.korf.model.facts.RoundEvent.RoundWithdrawn;
import nl.korf.model.rules.Rule;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.Test;

class WithdrawRoundTest {

  private final Council council = Council.holding(Council.majority());
  private final MemoryLedger ledger = council.ledger;
  private final WithdrawRound back = new WithdrawRound(Council.ROUND, "The plan changes", null);

  @Test
  void whoLeadsTheGroupTakesTheQuestionBackOnce() {
    assertThat(ledger.refused(Estate.MEMBER, back).refusal()).isEqualTo(Refusal.NOT_GROUP_LEAD);
    assertThat(ledger.refused(Estate.LEAD, new WithdrawRound(Council.ROUND, null, null)).refusal())
        .isEqualTo(Refusal.VALUE_MISSING);
    assertThat(ledger.send(Estate.LEAD, back).getFirst()).isInstanceOf(RoundWithdrawn.class);
    assertThat(ledger.refused(Estate.LEAD, back).refusal()).isEqualTo(Refusal.ROUND_CLOSED);
  }

  @Test
  void onceItCouldBeClosedItIsNotTakenBack() {
    council.all(Choice.YES);
    ledger.pass(Council.WEEK);

    assertThat(ledger.refused(Estate.LEAD, back).refusal()).isEqualTo(Refusal.ROUND_CLOSABLE);
  }

  @Test
  void whatWasDecidedInTimeIsRecordedBeforeItCouldBeClosed() {
    ledger.send(Estate.LEAD, back);

    assertThat(ledger.lastNotAfter()).isEqualTo(deadline());
  }

  @Test
  void theAnswerOfASoleDeciderIsNotUndoneByTakingTheQuestionBack() {
    Council alone = new Council();
    alone.define(Council.of(Rule.MANDATED));
    alone.open(new AskedRound().decidedBy(Estate.OFFICER).command());
    alone.vote(Estate.MEMBER, Choice.NO);
    alone.vote(Estate.OFFICER, Choice.YES);

    assertThat(alone.ledger.refused(Estate.LEAD, back).refusal()).isEqualTo(Refusal.ROUND_ANSWERED);
    for (PersonId person : List.of(Estate.OFFICER, Estate.MEMBER)) {
      assertThat(alone.ledger.refused(person, Council.ballot(Choice.NO)).refusal())
          .isEqualTo(Refusal.ROUND_ANSWERED);
    }
    assertThat(alone.ledger.send(Estate.MEMBER, new CloseRound(Council.ROUND))).hasSize(2);
  }

  private Instant deadline() {
    return ledger.facts().stream()
        .map(RecordedFact::fact)
        .filter(RoundOpened.class::isInstance)
        .map(fact -> ((RoundOpened) fact).deadline())
        .findFirst()
        .orElseThrow();
  }
}
