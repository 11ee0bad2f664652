package nl.korf.service.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.korf.eventstore.FactLog;
import nl.korf.model.FreeText;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.MandateId;
import nl.korf.model.facts.InitiativeEvent.InitiativeProposed;
import nl.korf.model.facts.InitiativeEvent.InitiativeRevised;
import nl.korf.model.initiatives.Bloft;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.model.view.Row.MembershipRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.decisions.DecisionsView;
import nl.korf.projections.groups.GroupsView;
import nl.korf.projections.initiatives.InitiativesView;
import nl.korf.projections.mandates.MandatesView;
import nl.korf.projections.mandates.Standing;
import nl.korf.projections.rounds.RoundsView;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.LedgerFacts;
import nl.korf.service.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One page for each group, initiative and mandate. */
@Controller
class SinglePages {

  private final Frames frames;
  private final Names names;
  private final GroupsView groups;
  private final InitiativesView initiatives;
  private final MandatesView mandates;
  private final DecisionsView decisions;
  private final RoundsView rounds;
  private final Timeline timeline;
  private final FactLog log;

  SinglePages(
      Frames frames,
      Names names,
      GroupsView groups,
      InitiativesView initiatives,
      MandatesView mandates,
      DecisionsView decisions,
      RoundsView rounds,
      Timeline timeline,
      FactLog log) {
    this.frames = frames;
    this.names = names;
    this.groups = groups;
    this.initiatives = initiatives;
    this.mandates = mandates;
    this.decisions = decisions;
    this.rounds = rounds;
    this.timeline = timeline;
    this.log = log;
  }

  /** A member as a page lists them. */
  public record MemberLine(String person, Said name, Said capacity, Instant since) {}

  /** A decision as a page lists it. */
  public record DecisionLine(
      String id,
      Said title,
      @Nullable Said by,
      @Nullable Said principal,
      String verdict,
      Instant on,
      long position,
      List<String> mandates) {}

  /** A round as a page lists it; the state is {@code OPEN} or the outcome. */
  public record RoundLine(String id, Said title, String state, Instant deadline) {}

  /** A facet of the context; without a text nobody answered it. */
  public record FacetLine(String key, @Nullable String text, List<String> references) {}

  @GetMapping("/groups/{group}")
  String group(
      @PathVariable GroupId group,
      AsOf asOf,
      @Nullable Actor actor,
      HttpServletRequest request,
      Model model) {
    GroupRow row =
        groups.find(asOf, group).map(Held::row).orElseThrow(() -> new NotFound("group " + group));
    Frame frame = frames.of(request, asOf, actor);
    Names.Spoken spoken = names.at(asOf, frame.lang());
    model.addAttribute("frame", frame);
    model.addAttribute("group", HomePage.line(row, spoken, frame));
    model.addAttribute(
        "members",
        groups.members(asOf, group, null, HomePage.ROWS_MAX * 4).items().stream()
            .map(held -> member(held, spoken))
            .toList());
    InitiativesView.Filter owned = new InitiativesView.Filter(group, null, null, null, null);
    model.addAttribute(
        "initiatives",
        initiatives.page(asOf, owned, null, HomePage.ROWS_MAX * 4).items().stream()
            .map(held -> HomePage.line(held.row(), spoken, frame))
            .toList());
    model.addAttribute("rounds", rounds(asOf, new RoundsView.Filter(group, null, null), frame));
    model.addAttribute("actions", Actions.ofGroup(row, frame));
    model.addAttribute("shared", frame.say(row.name()).text());
    return "group";
  }

  private static MemberLine member(Held<MembershipRow> held, Names.Spoken spoken) {
    return new MemberLine(
        held.row().person().value(),
        spoken.of(held.row().person()),
        spoken.word(held.row().capacity()),
        held.from());
  }

