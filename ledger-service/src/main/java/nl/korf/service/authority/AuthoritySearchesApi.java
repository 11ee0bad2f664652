package nl.korf.service.authority;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.projections.AsOf;
import nl.korf.projections.Page;
import nl.korf.service.authority.RecordedSearch.Found;
import nl.korf.service.authority.WhoMayDecide.Competent;
import nl.korf.service.web.Example;
import nl.korf.service.web.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who may decide this? */
@RestController
@RequestMapping("/v1/authority-searches")
@Tag(name = "authority checks")
class AuthoritySearchesApi {

  private final WhoMayDecide whoMayDecide;
  private final Answers answers;
  private final CheckLog log;

  AuthoritySearchesApi(WhoMayDecide whoMayDecide, Answers answers, CheckLog log) {
    this.whoMayDecide = whoMayDecide;
    this.answers = answers;
    this.log = log;
  }

  /**
   * A piece of the answer.
   *
   * @param next the cursor of the next piece; absent where this is the last one
   */
  record SearchAnswer(
      UUID id,
      long asKnownAt,
      Instant on,
      java.util.List<Competent> competent,
      @Nullable String next) {}

  @PostMapping
  @Example(Examples.SEARCH)
  @Operation(
      summary = "Who may decide this?",
      description =
          "Everybody whose mandate covers the act with its whole chain, and the body that holds the"
              + " power itself; with the persons who act for them at that instant. As known at a"
              + " position (at) about an instant (on). Leaves one row. Where next is given, ask"
              + " again, under a key of its own, with it as cursor and with the asKnownAt and on of"
              + " this answer.")
  ResponseEntity<SearchAnswer> search(@RequestBody AskedSearch asked, Submission submission) {
    Asking asking = Asking.of("authority-searches", asked, submission);
    log.requireUnusedOrSame(asking);
    RecordedSearch earlier = log.findSearch(asking.key()).orElse(null);
    AsOf asOf = earlier != null ? new AsOf(earlier.position(), earlier.on()) : asOf(asked);
    Page<Competent> found = whoMayDecide.find(asked.asked(), asOf, asked.cursor(), limit(asked));
    if (earlier == null && !log.record(recorded(asked, asOf, found, submission), asking)) {
      return search(asked, submission); // somebody was first; theirs is the answer, or refuses this
    }
    return ResponseEntity.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .body(
            new SearchAnswer(
                submission.commandId(), asOf.position(), asOf.on(), found.items(), found.next()));
  }

  private AsOf asOf(AskedSearch asked) {
    Instant on = asked.on() == null ? answers.now() : asked.on();
    return new AsOf(answers.position(asked.at()), on);
  }

  private RecordedSearch recorded(
      AskedSearch asked, AsOf asOf, Page<Competent> found, Submission submission) {
    return new RecordedSearch(
        submission.commandId(),
        answers.now(),
        submission.actor().toString(),
        asked.asked(),
        asOf.position(),
        asOf.on(),
        asked.cursor(),
        found.items().stream().map(one -> new Found(one.party(), one.mandate())).toList());
  }

  private static int limit(AskedSearch asked) {
    Integer limit = asked.limit();
    if (limit == null) {
      return WhoMayDecide.LIMIT_DEFAULT;
    }
    if (limit < 1 || limit > WhoMayDecide.LIMIT_MAX) {
      throw new Refused(
          Refusal.VALUE_MALFORMED,
          "field",
          "limit",
          "value",
          limit.toString(),
          "problem",
          "1 – " + WhoMayDecide.LIMIT_MAX);
    }
    return limit;
  }
}
