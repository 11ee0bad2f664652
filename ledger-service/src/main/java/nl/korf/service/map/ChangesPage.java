package nl.korf.service.map;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nl.korf.projections.AsOf;
import nl.korf.service.kernel.Actor;
import nl.korf.service.map.MapChanges.InitiativeChange;
import nl.korf.service.map.MapChanges.MandateChange;
import nl.korf.service.pages.FactLines;
import nl.korf.service.pages.Frame;
import nl.korf.service.pages.Frames;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that tells what changed between two moments. */
@Controller
class ChangesPage {

  /** Lines of each part; how many there are is said. */
  static final int LINES_MAX = 100;

  private final Comparisons comparisons;
  private final MapViews views;
  private final Frames frames;
  private final FactLines facts;

  ChangesPage(Comparisons comparisons, MapViews views, Frames frames, FactLines facts) {
    this.comparisons = comparisons;
    this.views = views;
    this.frames = frames;
    this.facts = facts;
  }

  /** An initiative with its name and where it stands. */
  public record InitiativeLine(
      String href, String name, String where, @Nullable String before, @Nullable String after) {}

  /** A mandate with the names of its parties. */
  public record MandateLine(
      String href, String mandate, String grantor, String holder, boolean counts) {}

  @GetMapping("/changes")
  String changes(
      @RequestParam(required = false) @Nullable String since,
      @RequestParam(required = false) @Nullable String from,
      AsOf asOf,
      @Nullable Actor actor,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(request, asOf, actor);
    model.addAttribute("frame", frame);
    model.addAttribute("styles", List.of("/map.css"));
    model.addAttribute("since", since);
    model.addAttribute("from", from);
    if (blank(since) && blank(from)) {
      return "changes";
    }
    MapChanges changes = comparisons.between(since, from, asOf);
    Labels labels = new Labels(views.at(asOf.position(), null), frame.lang());
    model.addAttribute("changes", changes);
    model.addAttribute(
        "initiatives",
        changes.initiatives().stream().limit(LINES_MAX).map(labels::initiative).toList());
    model.addAttribute(
        "mandates", changes.mandates().stream().limit(LINES_MAX).map(labels::mandate).toList());
    model.addAttribute("nodes", changes.nodes().stream().limit(LINES_MAX).map(labels::of).toList());
    long first = changes.from().position();
    if (first < asOf.position()) {
      model.addAttribute("facts", facts.between(first, asOf, LINES_MAX, frame.lang()));
      model.addAttribute("factsCount", asOf.position() - first);
      model.addAttribute("factsNext", first + LINES_MAX);
    }
    return "changes";
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  /** What nodes are called on a map. */
  private record Labels(MapColumns columns, String lang) {

    String of(String node) {
      int index = columns.nodes().id().indexOf(node);
      return index < 0 ? node.substring(node.indexOf(':') + 1) : columns.label(index, lang);
    }

    InitiativeLine initiative(InitiativeChange change) {
      int index = columns.nodes().id().indexOf(change.node());
      int parent = index < 0 ? -1 : columns.nodes().parent().get(index);
      return new InitiativeLine(
          "/initiatives/" + change.node().substring("initiative:".length()),
          of(change.node()),
          parent < 0 ? "" : columns.label(parent, lang),
          change.before(),
          change.after());
    }

    MandateLine mandate(MandateChange change) {
      return new MandateLine(
          "/mandates/" + change.mandate(),
          change.mandate(),
          of(change.grantor()),
          of(change.holder()),
          change.counts());
    }
  }
}
