package nl.korf.service.rounds;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.korf.model.LegalReference;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.RoundId;
import nl.korf.model.facts.RoundEvent.Choice;
import nl.korf.model.facts.RoundEvent.Stance;
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

/** Addresses of what is answered in a round. */
@RestController
@RequestMapping("/v1/rounds/{round}")
@Tag(name = "rounds")
class AnswersApi {

  /** An answer; {@code by} is for a registrar who records that of another. */
  record NewBallot(
      Choice choice,
      @Nullable Integer textVersion,
      @Nullable String reason,
      @Nullable PersonId by) {}

  /** How a tie is to be broken. */
  record NewCastingVote(Choice choice, @Nullable String reason, @Nullable PersonId by) {}

  /** Advice; without an adviser that of the person. */
  record NewAdvice(
      @Nullable Party adviser, Stance stance, @Nullable String text, @Nullable PersonId by) {}

  /** An agreement, or that there is none; without a party that of the person. */
  record NewAgreement(
      @Nullable Party party, boolean agrees, @Nullable String reason, @Nullable PersonId by) {}

  /** A veto; without a party that of the person. */
  record NewVeto(@Nullable Party party, String reason, @Nullable PersonId by) {}

  /** An interest. */
  record NewRecusal(
      @Nullable LegalReference legalBasis, @Nullable String reason, @Nullable PersonId by) {}

  @PostMapping("/ballots")
  @Operation(
      summary = "Answer in a round",
      description = "The last answer before the deadline counts; every one stays visible.")
  @Example(Examples.BALLOT)
  @RecordsFacts
  ResponseEntity<Object> ballot(
      @PathVariable RoundId round, @RequestBody NewBallot asked, Submission submission) {
    return submission.created(
        new CastBallot(round, asked.choice(), asked.textVersion(), asked.reason(), asked.by()),
        receipt -> "/v1/rounds/" + round + "/ballots");
  }

  @PostMapping("/casting-votes")
  @Operation(
      summary = "Say how a tie is to be broken",
      description = "By the person named at opening; counts only where there is a tie.")
  @Example(Examples.CASTING_VOTE)
  @RecordsFacts
  ResponseEntity<Object> castingVote(
      @PathVariable RoundId round, @RequestBody NewCastingVote asked, Submission submission) {
    return submission.created(
        new CastCastingVote(round, asked.choice(), asked.reason(), asked.by()),
        receipt -> "/v1/rounds/" + round + "");
  }

  @PostMapping("/advice")
  @Operation(
      summary = "Give advice",
      description = "By an adviser the rule names, before the end of the advisers' time.")
  @Example(Examples.ADVICE)
  @RecordsFacts
  ResponseEntity<Object> advice(
      @PathVariable RoundId round, @RequestBody NewAdvice asked, Submission submission) {
    return submission.created(
        new GiveAdvice(round, asked.adviser(), asked.stance(), asked.text(), asked.by()),
        receipt -> "/v1/rounds/" + round + "/advice");
  }

  @PostMapping("/agreements")
  @Operation(
      summary = "Agree, or not",
      description = "By a party that the rule says must agree; the last answer counts.")
  @Example(Examples.AGREEMENT)
  @RecordsFacts
  ResponseEntity<Object> agreement(
      @PathVariable RoundId round, @RequestBody NewAgreement asked, Submission submission) {
    return submission.created(
        new GiveAgreement(round, asked.party(), asked.agrees(), asked.reason(), asked.by()),
        receipt -> "/v1/rounds/" + round + "");
  }

  @PostMapping("/vetoes")
  @Operation(
      summary = "Cast a veto",
      description = "With a reason, by a party to whom the rule gives one.")
  @Example(Examples.VETO)
  @RecordsFacts
  ResponseEntity<Object> veto(
      @PathVariable RoundId round, @RequestBody NewVeto asked, Submission submission) {
    return submission.created(
        new CastVeto(round, asked.party(), asked.reason(), asked.by()),
        receipt -> "/v1/rounds/" + round + "");
  }

  @PostMapping("/recusals")
  @Operation(
      summary = "Step back because of an interest",
      description = "For good: the elector leaves the electorate (Awb 2:4).")
  @Example(Examples.RECUSAL)
  @RecordsFacts
  ResponseEntity<Object> recusal(
      @PathVariable RoundId round, @RequestBody NewRecusal asked, Submission submission) {
    return submission.created(
        new DeclareInterest(round, asked.legalBasis(), asked.reason(), asked.by()),
        receipt -> "/v1/rounds/" + round + "");
  }
}
