package nl.korf.service.decisions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import nl.korf.model.DecisionId;
import nl.korf.model.PersonId;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.DecisionEvent.ReviewResult;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Receipt;
import nl.korf.service.web.Example;
import nl.korf.service.web.RecordsFacts;
import nl.korf.service.web.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Addresses at which decisions are taken and changed; {@link DecisionReads} has the rest. */
@RestController
@RequestMapping("/v1/decisions")
@Tag(name = "decisions", description = "Decisions, each with its proof of competence.")
class DecisionsApi {

  /**
   * A decision that was taken already takes the place of the one of the address.
   *
   * @param revives whether that one works again should the successor be repealed
   */
  record NewSupersession(DecisionId successor, @Nullable Boolean revives, @Nullable PersonId by) {}

  /** Why a decision works no longer, and from when; left out: now. */
  record NewRepeal(
      @Nullable Instant from, String reason, @Nullable String legalBasis, @Nullable PersonId by) {}

  /** What a review leads to, and when the next one is, where the decision goes on to work. */
  record NewReview(
      ReviewResult result,
      @Nullable Instant nextReviewAt,
      String reason,
      @Nullable String legalBasis,
      @Nullable PersonId by) {}

  /** Why a decision is taken for the account of the principal afterwards. */
  record NewRatification(String reason, @Nullable PersonId by) {}

  /** In what somebody differs. */
  record NewDissent(String text, @Nullable PersonId by) {}

  @PostMapping
  @Operation(
      summary = "Take a decision",
      description =
          "Under a mandate (rule MANDATED). Accepted only if the whole chain of mandates stands"
              + " where the decision lands; refused with the nearest path and what failed there."
              + " It can take the place of others, for each of which competence is needed too.")
  @Example(Examples.DECISION)
  @RecordsFacts
  ResponseEntity<Object> take(@RequestBody TakeDecision asked, Submission submission) {
    return submission.created(asked, DecisionsApi::location);
  }

  static String location(Receipt receipt) {
    return "/v1/decisions/" + ((DecisionTaken) receipt.facts().getFirst().fact()).decision();
  }

  @PostMapping("/{decision}/supersessions")
  @Operation(
      summary = "Let a decision that was taken take the place of this one",
      description = "Whole, from when the successor works. Needs competence for this one's power.")
  @Example(Examples.SUPERSESSION)
  @RecordsFacts
  ResponseEntity<Object> supersede(
      @PathVariable DecisionId decision,
      @RequestBody NewSupersession asked,
      Submission submission) {
    return changed(
        decision,
        new SupersedeDecision(decision, asked.successor(), asked.revives(), asked.by()),
        submission);
  }

  @PostMapping("/{decision}/repeals")
  @Operation(
      summary = "Repeal a decision",
      description = "By whoever is competent for its power now, with a reason.")
  @Example(Examples.REPEAL)
  @RecordsFacts
  ResponseEntity<Object> repeal(
      @PathVariable DecisionId decision, @RequestBody NewRepeal asked, Submission submission) {
    return changed(
        decision,
        new RepealDecision(decision, asked.from(), asked.reason(), asked.legalBasis(), asked.by()),
        submission);
  }

  @PostMapping("/{decision}/reviews")
  @Operation(
      summary = "Review a decision",
      description =
          "By somebody with a part in it. REAFFIRMED and AMENDED name the next review; REPEALED"
              + " ends it and needs competence for its power; LAPSED leaves it to its expiry.")
  @Example(Examples.REVIEW)
  @RecordsFacts
  ResponseEntity<Object> review(
      @PathVariable DecisionId decision, @RequestBody NewReview asked, Submission submission) {
    return changed(
        decision,
        new ReviewDecision(
            decision,
            asked.result(),
            asked.nextReviewAt(),
            asked.reason(),
            asked.legalBasis(),
            asked.by()),
        submission);
  }

  @PostMapping("/{decision}/ratifications")
  @Operation(
      summary = "Ratify a decision",
      description =
          "By whoever is competent for its power now, where whoever took it was not by what is"
              + " known now (rule M19). Its own verdict stays beside that of the ratifier.")
  @Example(Examples.RATIFICATION)
  @RecordsFacts
  ResponseEntity<Object> ratify(
      @PathVariable DecisionId decision,
      @RequestBody NewRatification asked,
      Submission submission) {
    return changed(decision, new RatifyDecision(decision, asked.reason(), asked.by()), submission);
  }

  @PostMapping("/{decision}/dissents")
  @Operation(
      summary = "Differ from a decision",
      description = "By somebody with a part in it; published beside it, blocks nothing.")
  @Example(Examples.DISSENT)
  @RecordsFacts
  ResponseEntity<Object> dissent(
      @PathVariable DecisionId decision, @RequestBody NewDissent asked, Submission submission) {
    return changed(decision, new RecordDissent(decision, asked.text(), asked.by()), submission);
  }

  private static ResponseEntity<Object> changed(
      DecisionId decision, Command command, Submission submission) {
    return submission.created(command, receipt -> "/v1/decisions/" + decision);
  }
}
