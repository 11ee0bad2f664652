package nl.korf.service.inbox;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.korf.eventstore.FactLog;
import nl.korf.model.PersonId;
import nl.korf.model.notices.Reason;
import nl.korf.projections.AsOf;
import nl.korf.service.kernel.Actor;
import nl.korf.service.notices.Notice;
import nl.korf.service.notices.Notices;
import nl.korf.service.notices.Why;
import nl.korf.service.pages.Frame;
import nl.korf.service.pages.Frames;
import nl.korf.service.web.Language;
import nl.korf.service.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The inbox, and why somebody was told of a fact or was not. */
@Controller
class InboxPages {

  /** Notices on one page. */
  static final int ROWS_MAX = 25;

  private static final String STYLES = "styles";
  private static final List<String> SHEETS = List.of("/forms.css", "/inbox.css");

  private final Frames frames;
  private final Notices notices;
  private final Why why;
  private final Things things;
  private final FactLog log;

  InboxPages(Frames frames, Notices notices, Why why, Things things, FactLog log) {
    this.frames = frames;
    this.notices = notices;
    this.why = why;
    this.things = things;
    this.log = log;
  }

  /**
   * A notice as the page lists it.
   *
   * @param about what the fact is about, by name, or null
   * @param href the page of that
   */
  public record Line(
      long position,
      String type,
      @Nullable String about,
      @Nullable String href,
      Instant recordedAt,
      List<String> reasons,
      boolean unread) {}

  /** A choice of a filter. */
  public record Choice(String value, String label) {}

  /**
   * The filters as chosen, for the form and for links to further pieces.
   *
   * @param type of fact, or empty
   * @param reason kind of reason, or empty
   */
  public record Chosen(boolean unread, String type, String reason) {

    Notices.Filter filter() {
      Reason.Kind kind =
          Arrays.stream(Reason.Kind.values())
              .filter(one -> one.name().equals(reason))
              .findFirst()
              .orElse(null);
      return new Notices.Filter(unread, type.isEmpty() ? null : type, kind);
    }

    /** The address of the notices before a position, with the same filters. */
    public String before(long position) {
      return UriComponentsBuilder.fromPath("/inbox")
          .queryParam("unread", unread)
          .queryParam("type", type)
          .queryParam("reason", reason)
          .queryParam("before", position)
          .build()
          .toUriString();
    }
  }

