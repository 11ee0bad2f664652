package nl.korf.service.meter;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.korf.model.BodyId;
import nl.korf.model.view.ViewHash;
import nl.korf.projections.AsOf;
import nl.korf.projections.pyramid.PyramidTooLarge;
import nl.korf.service.kernel.Actor;
import nl.korf.service.pages.Frame;
import nl.korf.service.pages.Frames;
import nl.korf.service.pages.Said;
import nl.korf.service.web.Fault;
import nl.korf.service.web.InvalidRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The page of the pyramid meter, and its table to take along. */
@Controller
class PyramidPage {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final MeterViews views;
  private final Frames frames;
  private final MessageSource messages;

  PyramidPage(MeterViews views, Frames frames, MessageSource messages) {
    this.views = views;
    this.frames = frames;
    this.messages = messages;
  }

  /** An organisation to choose. */
  public record Option(String id, @Nullable Said name) {}

  /** A figure in large, with what stands below it. */
  public record Big(String key, String value, String note) {}

  @GetMapping("/pyramid")
  String page(
      @RequestParam(required = false) @Nullable String since,
      @RequestParam(required = false) @Nullable String organisation,
      AsOf asOf,
      @Nullable Actor actor,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(request, asOf, actor);
    model.addAttribute("frame", frame);
    model.addAttribute("styles", List.of("/meter.css"));
    model.addAttribute("since", since == null ? "" : since);
    model.addAttribute("organisation", organisation == null ? "" : organisation);
    try {
      Meter meter = views.at(asOf, body(organisation));
      Pyramid pyramid = MeterViews.since(meter, asOf, day(since));
      MeterWords words = new MeterWords(messages, frame);
      model.addAttribute("organisations", options(meter, frame));
      model.addAttribute("pyramid", pyramid);
      model.addAttribute("sentence", sentence(pyramid.whole(), words));
      model.addAttribute("bigs", bigs(pyramid.whole(), words));
      model.addAttribute("paints", Paint.definitions());
      model.addAttribute("charts", new MeterCharts(pyramid, words).all());
      model.addAttribute("csv", pinned("/pyramid.csv", asOf, since, organisation));
      model.addAttribute("json", pinned("/v1/pyramid", asOf, since, organisation));
    } catch (PyramidTooLarge tooLarge) {
      model.addAttribute("tooLarge", true);
    }
    return "pyramid";
  }

  @GetMapping("/pyramid.csv")
  ResponseEntity<byte[]> csv(
      @RequestParam(required = false) @Nullable String since,
      @RequestParam(required = false) @Nullable String organisation,
      AsOf asOf) {
    Pyramid pyramid = MeterViews.since(views.at(asOf, body(organisation)), asOf, day(since));
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"pyramid-%d.csv\"".formatted(asOf.position()))
        .body(PyramidCsv.of(pyramid).getBytes(StandardCharsets.UTF_8));
  }

  private static List<Option> options(Meter meter, Frame frame) {
    return meter.organisations().entrySet().stream()
        .map(one ->
            new Option(one.getKey(), one.getValue() == null ? null : frame.say(one.getValue())))
        .toList();
  }

  private static @Nullable BodyId body(@Nullable String organisation) {
    if (organisation == null || organisation.isBlank()) {
      return null;
    }
    try {
      return new BodyId(organisation.strip());
    } catch (IllegalArgumentException unfit) {
      throw new InvalidRequest(
          "organisation", Fault.WRONG_VALUE, "value", organisation, "expected", "BodyId");
    }
  }

  private static @Nullable Instant day(@Nullable String since) {
    if (since == null || since.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(since.strip()).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException unfit) {
      throw new InvalidRequest(
          "since", Fault.WRONG_VALUE, "value", since, "expected", "2026-01-31");
    }
  }

  private static String sentence(Figures whole, MeterWords words) {
    Figures.Decisions decisions = whole.decisions();
    if (decisions.taken() == 0) {
      return words.say("sentence.none");
    }
    int shown = decisions.taken() - decisions.unknown();
    if (shown == 0) {
      return words.say("sentence.unknown", words.number(decisions.taken()));
    }
    return words.say(
        "sentence",
        words.number(shown),
        words.number(decisions.underMandate()),
        words.number(decisions.depths().getFirst()),
        words.number(decisions.ownWork()));
  }

  private static List<Big> bigs(Figures whole, MeterWords words) {
    Figures.Decisions decisions = whole.decisions();
    Figures.Open open = whole.open();
    return List.of(
        new Big(
            "decisions",
            words.number(decisions.taken()),
            words.say("mean-depth", words.number(decisions.meanDepth()))),
        new Big(
            "under-mandate",
            words.percent(decisions.underMandate(), decisions.taken()),
            words.say("of-decisions", words.number(decisions.underMandate()))),
        new Big(
            "by-groups",
            words.percent(decisions.byGroups(), decisions.taken()),
            words.say("of-decisions", words.number(decisions.byGroups()))),
        new Big(
            "waiting.big",
            words.say("days", words.number(whole.waiting().medianDays())),
            words.say("waiting.note", words.number(whole.waiting().p90Days()))),
        new Big(
            "escalations",
            words.number(whole.escalations().total()),
            words.say("escalations.note")),
        new Big(
            "standing",
            words.number(whole.directives().standing()),
            words.say(
                "standing.note",
                words.number(whole.directives().issued()),
                words.number(whole.directives().answered()))),
        new Big(
            "proposals.big",
            words.number(open.proposals()),
            words.say("proposals.note", words.number(open.medianDays()))),
        new Big(
            "rounds.big",
            words.number(open.rounds()),
            words.say("rounds.note", words.number(open.outcomes()))));
  }

  /** An address that never changes its answer. */
  private static String pinned(
      String path, AsOf asOf, @Nullable String since, @Nullable String organisation) {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath(path)
            .queryParam("at", asOf.position())
            .queryParam("on", asOf.on())
            .queryParam("view", ViewHash.VIEW_VERSION);
    Stream.of("since", "organisation")
        .forEach(name -> {
          String value = name.equals("since") ? since : organisation;
          if (value != null && !value.isBlank()) {
            address.queryParam(name, Objects.requireNonNull(value).strip());
          }
        });
    return address.encode().build().toUriString();
  }
}