  @GetMapping("/initiatives/{initiative}")
  String initiative(
      @PathVariable InitiativeId initiative,
      AsOf asOf,
      @Nullable Actor actor,
      HttpServletRequest request,
      Model model) {
    InitiativeRow row =
        initiatives
            .find(asOf, initiative)
            .map(Held::row)
            .orElseThrow(() -> new NotFound("initiative " + initiative));
    Frame frame = frames.of(request, asOf, actor);
    Names.Spoken spoken = names.at(asOf, frame.lang());
    model.addAttribute("frame", frame);
    model.addAttribute("initiative", HomePage.line(row, spoken, frame));
    model.addAttribute("owner", row.owner().value());
    model.addAttribute("version", row.version());
    model.addAttribute("text", text(row));
    model.addAttribute(
        "decisions",
        decisions.ofInitiative(asOf, initiative, null, HomePage.ROWS_MAX).items().stream()
            .map(held -> decision(held, spoken, frame))
            .toList());
    model.addAttribute(
        "rounds", rounds(asOf, new RoundsView.Filter(null, initiative, null), frame));
    model.addAttribute("timeline", timeline.of(initiative, asOf.position(), spoken));
    model.addAttribute("context", context(row));
    model.addAttribute("actions", Actions.ofInitiative(row, frame));
    model.addAttribute("shared", frame.say(row.title()).text());
    return "initiative";
  }

  private @Nullable FreeText text(InitiativeRow row) {
    Long textAt = row.textAt();
    return textAt == null
        ? null
        : log.at(textAt)
            .map(stored -> LedgerFacts.recorded(stored).fact())
            .map(fact ->
                switch (fact) {
                  case InitiativeProposed proposed -> proposed.text();
                  case InitiativeRevised revised -> revised.text();
                  default -> null;
                })
            .orElse(null);
  }

  static DecisionLine decision(Held<DecisionRow> held, Names.Spoken spoken, Frame frame) {
    DecisionRow row = held.row();
    return new DecisionLine(
        row.decision().value(),
        frame.say(row.title()),
        row.decidedBy() == null ? null : spoken.of(row.decidedBy()),
        row.principal() == null ? null : spoken.of(row.principal()),
        row.competence().verdict().name(),
        held.from(),
        row.takenAt(),
        row.mandatesUsed().stream().map(MandateId::value).toList());
  }

  @GetMapping("/mandates/{mandate}")
  String mandate(
      @PathVariable MandateId mandate,
      AsOf asOf,
      @Nullable Actor actor,
      HttpServletRequest request,
      Model model) {
    Standing standing =
        mandates.standing(asOf, mandate).orElseThrow(() -> new NotFound("mandate " + mandate));
    Frame frame = frames.of(request, asOf, actor);
    Names.Spoken spoken = names.at(asOf, frame.lang());
    List<MandateId> up =
        Stream.concat(Stream.of(standing.mandate()), standing.above().stream())
            .map(held -> held.row().mandate())
            .toList();
    var above = mandates.standings(asOf, up);
    model.addAttribute("frame", frame);
    model.addAttribute("mandate", MandateLine.of(standing, spoken, frame));
    model.addAttribute(
        "chain",
        up.stream()
            .flatMap(link -> Stream.ofNullable(above.get(link)))
            .map(link -> MandateLine.of(link, spoken, frame))
            .toList());
    model.addAttribute(
        "below",
        mandates.below(asOf, mandate).stream()
            .filter(one -> !one.mandate().row().mandate().equals(mandate))
            .map(one -> MandateLine.of(one, spoken, frame))
            .toList());
    model.addAttribute(
        "decisions",
        decisions.underMandate(asOf, mandate, null, HomePage.ROWS_MAX).items().stream()
            .map(held -> decision(held, spoken, frame))
            .toList());
    model.addAttribute("actions", Actions.ofMandate(mandate, frame));
    return "mandate";
  }

  private List<RoundLine> rounds(AsOf asOf, RoundsView.Filter filter, Frame frame) {
    return rounds.page(asOf, filter, null, HomePage.ROWS_MAX * 4).items().stream()
        .map(Held::row)
        .map(row ->
            new RoundLine(
                row.round().value(),
                frame.say(row.title()),
                row.outcome() == null ? "OPEN" : row.outcome().name(),
                row.deadline()))
        .toList();
  }

  private static List<FacetLine> context(InitiativeRow row) {
    Bloft context = row.context();
    return Stream.of(
            facet("business", context.business()),
            facet("legal", context.legal()),
            facet("operational", context.operational()),
            facet("functional", context.functional()),
            facet("technological", context.technological()))
        .toList();
  }

  private static FacetLine facet(String name, Bloft.@Nullable Facet facet) {
    return facet == null
        ? new FacetLine("field." + name, null, List.of())
        : new FacetLine("field." + name, facet.text(), facet.references());
  }
}
