package nl.korf.service.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.korf.model.Refusal;
import nl.korf.model.Refused.Reason;
import nl.korf.model.decisions.DecisionLife;
import nl.korf.model.facts.DecisionEvent.DecisionRepealed;
import nl.korf.model.facts.DecisionEvent.DecisionReviewed;
import nl.korf.model.facts.DecisionEvent.ReviewResult;
import nl.korf.model.facts.Fact;
import nl.korf.model.view.DecisionRows.DecisionState;
import nl.korf.model.view.DecisionRows.Review;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.service.memory.Estate;
import nl.korf.service.memory.MemoryAuthority;
import nl.korf.service.memory.MemoryLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewDecisionTest {

  private final MemoryLedger ledger = Estate.standing(new MemoryAuthority());
  private final Instant next = ledger.now().plus(Duration.ofDays(200));

  @BeforeEach
  void decided() {
    ledger.send(
        Estate.OFFICER, Leases.lease("d-1", null, ledger.now().plus(Duration.ofDays(400)), null));
  }

  @Test
  void aMemberOfTheGroupItWasTakenForReaffirmsItUntilTheNextReview() {
    ledger.send(Estate.MEMBER, Leases.review("d-1", ReviewResult.REAFFIRMED, next));

    assertThat(row().reviewAt()).isEqualTo(next);
    assertThat(row().review())
        .extracting(Review::result, Review::by)
        .containsExactly(ReviewResult.REAFFIRMED, Estate.MEMBER);
    assertThat(Leases.state(ledger, "d-1")).isEqualTo(DecisionState.IN_FORCE);
  }

  @Test
  void whatIsLeftToLapseIsNotReviewedAgain() {
    ledger.send(Estate.OFFICER, Leases.review("d-1", ReviewResult.LAPSED, null));

    assertThat(row().reviewAt()).isNull();
    assertThat(Leases.state(ledger, "d-1")).isEqualTo(DecisionState.IN_FORCE);
  }

  @Test
  void aReviewThatRepealsNeedsCompetenceAndLeavesTheRepealBesideIt() {
    assertThat(
            ledger
                .refused(Estate.MEMBER, Leases.review("d-1", ReviewResult.REPEALED, null))
                .reasons())
        .extracting(Reason::refusal)
        .containsExactly(Refusal.NOT_COMPETENT_FOR_EARLIER, Refusal.NO_MANDATE);

    List<Fact> facts =
        ledger.send(Estate.DIRECTOR, Leases.review("d-1", ReviewResult.REPEALED, null));

    assertThat(facts)
        .extracting(Object::getClass)
        .containsExactly(DecisionRepealed.class, DecisionReviewed.class);
    assertThat(Leases.state(ledger, "d-1")).isEqualTo(DecisionState.REPEALED);
  }

  @Test
  void whoHasNoPartInItReviewsNothing() {
    assertThat(
            ledger
                .refused(Estate.OUTSIDER, Leases.review("d-1", ReviewResult.AMENDED, next))
                .refusal())
        .isEqualTo(Refusal.NO_PART_IN_DECISION);
  }

  @Test
  void theNextReviewIsNeededAndLiesBeforeTheEnd() {
    assertThat(
            ledger
                .refused(Estate.OFFICER, Leases.review("d-1", ReviewResult.REAFFIRMED, null))
                .refusal())
        .isEqualTo(Refusal.VALUE_MISSING);
    assertThat(
            ledger
                .refused(
                    Estate.OFFICER,
                    Leases.review(
                        "d-1", ReviewResult.AMENDED, ledger.now().plus(Duration.ofDays(500))))
                .refusal())
        .isEqualTo(Refusal.REVIEW_AFTER_EXPIRY);
  }

  private DecisionRow row() {
    return DecisionLife.of(Leases.id("d-1"), ledger.facts()).on(ledger.now()).orElseThrow();
  }
}
