package nl.korf.service.map;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.korf.model.PersonId;
import nl.korf.model.view.ViewHash;
import nl.korf.projections.AsOf;
import nl.korf.projections.groups.GroupsView;
import nl.korf.projections.map.MapTooLarge;
import nl.korf.projections.roles.RolesView;
import nl.korf.service.pages.Frame;
import nl.korf.service.pages.WholeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;

/** The panel with the map on the page about the whole. */
@Component
final class MapPanel implements WholeMap {

  /** Height of the tallest bar of the time bar, in its own units. */
  private static final int BAR_MAX = 26;

  /** Most groups of the reader's own that are marked. */
  private static final int MINE_MAX = 200;

  /** In the order in which an initiative usually goes through them. */
  private static final List<State> LEGEND =
      List.of(State.PROPOSED, State.DELIBERATING, State.OBJECTION, State.DECIDED, State.WITHDRAWN);

  private final MapViews views;
  private final GroupsView groups;
  private final RolesView roles;

  MapPanel(MapViews views, GroupsView groups, RolesView roles) {
    this.views = views;
    this.groups = groups;
    this.roles = roles;
  }

  /**
   * What the template shows.
   *
   * @param counts initiatives in each state on the instant, by the word of the state
   * @param holders parties to mandates, and {@code edges} mandates that count, on the instant
   * @param columns where scripts get what they draw, and {@code names} what persons are called
   * @param bars height of each bar
   * @param changes where scripts get what changed since a moment asked for; null: none was
   * @param mine nodes of whoever looks, with spaces between
   */
  public record Panel(
      MapColumns shown,
      Map<String, Integer> counts,
      int holders,
      int edges,
      String columns,
      String names,
      String svg,
      String csv,
      List<Integer> bars,
      @Nullable String changes,
      String mine) {}

  @Override
  public void show(Asked asked, Model model) {
    AsOf asOf = asked.asOf();
    try {
      MapColumns columns = views.at(asOf.position(), asked.layout());
      model.addAttribute("map", panel(columns, asked));
      model.addAttribute("styles", List.of("/map.css"));
      model.addAttribute("modules", List.of("/map/map.js"));
    } catch (MapTooLarge tooLarge) {
      model.addAttribute("mapTooLarge", true);
    }
  }

  private Panel panel(MapColumns columns, Asked asked) {
    Frame frame = asked.frame();
    Map<String, Integer> counts = new LinkedHashMap<>();
    LEGEND.forEach(state -> counts.put(state.word(), 0));
    long on = asked.asOf().on().getEpochSecond();
    for (@Nullable State state : columns.statesOn(on)) {
      if (state != null) {
        counts.merge(state.word(), 1, Integer::sum);
      }
    }
    return new Panel(
        columns,
        counts,
        holders(columns, on - columns.start()),
        edges(columns, on - columns.start()),
        pinned("/v1/views", columns, asked.layout(), Instant.ofEpochSecond(columns.end()), null),
        names(columns, asked.layout()),
        pinned("/map.svg", columns, asked.layout(), asked.asOf().on(), frame.lang()),
        pinned("/map.csv", columns, asked.layout(), asked.asOf().on(), null),
        bars(columns.decisions()),
        changes(asked),
        mine(asked));
  }

  private static int holders(MapColumns columns, long moment) {
    int holders = 0;
    for (int i = 0; i < columns.size(); i++) {
      boolean there = columns.nodes().since().get(i) <= moment;
      holders += there && columns.nodes().kind().get(i) == MapColumns.HOLDER ? 1 : 0;
    }
    return holders;
  }

  private static int edges(MapColumns columns, long moment) {
    MapColumns.EdgeColumns edges = columns.edges();
    int count = 0;
    for (int i = 0; i < edges.mandate().size(); i++) {
      count += MapColumns.covers(edges.from().get(i), edges.lasts().get(i), moment) ? 1 : 0;
    }
    return count;
  }

  /** An address that never changes its answer. */
  private static String pinned(
      String path, MapColumns columns, @Nullable Long layout, Instant on, @Nullable String lang) {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath(path)
            .queryParam("at", columns.position())
            .queryParam("on", on)
            .queryParam("view", ViewHash.VIEW_VERSION);
    if (layout != null) {
      address.queryParam("layout", layout);
    }
    if (lang != null) {
      address.queryParam("lang", lang);
    }
    return address.build().toUriString();
  }

  private static String names(MapColumns columns, @Nullable Long layout) {
    String at = "/v1/views/names?at=" + columns.position();
    return layout == null ? at : at + "&layout=" + layout;
  }

  private static @Nullable String changes(Asked asked) {
    String earlier = asked.earlier();
    return earlier == null
        ? null
        : "/v1/changes?%s&at=%d&on=%s"
            .formatted(earlier, asked.asOf().position(), asked.asOf().on());
  }

  private static List<Integer> bars(List<Integer> decisions) {
    int most = Math.max(1, Collections.max(decisions));
    return decisions.stream()
        .map(count -> count == 0 ? 0 : Math.max(2, count * BAR_MAX / most))
        .toList();
  }

  private String mine(Asked asked) {
    PersonId person = asked.actor() == null ? null : asked.actor().boundPerson().orElse(null);
    if (person == null) {
      return "";
    }
    List<String> mine = new ArrayList<>(List.of("person:" + person));
    groups.membershipsOf(asked.asOf(), person, null, MINE_MAX).items().stream()
        .map(held -> "group:" + held.row().group())
        .forEach(mine::add);
    roles.heldBy(asked.asOf(), person).stream()
        .map(held -> "role:" + held.row().role())
        .forEach(mine::add);
    return String.join(" ", mine);
  }
}
