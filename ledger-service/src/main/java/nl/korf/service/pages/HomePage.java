package nl.korf.service.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Page;
import nl.korf.projections.groups.GroupsView;
import nl.korf.projections.initiatives.InitiativesView;
import nl.korf.projections.mandates.MandatesView;
import nl.korf.projections.mandates.Standing;
import nl.korf.service.kernel.Actor;
import nl.korf.service.web.Fault;
import nl.korf.service.web.InvalidRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The whole: groups, initiatives and mandates at one moment. */
@Controller
class HomePage {

  /** Rows of each table. */
  static final int ROWS_MAX = 25;

  /** Facts told as the latest. */
  static final int FEED_MAX = 8;

  /** Asked for by pages that have the map: {@code content}, all but that. */
  private static final String PART = "Korf-Part";

  private final Frames frames;
  private final Names names;
  private final GroupsView groups;
  private final InitiativesView initiatives;
  private final MandatesView mandates;
  private final WholeMap map;
  private final FactLines facts;
  private final Welcome welcome;

  HomePage(
      Frames frames,
      Names names,
      GroupsView groups,
      InitiativesView initiatives,
      MandatesView mandates,
      WholeMap map,
      FactLines facts,
      Welcome welcome) {
    this.frames = frames;
    this.names = names;
    this.groups = groups;
    this.initiatives = initiatives;
    this.mandates = mandates;
    this.map = map;
    this.facts = facts;
    this.welcome = welcome;
  }

  /** A group as the page lists it. */
  public record GroupLine(
      String id, Said name, Said kind, @Nullable Said organisation, String state) {}

  /** An initiative as the page lists it. */
  public record InitiativeLine(String id, Said title, Said owner, Said stage, boolean withdrawn) {}

  /** The form asks for a day; the address that answers names an instant. */
  @GetMapping(path = "/", params = "day")
  String day(
      @RequestParam String day,
      @RequestParam(required = false) @Nullable String at,
      @RequestParam(required = false) @Nullable String lang) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/");
    if (at != null && !at.isBlank()) {
      address.queryParam("at", at.trim());
    }
    if (!day.isBlank()) {
      address.queryParam("on", Frames.endOf(parsed(day)));
    }
    if (lang != null) {
      address.queryParam("lang", lang);
    }
    return "redirect:" + address.build().toUriString();
  }

  private static LocalDate parsed(String day) {
    try {
      return LocalDate.parse(day.trim());
    } catch (DateTimeParseException unfit) {
      throw new InvalidRequest("day", Fault.WRONG_VALUE, "value", day, "expected", "2026-01-31");
    }
  }

  @GetMapping("/")
  String whole(
      @RequestParam(required = false) @Nullable String groupsAfter,
      @RequestParam(required = false) @Nullable String initiativesAfter,
      @RequestParam(required = false) @Nullable String mandatesAfter,
      @RequestParam(required = false) @Nullable Long layout,
      AsOf asOf,
      @Nullable Actor actor,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Frame frame = frames.of(request, asOf, actor);
    Names.Spoken spoken = names.at(asOf, frame.lang());
    model.addAttribute("frame", frame);
    long listed =
        groups(asOf, groupsAfter, spoken, frame, model)
            + initiatives(asOf, initiativesAfter, spoken, frame, model)
            + mandates(asOf, mandatesAfter, spoken, frame, model);
    boolean empty = listed == 0 && !frame.past();
    model.addAttribute("empty", empty);
    model.addAttribute("feed", facts.latest(asOf, FEED_MAX, frame.lang()));
    welcome.show(new Welcome.Visit(asOf, actor, frame, request, response), empty, model);
    if (!empty && request.getHeader(PART) == null) {
      map.show(new WholeMap.Asked(asOf, layout, earlier(request), frame, actor), model);
    }
    return "home";
  }

  private static @Nullable String earlier(HttpServletRequest request) {
    return Stream.of("since", "from")
        .filter(name -> request.getParameter(name) != null)
        .map(name ->
            name + "=" + UriUtils.encode(request.getParameter(name), StandardCharsets.UTF_8))
        .findFirst()
        .orElse(null);
  }

  private long groups(
      AsOf asOf, @Nullable String after, Names.Spoken spoken, Frame frame, Model model) {
    Page<Held<GroupRow>> page = groups.page(asOf, GroupsView.Filter.ALL, after, ROWS_MAX);
    model.addAttribute(
        "groups",
        page.items().stream().map(Held::row).map(row -> line(row, spoken, frame)).toList());
    model.addAttribute("groupsNext", page.next());
    long count = sum(groups.countByState(asOf, GroupsView.Filter.ALL));
    model.addAttribute("groupsCount", count);
    return count;
  }

  static GroupLine line(GroupRow row, Names.Spoken spoken, Frame frame) {
    return new GroupLine(
        row.group().value(),
        frame.say(row.name()),
        spoken.word(row.kind()),
        row.organisation() == null ? null : spoken.of(row.organisation()),
        row.state().name());
  }

  private long initiatives(
      AsOf asOf, @Nullable String after, Names.Spoken spoken, Frame frame, Model model) {
    Page<Held<InitiativeRow>> page =
        initiatives.page(asOf, InitiativesView.Filter.ALL, after, ROWS_MAX);
    model.addAttribute(
        "initiatives",
        page.items().stream().map(Held::row).map(row -> line(row, spoken, frame)).toList());
    model.addAttribute("initiativesNext", page.next());
    long count = sum(initiatives.countByStage(asOf, InitiativesView.Filter.ALL));
    model.addAttribute("initiativesCount", count);
    return count;
  }

  static InitiativeLine line(InitiativeRow row, Names.Spoken spoken, Frame frame) {
    return new InitiativeLine(
        row.initiative().value(),
        frame.say(row.title()),
        spoken.of(Party.of(row.owner())),
        spoken.word(row.stage()),
        row.withdrawn());
  }

  private long mandates(
      AsOf asOf, @Nullable String after, Names.Spoken spoken, Frame frame, Model model) {
    Page<Held<MandateRow>> page = mandates.page(asOf, MandatesView.Filter.ALL, after, ROWS_MAX);
    List<MandateId> ids = page.items().stream().map(held -> held.row().mandate()).toList();
    Map<MandateId, Standing> standings = mandates.standings(asOf, ids);
    model.addAttribute(
        "mandates",
        ids.stream()
            .map(standings::get)
            .filter(Objects::nonNull)
            .map(standing -> MandateLine.of(standing, spoken, frame))
            .toList());
    model.addAttribute("mandatesNext", page.next());
    long count = sum(mandates.countByState(asOf, MandatesView.Filter.ALL));
    model.addAttribute("mandatesCount", count);
    return count;
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
