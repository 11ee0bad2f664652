package nl.korf.service.rounds;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.korf.model.ObjectionId;
import nl.korf.model.PersonId;
import nl.korf.model.RoundId;
import nl.korf.model.facts.RoundEvent.Claims;
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

/** Addresses of objections in a round by consent. */
@RestController
@RequestMapping("/v1/rounds/{round}/objections")
@Tag(name = "rounds")
class ObjectionsApi {

  /** An objection with its claims. */
  record NewObjection(
      @Nullable ObjectionId objection, Claims claims, String reason, @Nullable PersonId by) {}

  /** What the facilitator found; dismissing needs a reason. */
  record ObjectionTest(boolean sustained, @Nullable String reason, @Nullable PersonId by) {}

  /** Who says that the text now meets the objection. */
  record Integration(@Nullable PersonId by) {}

  /** Why it is taken back. */
  record ObjectionWithdrawal(@Nullable String reason, @Nullable PersonId by) {}

  @PostMapping("")
  @Operation(
      summary = "Raise an objection",
      description =
          "Under CONSENT: with a reason, and with the four claims or the breach of a rule.")
  @Example(Examples.OBJECTION)
  @RecordsFacts
  ResponseEntity<Object> raise(
      @PathVariable RoundId round, @RequestBody NewObjection asked, Submission submission) {
    return submission.created(
        new RaiseObjection(asked.objection(), round, asked.claims(), asked.reason(), asked.by()),
        receipt -> "/v1/rounds/" + round + "/objections");
  }

  @PostMapping("/{objection}/tests")
  @Operation(
      summary = "Test an objection",
      description =
          "By the facilitator: whether its arguments are there, never how much they weigh.")
  @Example(Examples.OBJECTION_TEST)
  @RecordsFacts
  ResponseEntity<Object> test(
      @PathVariable RoundId round,
      @PathVariable ObjectionId objection,
      @RequestBody ObjectionTest asked,
      Submission submission) {
    return submission.created(
        new TestObjection(round, objection, asked.sustained(), asked.reason(), asked.by()),
        receipt -> "/v1/rounds/" + round + "/objections");
  }

  @PostMapping("/{objection}/integrations")
  @Operation(
      summary = "Say that the revised text meets an objection",
      description = "By the objector or the facilitator, after a revision.")
  @Example(Examples.INTEGRATION)
  @RecordsFacts
  ResponseEntity<Object> integrate(
      @PathVariable RoundId round,
      @PathVariable ObjectionId objection,
      @RequestBody Integration asked,
      Submission submission) {
    return submission.created(
        new IntegrateObjection(round, objection, asked.by()),
        receipt -> "/v1/rounds/" + round + "/objections");
  }

  @PostMapping("/{objection}/withdrawals")
  @Operation(summary = "Take an objection back", description = "By the objector.")
  @Example(Examples.OBJECTION_WITHDRAWAL)
  @RecordsFacts
  ResponseEntity<Object> withdraw(
      @PathVariable RoundId round,
      @PathVariable ObjectionId objection,
      @RequestBody ObjectionWithdrawal asked,
      Submission submission) {
    return submission.created(
        new WithdrawObjection(round, objection, asked.reason(), asked.by()),
        receipt -> "/v1/rounds/" + round + "/objections");
  }
}
