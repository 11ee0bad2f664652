package nl.korf.service.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.korf.model.PersonId;
import nl.korf.model.notices.Reason;
import nl.korf.model.notices.Recipients;
import nl.korf.service.kernel.Actor;
import nl.korf.service.notices.Notice;
import nl.korf.service.notices.Notices;
import nl.korf.service.notices.Why;
import nl.korf.service.web.Example;
import nl.korf.service.web.Fault;
import nl.korf.service.web.InvalidRequest;
import nl.korf.service.web.Language;
import nl.korf.service.web.Limits;
import nl.korf.service.web.NotFound;
import nl.korf.service.web.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The notices of whoever asks, as a feed to pull; and why they were told, or not. */
@RestController
@Tag(name = "notices", description = "What you were told of and why; seen by yourself only.")
class NoticesApi {

  private static final int LIMIT_DEFAULT = 100;

  /** Longest a request waits for a notice, in seconds. */
  private static final int WAIT_SECONDS_MAX = 30;

  private final Notices notices;
  private final Why why;
  private final Things things;

  NoticesApi(Notices notices, Why why, Things things) {
    this.notices = notices;
    this.why = why;
    this.things = things;
  }

  /**
   * A reason.
   *
   * @param text in words, in the language of the reader
   * @param subscription what was followed, where that is the reason
   */
  record ReasonView(
      Reason.Kind kind,
      String subject,
      @Nullable String via,
      @Nullable UUID subscription,
      String text) {

    static ReasonView of(Reason reason, Things.Called called) {
      boolean follows = reason.kind() == Reason.Kind.FOLLOWS && reason.via() != null;
      return new ReasonView(
          reason.kind(),
          reason.subject(),
          follows ? null : reason.via(),
          follows ? UUID.fromString(String.valueOf(reason.via())) : null,
          ReasonWords.of(reason, called));
    }
  }

  /**
   * A notice.
   *
   * @param fact the address of the fact it is about
   */
  record NoticeView(
      long position,
      String type,
      String fact,
      Instant recordedAt,
      List<ReasonView> reasons,
      @Nullable Instant readAt) {

    static NoticeView of(Notice notice, Things.Called called) {
      return new NoticeView(
          notice.position(),
          notice.type(),
          "/v1/facts/" + notice.position(),
          notice.recordedAt(),
          notice.reasons().stream().map(reason -> ReasonView.of(reason, called)).toList(),
          notice.readAt());
    }
  }

  /**
   * A piece of the feed.
   *
   * @param last go on after it: the last notice, or what was told by then where there is none
   * @param unread how many were not read, in all
   */
  record NoticePage(List<NoticeView> items, long last, long unread) {}

  @GetMapping("/v1/notices")
  @Operation(
      summary = "Your notices after a position, in order",
      description =
          "With wait, an empty answer is held back until there is one, or the time is up.")
  ResponseEntity<NoticePage> list(
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(defaultValue = "0") int wait,
      @RequestParam(defaultValue = "false") boolean unread,
      @RequestParam(required = false) @Nullable String type,
      @RequestParam(required = false) Reason.@Nullable Kind reason,
      Actor actor,
      HttpServletRequest request)
      throws InterruptedException {
    if (wait < 0 || wait > WAIT_SECONDS_MAX) {
      throw new InvalidRequest(
          "wait",
          Fault.WRONG_VALUE,
          "value",
          Integer.toString(wait),
          "expected",
          "0 – " + WAIT_SECONDS_MAX);
    }
    PersonId person = SubscriptionDesk.person(actor);
    int most = Limits.of(limit, LIMIT_DEFAULT, Notices.PAGE_MAX);
    Notices.Filter filter = new Notices.Filter(unread, type, reason);
    Told told = awaited(person, after, filter, most, Duration.ofSeconds(wait));
    Things.Called called = things.in(Language.of(request));
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
    if (told.items().size() == most) {
      answer.header(
          HttpHeaders.LINK,
          "</v1/notices?after=%d&limit=%d>; rel=\"next\"".formatted(told.last(), most));
    }
    return answer.body(
        new NoticePage(
            told.items().stream().map(one -> NoticeView.of(one, called)).toList(),
            told.last(),
            notices.unread(person)));
  }

  private record Told(List<Notice> items, long last) {}

