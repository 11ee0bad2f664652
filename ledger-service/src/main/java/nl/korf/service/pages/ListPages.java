package nl.korf.service.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import nl.korf.model.GroupId;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.view.Row.MandateState;
import nl.korf.projections.AsOf;
import nl.korf.projections.groups.GroupsView;
import nl.korf.projections.initiatives.InitiativesView;
import nl.korf.projections.mandates.MandatesView;
import nl.korf.projections.mandates.Principal;
import nl.korf.service.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Every initiative, group and mandate, with filters; page by page. */
@Controller
class ListPages {

  private static final int ROWS_MAX = 50;

  /** Most bodies whose tree of mandates is offered: those with the most. */
  private static final int PRINCIPALS_MAX = 30;

  private final Frames frames;
  private final Names names;
  private final GroupsView groups;
  private final InitiativesView initiatives;
  private final MandatesView mandates;

  ListPages(
      Frames frames,
      Names names,
      GroupsView groups,
      InitiativesView initiatives,
      MandatesView mandates) {
    this.frames = frames;
    this.names = names;
    this.groups = groups;
    this.initiatives = initiatives;
    this.mandates = mandates;
  }

  /** A value of a filter, in words, with how many there are. */
  public record Option(String value, Said name, long count) {}

  @GetMapping("/initiatives")
  String initiatives(
      @RequestParam(required = false) @Nullable String title,
      @RequestParam(required = false) @Nullable String stage,
      @RequestParam(required = false) @Nullable String owner,
      @RequestParam(required = false) @Nullable String after,
      AsOf asOf,
      @Nullable Actor actor,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(request, asOf, actor);
    Names.Spoken spoken = names.at(asOf, frame.lang());
    GroupId group = given(owner) == null ? null : new GroupId(Objects.requireNonNull(given(owner)));
    var filter = new InitiativesView.Filter(group, given(stage), null, null, given(title));
    var page = initiatives.page(asOf, filter, given(after), ROWS_MAX);
    model.addAttribute("frame", frame);
    model.addAttribute("typed", title);
    model.addAttribute("owner", owner);
    model.addAttribute("stage", stage);
    model.addAttribute(
        "lines",
        page.items().stream().map(held -> HomePage.line(held.row(), spoken, frame)).toList());
    model.addAttribute(
        "next",
        next(frame, "/initiatives", page.next(), "title", title, "stage", stage, "owner", owner));
    var all = new InitiativesView.Filter(group, null, null, null, null);
    model.addAttribute("stages", options(initiatives.countByStage(asOf, all), spoken));
    model.addAttribute("actions", Actions.with(frame, "initiatives", "owner", text(owner)));
    return "initiatives";
  }

  @GetMapping("/groups")
  String groups(
      @RequestParam(required = false) @Nullable String title,
      @RequestParam(required = false) @Nullable String after,
      AsOf asOf,
      @Nullable Actor actor,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(request, asOf, actor);
    Names.Spoken spoken = names.at(asOf, frame.lang());
    var filter = new GroupsView.Filter(null, null, null, null, given(title));
    var page = groups.page(asOf, filter, given(after), ROWS_MAX);
    model.addAttribute("frame", frame);
    model.addAttribute("typed", title);
    model.addAttribute(
        "lines",
        page.items().stream().map(held -> HomePage.line(held.row(), spoken, frame)).toList());
    model.addAttribute("next", next(frame, "/groups", page.next(), "title", title));
    model.addAttribute("actions", Actions.with(frame, "groups", "parent", ""));
    return "groups";
  }

  @GetMapping("/mandates")
  String mandates(
      @RequestParam(required = false) @Nullable MandateState state,
      @RequestParam(required = false) @Nullable MandateId parent,
      @RequestParam(required = false) @Nullable String after,
      AsOf asOf,
      @Nullable Actor actor,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(request, asOf, actor);
    Names.Spoken spoken = names.at(asOf, frame.lang());
    var filter = new MandatesView.Filter(null, null, null, null, parent, state);
    var page = mandates.page(asOf, filter, given(after), ROWS_MAX);
    List<MandateId> ids = page.items().stream().map(held -> held.row().mandate()).toList();
    var standings = mandates.standings(asOf, ids);
    model.addAttribute("frame", frame);
    model.addAttribute("state", state == null ? null : state.name());
    model.addAttribute(
        "lines",
        ids.stream()
            .map(standings::get)
            .filter(Objects::nonNull)
            .map(standing -> MandateLine.of(standing, spoken, frame))
            .toList());
    model.addAttribute(
        "next",
        next(
            frame,
            "/mandates",
            page.next(),
            "state",
            state == null ? null : state.name(),
            "parent",
            parent == null ? null : parent.value()));
    model.addAttribute("parent", parent == null ? null : parent.value());
    var all = new MandatesView.Filter(null, null, null, null, parent, null);
    model.addAttribute("states", new TreeMap<>(mandates.countByState(asOf, all)));
    model.addAttribute("principals", principals(asOf, spoken));
    model.addAttribute("actions", Actions.with(frame, "mandates", "grantor", ""));
    return "mandates";
  }

  private List<Option> principals(AsOf asOf, Names.Spoken spoken) {
    List<Principal> found = mandates.principals(asOf, PRINCIPALS_MAX);
    spoken.prepare(found.stream().map(one -> Party.of(one.body())).toList(), List.of());
    return found.stream()
        .map(one -> new Option("body:" + one.body(), spoken.of(one.body()), one.mandates()))
        .toList();
  }

  /** The address of what comes after a piece of a list, or null where that was all. */
  private static @Nullable String next(
      Frame frame, String list, @Nullable String cursor, @Nullable String... filters) {
    if (cursor == null) {
      return null;
    }
    UriComponentsBuilder address =
        UriComponentsBuilder.fromUriString(frame.link(list)).queryParam("after", "{after}");
    List<String> values = new ArrayList<>(List.of(cursor));
    for (int i = 0; i + 1 < filters.length; i += 2) {
      String value = given(filters[i + 1]);
      if (value != null) {
        address.queryParam(Objects.requireNonNull(filters[i]), "{" + filters[i] + "}");
        values.add(value);
      }
    }
    return address.encode().buildAndExpand(values.toArray()).toUriString();
  }

  private static List<Option> options(Map<String, Long> counts, Names.Spoken spoken) {
    return new TreeMap<>(counts)
        .entrySet().stream()
            .map(entry -> new Option(entry.getKey(), spoken.word(entry.getKey()), entry.getValue()))
            .toList();
  }

  private static String text(@Nullable String parameter) {
    return parameter == null ? "" : parameter;
  }

  private static @Nullable String given(@Nullable String parameter) {
    return parameter == null || parameter.isBlank() ? null : parameter.strip();
  }
}