  @GetMapping("/inbox")
  String inbox(
      @RequestParam(defaultValue = "false") boolean unread,
      @RequestParam(defaultValue = "") String type,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "9223372036854775807") long before,
      AsOf asOf,
      @Nullable Actor actor,
      HttpServletRequest request,
      Model model) {
    if (actor == null) {
      return "redirect:/sign-in" + Language.query(request);
    }
    Frame frame = frames.of(request, asOf, actor);
    model.addAttribute("frame", frame);
    model.addAttribute(STYLES, SHEETS);
    PersonId person = actor.boundPerson().orElse(null);
    model.addAttribute("person", person);
    if (person != null) {
      Chosen chosen = new Chosen(unread, type, reason);
      show(person, chosen, before, things.in(frame.lang()), model);
    }
    return "inbox";
  }

  private void show(
      PersonId person, Chosen chosen, long before, Things.Called called, Model model) {
    List<Notice> found = notices.before(person, before, chosen.filter(), ROWS_MAX + 1);
    List<Notice> shown = found.stream().limit(ROWS_MAX).toList();
    Map<Long, List<String>> subjects = subjects(shown);
    model.addAttribute("chosen", chosen);
    model.addAttribute(
        "lines",
        shown.stream()
            .map(one -> line(one, subjects.getOrDefault(one.position(), List.of()), called))
            .toList());
    model.addAttribute("more", found.size() > ROWS_MAX ? chosen.before(last(shown)) : null);
    model.addAttribute("latest", shown.isEmpty() ? 0L : shown.getFirst().position());
    model.addAttribute("count", notices.unread(person));
    model.addAttribute(
        "types",
        notices.types(person).stream()
            .map(one -> new Choice(one, called.say("fact." + one)))
            .sorted(Comparator.comparing(Choice::label))
            .toList());
    model.addAttribute(
        "reasons",
        Arrays.stream(Reason.Kind.values())
            .map(one -> new Choice(one.name(), called.say("reason.kind." + one.name())))
            .toList());
  }

  private static long last(List<Notice> shown) {
    return shown.getLast().position();
  }

  /** What the facts are about, from the tags they carry. */
  private Map<Long, List<String>> subjects(List<Notice> shown) {
    Map<Long, List<String>> subjects = new HashMap<>();
    log.at(shown.stream().map(Notice::position).toList())
        .forEach(fact ->
            subjects.put(
                fact.position(),
                fact.tags().stream()
                    .map(tag ->
                        tag.replaceFirst("^(in-|decides-)?round=", "round=")
                            .replaceFirst("^(dissent-on|signature-on)=", "decision=")
                            .replaceFirst("=", ":"))
                    .toList()));
    return subjects;
  }

  private static Line line(Notice notice, List<String> subjects, Things.Called called) {
    String main = Things.main(subjects).orElse(null);
    return new Line(
        notice.position(),
        notice.type(),
        main == null ? null : called.name(main),
        main == null ? null : Things.page(main),
        notice.recordedAt(),
        ReasonWords.all(notice.reasons(), called),
        notice.readAt() == null);
  }

  /** One was read; then to the page of what it is about, where the reader goes there. */
  @PostMapping("/inbox/readings")
  String read(
      @RequestParam(required = false) @Nullable Long position,
      @RequestParam(required = false) @Nullable Long upTo,
      @RequestParam(required = false) @Nullable String lang,
      @Nullable Actor actor,
      HttpServletRequest request) {
    if (actor == null) {
      return "redirect:/sign-in" + Language.query(request);
    }
    PersonId person = SubscriptionDesk.person(actor);
    if (position != null && !notices.read(person, position)) {
      throw new NotFound("notice of position " + position);
    }
    if (upTo != null) {
      int _ = notices.readAll(person, upTo);
    }
    return "redirect:" + back("/inbox", lang);
  }

  /** An address of ours in the language of the page it was asked from. */
  static String back(String path, @Nullable String lang) {
    boolean known = Language.DUTCH.equals(lang) || Language.ENGLISH.equals(lang);
    return known ? path + "?lang=" + lang : path;
  }

  /** A subscription of the reader as it met the fact. */
  public record Looked(String name, String meeting) {}

  @GetMapping("/inbox/why")
  String why(
      @RequestParam(required = false) @Nullable Long position,
      AsOf asOf,
      @Nullable Actor actor,
      HttpServletRequest request,
      Model model) {
    if (actor == null) {
      return "redirect:/sign-in" + Language.query(request);
    }
    Frame frame = frames.of(request, asOf, actor);
    Things.Called called = things.in(frame.lang());
    PersonId person = actor.boundPerson().orElse(null);
    model.addAttribute("frame", frame);
    model.addAttribute(STYLES, SHEETS);
    model.addAttribute("person", person);
    model.addAttribute("position", position);
    if (person != null && position != null) {
      Why.Answer answer =
          why.about(person, position).orElseThrow(() -> new NotFound("position " + position));
      answer(answer, called, model);
    }
    return "why";
  }

  private static void answer(Why.Answer answer, Things.Called called, Model model) {
    String main = Things.main(answer.touched()).orElse(null);
    model.addAttribute("answer", answer);
    model.addAttribute("about", main == null ? null : called.name(main));
    model.addAttribute("href", main == null ? null : Things.page(main));
    model.addAttribute("why", ReasonWords.all(answer.reasons(), called));
    model.addAttribute(
        "relations",
        answer.relations().stream().map(one -> ReasonWords.asked(one, called)).toList());
    model.addAttribute(
        "looked",
        answer.subscriptions().stream()
            .map(one ->
                new Looked(
                    called.name(one.subscription().followed().toString()), one.meeting().name()))
            .toList());
  }
}
