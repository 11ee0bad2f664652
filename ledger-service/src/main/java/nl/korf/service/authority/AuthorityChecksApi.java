package nl.korf.service.authority;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.service.kernel.Actor;
import nl.korf.service.web.Example;
import nl.korf.service.web.NotFound;
import nl.korf.service.web.Submission;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Addresses of authority checks. */
@RestController
@RequestMapping("/v1/authority-checks")
@Tag(
    name = "authority checks",
    description = "Was, is or will somebody be competent for an act? Each check leaves one row.")
class AuthorityChecksApi {

  private final Answers answers;
  private final CheckLog log;

  AuthorityChecksApi(Answers answers, CheckLog log) {
    this.answers = answers;
    this.log = log;
  }

  @PostMapping
  @Example(Examples.CHECK)
  @Operation(
      summary = "Check authority",
      description =
          "As known at a position (at) about an instant (on). Answers the verdict with the path,"
              + " or with what failed on the nearest one. Changes nothing in the ledger.")
  ResponseEntity<CheckAnswer> check(@RequestBody AskedCheck asked, Submission submission) {
    Question question = asked.question(person(asked, submission.actor()));
    Asking asking = Asking.of("authority-checks", asked, submission);
    Optional<RecordedCheck> before =
        log.requireUnusedOrSame(asking) ? log.find(asking.key()) : Optional.empty();
    RecordedCheck check = before.orElseGet(() -> made(question, asked, asking, submission.actor()));
    return ResponseEntity.created(URI.create("/v1/authority-checks/" + check.id()))
        .cacheControl(CacheControl.noStore())
        .body(CheckAnswer.of(check));
  }

  @GetMapping("/{check}")
  @Operation(summary = "A check that was made", description = "With all it takes to repeat it.")
  ResponseEntity<CheckAnswer> one(@PathVariable UUID check, Actor actor) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(CheckAnswer.of(readable(check, actor)));
  }

  @GetMapping("/{check}/reproduction")
  @Operation(
      summary = "A check made anew from its references",
      description =
          "As known at its position, about its instant: whether the verdict is the same, and what"
              + " differs. Leaves no row.")
  ResponseEntity<Answers.Reproduction> reproduction(@PathVariable UUID check, Actor actor) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(answers.reproduce(readable(check, actor)));
  }

  private RecordedCheck readable(UUID check, Actor actor) {
    return log.find(check)
        .filter(found -> readableBy(actor, found))
        .orElseThrow(() -> new NotFound("authority check " + check));
  }

  /** Who asked, who it is about, and who keeps the register. */
  private static boolean readableBy(Actor actor, RecordedCheck check) {
    return actor.may(Actor.Right.REGISTER)
        || actor.toString().equals(check.actor())
        || actor.boundPerson().filter(check.question()::about).isPresent();
  }

  static PersonId person(AskedCheck asked, Actor actor) {
    PersonId person = asked.person() == null ? actor.person() : asked.person();
    if (person == null) {
      throw new Refused(Refusal.VALUE_MISSING, "field", "person");
    }
    return person;
  }

  private RecordedCheck made(Question question, AskedCheck asked, Asking asking, Actor actor) {
    return answers.check(
        asking.key(),
        asking,
        question,
        answers.position(asked.at()),
        asked.on() == null ? answers.now() : asked.on(),
        actor);
  }
}