  /** Looks again whenever something was told, until there is a notice or the time is up. */
  private Told awaited(
      PersonId person, long after, Notices.Filter filter, int most, Duration patience)
      throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    while (true) {
      long told = notices.told();
      List<Notice> found = notices.after(person, after, filter, most);
      if (!found.isEmpty()) {
        return new Told(found, found.getLast().position());
      }
      Duration left = Duration.ofNanos(until - System.nanoTime());
      if (!left.isPositive() || !notices.awaitTold(told + 1, left)) {
        return new Told(List.of(), Math.max(after, told));
      }
    }
  }

  @GetMapping("/v1/notices/{position}")
  @Operation(summary = "Your notice of one fact")
  ResponseEntity<NoticeView> one(
      @PathVariable long position, Actor actor, HttpServletRequest request) {
    return answer(HttpStatus.OK, SubscriptionDesk.person(actor), position, request);
  }

  private ResponseEntity<NoticeView> answer(
      HttpStatus status, PersonId person, long position, HttpServletRequest request) {
    Notice notice =
        notices
            .find(person, position)
            .orElseThrow(() -> new NotFound("notice of position " + position));
    return ResponseEntity.status(status)
        .cacheControl(CacheControl.noStore())
        .body(NoticeView.of(notice, things.in(Language.of(request))));
  }

  @PostMapping("/v1/notices/{position}/readings")
  @Operation(summary = "You have read a notice")
  @ApiResponse(responseCode = "201", description = "Read")
  ResponseEntity<NoticeView> read(
      @PathVariable long position, Submission submission, HttpServletRequest request) {
    PersonId person = SubscriptionDesk.person(submission.actor());
    boolean _ = notices.read(person, position);
    return answer(HttpStatus.CREATED, person, position, request);
  }

  /** Everything up to a position. */
  record UpTo(long upTo) {}

  /** How many were not read before. */
  record Read(int notices) {}

  @PostMapping("/v1/notice-readings")
  @Example("{\"upTo\": 1}")
  @Operation(summary = "You have read all notices up to a position")
  @ApiResponse(responseCode = "201", description = "Read")
  ResponseEntity<Read> readAll(@RequestBody UpTo asked, Submission submission) {
    int read = notices.readAll(SubscriptionDesk.person(submission.actor()), asked.upTo());
    return ResponseEntity.created(URI.create("/v1/notices"))
        .cacheControl(CacheControl.noStore())
        .body(new Read(read));
  }

  /** A relation by which people were told, as looked at. */
  record RelationView(
      Reason.Kind kind, String subject, @Nullable String via, int people, String text) {

    static RelationView of(Recipients.Asked asked, Things.Called called) {
      return new RelationView(
          asked.kind(),
          asked.subject(),
          asked.via(),
          asked.people(),
          ReasonWords.asked(asked, called));
    }
  }

  /** A subscription of yours, and how it met the fact. */
  record LookedView(UUID subscription, String followed, Why.Meeting meeting) {}

  /**
   * Why you were told of a fact, or not.
   *
   * @param text the verdict in words
   */
  record WhyView(
      long position,
      String type,
      Why.Verdict verdict,
      String text,
      List<ReasonView> reasons,
      List<RelationView> relations,
      List<LookedView> subscriptions,
      List<String> subjects) {}

  @GetMapping("/v1/notices/why")
  @Operation(
      summary = "Why you were told of a fact, or were not",
      description = "Names the reasons, and every relation and subscription that was looked at.")
  ResponseEntity<WhyView> why(
      @RequestParam long position, Actor actor, HttpServletRequest request) {
    Why.Answer answer =
        why.about(SubscriptionDesk.person(actor), position)
            .orElseThrow(() -> new NotFound("position " + position));
    Things.Called called = things.in(Language.of(request));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new WhyView(
                answer.position(),
                answer.type(),
                answer.verdict(),
                called.say("why." + answer.verdict().name()),
                answer.reasons().stream().map(one -> ReasonView.of(one, called)).toList(),
                answer.relations().stream().map(one -> RelationView.of(one, called)).toList(),
                answer.subscriptions().stream()
                    .map(one ->
                        new LookedView(
                            one.subscription().subscription(),
                            one.subscription().followed().toString(),
                            one.meeting()))
                    .toList(),
                answer.touched()));
  }
}
