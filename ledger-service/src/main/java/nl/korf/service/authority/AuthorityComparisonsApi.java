package nl.korf.service.authority;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.model.competence.ProofDifferences;
import nl.korf.model.competence.ProofDifferences.Difference;
import nl.korf.service.web.Submission;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The two audit questions beside each other: as known then, and as known now. */
@RestController
@RequestMapping("/v1/authority-comparisons")
@Tag(name = "authority checks")
class AuthorityComparisonsApi {

  private final Answers answers;
  private final Checks checks;

  AuthorityComparisonsApi(Answers answers, Checks checks) {
    this.answers = answers;
    this.checks = checks;
  }

  /**
   * Two checks of the same question about the same instant.
   *
   * @param then as known at the position asked for
   * @param now as known at head
   * @param differences what the facts between the two positions changed; empty: nothing
   */
  record Comparison(CheckAnswer then, CheckAnswer now, List<Difference> differences) {}

  @PostMapping
  @Operation(
      summary = "Check authority as known then and as known now",
      description =
          "Asks the question twice about the same instant (on): as known at a position (at,"
              + " needed), and as known at head. Lists what differs. Leaves two rows, one a check.")
  ResponseEntity<Comparison> compare(@RequestBody AskedCheck asked, Submission submission) {
    if (asked.at() == null) {
      throw new Refused(Refusal.VALUE_MISSING, "field", "at");
    }
    Question question = asked.question(AuthorityChecksApi.person(asked, submission.actor()));
    long then = answers.position(asked.at());
    Instant on = asked.on() == null ? answers.now() : asked.on();
    RecordedCheck earlier = check("then", question, then, on, submission);
    RecordedCheck later = check("now", question, answers.position(null), on, submission);
    return ResponseEntity.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .body(
            new Comparison(
                CheckAnswer.of(earlier),
                CheckAnswer.of(later),
                ProofDifferences.between(earlier.proof(), later.proof())));
  }

  /** The same request gets the same checks again. */
  private RecordedCheck check(
      String which, Question question, long position, Instant on, Submission submission) {
    UUID id =
        UUID.nameUUIDFromBytes(
            (submission.commandId() + "/" + which).getBytes(StandardCharsets.UTF_8));
    return checks
        .find(id)
        .map(earlier -> AuthorityChecksApi.same(earlier, question))
        .orElseGet(() ->
            answers.check(id, submission.commandId(), question, position, on, submission.actor()));
  }
}
