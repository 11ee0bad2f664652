package nl.korf.service.inbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.model.facts.FactTypes;
import nl.korf.model.notices.Followed;
import nl.korf.projections.AsOf;
import nl.korf.service.kernel.Actor;
import nl.korf.service.notices.Cadence;
import nl.korf.service.notices.Channel;
import nl.korf.service.notices.Subscription;
import nl.korf.service.notices.Subscriptions;
import nl.korf.service.notices.Subscriptions.Asked;
import nl.korf.service.pages.Frame;
import nl.korf.service.pages.Frames;
import nl.korf.service.web.Fault;
import nl.korf.service.web.InvalidRequest;
import nl.korf.service.web.Language;
import nl.korf.service.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody follows: list, add, end; and the one click on other pages. */
@Controller
class SubscriptionPages {

  private static final String PAGE = "/subscriptions";
  private static final int UNPROCESSABLE = 422;

  private final Frames frames;
  private final SubscriptionDesk desk;
  private final Subscriptions subscriptions;
  private final Things things;

  SubscriptionPages(
      Frames frames, SubscriptionDesk desk, Subscriptions subscriptions, Things things) {
    this.frames = frames;
    this.desk = desk;
    this.subscriptions = subscriptions;
    this.things = things;
  }

  /**
   * A subscription as the page lists it.
   *
   * @param sort of what is followed, a word of {@link Followed.Kind}
   * @param href the page of what is followed, or null
   */
  public record Line(
      String id,
      String sort,
      String name,
      @Nullable String href,
      boolean below,
      @Nullable String condition,
      String channel,
      String cadence,
      Instant since) {}

  /**
   * What was filled in, to be shown again where it was refused.
   *
   * @param kind a word of {@link Followed.Kind}
   */
  public record Filled(
      String kind,
      String id,
      boolean below,
      String condition,
      String channel,
      String cadence,
      String language,
      String from) {

    Asked asked() {
      return new Asked(
          followed(),
          below,
          condition.isBlank() ? null : condition.strip(),
          Channel.valueOf(channel),
          channel.equals(Channel.INBOX.name()) ? Cadence.AT_ONCE : Cadence.valueOf(cadence),
          language,
          position());
    }

    private Followed followed() {
      boolean single =
          Arrays.stream(Followed.Kind.values())
              .anyMatch(one -> one.word().equals(kind) && one.single());
      String written = single ? kind : kind + ":" + id.strip();
      try {
        return Followed.parse(written);
      } catch (IllegalArgumentException nothing) {
        throw new Refused(
            Refusal.VALUE_MALFORMED,
            "field",
            "followed",
            "value",
            written,
            "problem",
            String.valueOf(nothing.getMessage()));
      }
    }

    private @Nullable Long position() {
      if (from.isBlank()) {
        return null;
      }
      if (!from.strip().matches("[0-9]{1,18}")) {
        throw new InvalidRequest("from", Fault.WRONG_VALUE, "value", from, "expected", "0, 1, …");
      }
      return Long.valueOf(from.strip());
    }
  }

  /** What is wrong, with the next step. */
  public record Wrong(String message, String next) {}

  @GetMapping(PAGE)
  String list(AsOf asOf, @Nullable Actor actor, HttpServletRequest request, Model model) {
    if (actor == null) {
      return "redirect:/sign-in" + Language.query(request);
    }
    Frame frame = frames.of(request, asOf, actor);
    Filled empty =
        new Filled(
            "group", "", false, "", Channel.INBOX.name(), Cadence.AT_ONCE.name(), frame.lang(), "");
    show(frame, actor, empty, UUID.randomUUID().toString(), List.of(), model);
    return "subscriptions";
  }

  private void show(
      Frame frame, Actor actor, Filled filled, String commandId, List<Wrong> wrong, Model model) {
    Things.Called called = things.in(frame.lang());
    model.addAttribute("frame", frame);
    model.addAttribute("styles", List.of("/forms.css", "/inbox.css"));
    model.addAttribute("person", actor.boundPerson().orElse(null));
    model.addAttribute(
        "lines",
        actor.boundPerson().map(subscriptions::of).orElse(List.of()).stream()
            .map(one -> line(one, called))
            .toList());
    model.addAttribute("filled", filled);
    model.addAttribute("commandId", commandId);
    model.addAttribute("wrong", wrong);
    model.addAttribute("kinds", kinds());
    model.addAttribute("channels", desk.channels().stream().map(Enum::name).toList());
    model.addAttribute("cadences", Arrays.stream(Cadence.values()).map(Enum::name).toList());
    model.addAttribute("facets", Followed.FACETS);
    model.addAttribute(
        "facts",
        FactTypes.names().stream()
            .map(name -> new InboxPages.Choice(name, called.say("fact." + name)))
            .sorted(Comparator.comparing(InboxPages.Choice::label))
            .toList());
  }

  private static List<String> kinds() {
    return Arrays.stream(Followed.Kind.values()).map(Followed.Kind::word).toList();
  }

  private static Line line(Subscription one, Things.Called called) {
    String subject = one.followed().toString();
    return new Line(
        one.subscription().toString(),
        one.followed().kind().word(),
        called.name(subject),
        Things.page(subject),
        one.below(),
        one.condition(),
        one.channel().name(),
        one.cadence().name(),
        one.madeAt());
  }

  @PostMapping(PAGE)
  String make(
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "false") boolean below,
      @RequestParam(defaultValue = "") String condition,
      @RequestParam(defaultValue = "INBOX") Channel channel,
      @RequestParam(defaultValue = "AT_ONCE") Cadence cadence,
      @RequestParam(required = false) @Nullable String language,
      @RequestParam(defaultValue = "") String from,
      @RequestParam UUID idempotencyKey,
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(required = false) @Nullable String lang,
      AsOf asOf,
      @Nullable Actor actor,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (actor == null) {
      return "redirect:/sign-in" + Language.query(request);
    }
    Filled filled =
        new Filled(
            kind,
            id,
            below,
            condition,
            channel.name(),
            cadence.name(),
            language == null ? Language.ofPage(request) : language,
            from);
    try {
      Subscription _ = desk.make(idempotencyKey, SubscriptionDesk.person(actor), filled.asked());
      return "redirect:" + InboxPages.back(ours(page), lang);
    } catch (Refused refused) {
      response.setStatus(UNPROCESSABLE);
      Frame frame = frames.of(request, asOf, actor);
      List<Wrong> wrong =
          refused.reasons().stream()
              .map(one -> new Wrong(one.message(frame.lang()), one.next(frame.lang())))
              .toList();
      show(frame, actor, filled, idempotencyKey.toString(), wrong, model);
      return "subscriptions";
    }
  }

  @PostMapping(PAGE + "/{subscription}/endings")
  String end(
      @PathVariable UUID subscription,
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(required = false) @Nullable String lang,
      @Nullable Actor actor,
      HttpServletRequest request) {
    if (actor == null) {
      return "redirect:/sign-in" + Language.query(request);
    }
    if (!subscriptions.end(subscription, SubscriptionDesk.person(actor))) {
      throw new NotFound("subscription " + subscription);
    }
    return "redirect:" + InboxPages.back(ours(page), lang);
  }

  /** Where to go back to: a page that can be followed, and nothing else. */
  private static String ours(@Nullable String page) {
    return page != null && page.matches("/[a-z]+/[a-z0-9][a-z0-9._-]{0,95}") ? page : PAGE;
  }
}
