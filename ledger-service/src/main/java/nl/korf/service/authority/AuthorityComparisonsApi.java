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
import nl.korf.service.kernel.Actor;
import nl.korf.service.web.Example;
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
  private final CheckLog log;

  AuthorityComparisonsApi(Answers answers, CheckLog log) {
    this.answers = answers;
    this.log = log;
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
  @Example(Examples.COMPARISON)
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
    Asking asking = Asking.of("authority-comparisons", asked, submission);
    log.requireUnusedOrSame(asking);
    long then = answers.position(asked.at());
    Instant on = asked.on() == null ? answers.now() : asked.on();
    RecordedCheck earlier = check("then", asking, question, then, on, submission.actor());
    RecordedCheck later =
        check("now", asking, question, answers.position(null), on, submission.actor());
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
      String which, Asking asking, Question question, long position, Instant on, Actor actor) {
    UUID id = UUID.nameUUIDFromBytes((asking.key() + "/" + which).getBytes(StandardCharsets.UTF_8));
    return log.find(id).orElseGet(() -> answers.check(id, asking, question, position, on, actor));
  }
}
