package nl.korf.service.forms;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.StoredFact;
import nl.korf.model.facts.RecordedFact;
import nl.korf.projections.AsOf;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.LedgerFacts;
import nl.korf.service.pages.Frame;
import nl.korf.service.pages.Frames;
import nl.korf.service.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a command that was sent recorded, where, and what that touches. */
@Controller
class RecordedPage {

  /** Most facts of one command that are shown. */
  private static final int FACTS_MAX = 50;

  /** What has a page of its own, by the tag that names it. */
  private static final Set<String> WITH_PAGE =
      Set.of("initiative", "group", "mandate", "person", "round", "decision");

  private final FactLog log;
  private final Frames frames;

  RecordedPage(FactLog log, Frames frames) {
    this.log = log;
    this.frames = frames;
  }

  /** A fact as the page lists it. */
  public record Line(String type, long position, Instant recordedAt) {}

  /**
   * Something a fact is about.
   *
   * @param page its address, or null where it has none
   */
  public record Touched(String sort, String id, @Nullable String page) {}

  @GetMapping("/recorded/{position}")
  String recorded(
      @PathVariable long position,
      @RequestParam(required = false) @Nullable String page,
      AsOf asOf,
      @Nullable Actor actor,
      HttpServletRequest request,
      Model model) {
    List<StoredFact> facts = ofOneCommand(position);
    Frame frame = frames.of(request, asOf, actor);
    model.addAttribute("frame", frame);
    model.addAttribute("styles", List.of("/forms.css"));
    model.addAttribute("facts", facts.stream().map(RecordedPage::line).toList());
    model.addAttribute("touched", touched(facts));
    model.addAttribute("page", shown(page));
    return "recorded";
  }

  /** The page of what came to be, or of what it belongs to; the whole where it has none. */
  private static String shown(@Nullable String page) {
    List<String> parts = page == null ? List.of() : List.of(page.split("/", -1));
    boolean known =
        parts.size() > 2
            && WITH_PAGE.stream().map(RecordedPage::plural).anyMatch(parts.get(1)::equals);
    return known ? "/" + parts.get(1) + "/" + parts.get(2) : "/";
  }

  private List<StoredFact> ofOneCommand(long last) {
    StoredFact end = log.at(last).orElseThrow(() -> new NotFound("position " + last));
    long from = Math.max(0, last - FACTS_MAX);
    String command = command(end);
    List<StoredFact> facts = new ArrayList<>();
    for (StoredFact fact : log.read(from, (int) (last - from))) {
      if (Objects.equals(command, command(fact))) {
        facts.add(fact);
      }
    }
    return facts;
  }

  private static @Nullable String command(StoredFact fact) {
    RecordedFact recorded = LedgerFacts.recorded(fact);
    return recorded.envelope().commandId();
  }

  private static Line line(StoredFact fact) {
    return new Line(fact.type(), fact.position(), fact.recordedAt());
  }

  private static List<Touched> touched(List<StoredFact> facts) {
    return facts.stream()
        .flatMap(fact -> fact.tags().stream())
        .distinct()
        .map(RecordedPage::touched)
        .filter(one -> one.page() != null)
        .toList();
  }

  private static Touched touched(String tag) {
    int equals = tag.indexOf('=');
    String sort = tag.substring(0, equals);
    String id = tag.substring(equals + 1);
    return new Touched(sort, id, WITH_PAGE.contains(sort) ? "/" + plural(sort) + "/" + id : null);
  }

  private static String plural(String sort) {
    return sort.equals("person") ? "people" : sort + "s";
  }
}
