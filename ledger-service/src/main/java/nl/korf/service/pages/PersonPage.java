package nl.korf.service.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.projections.AsOf;
import nl.korf.projections.decisions.DecisionsView;
import nl.korf.projections.groups.GroupsView;
import nl.korf.projections.initiatives.InitiativesView;
import nl.korf.projections.mandates.MandatesView;
import nl.korf.projections.people.PeopleView;
import nl.korf.projections.roles.RolesView;
import nl.korf.projections.rounds.RoundsView;
import nl.korf.service.kernel.Actor;
import nl.korf.service.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A person: where they belong, what they may decide, what they decided, what waits for them. */
@Controller
class PersonPage {

  /** Lines of each list. */
  private static final int LINES_MAX = 100;

  private final Frames frames;
  private final Names names;
  private final PeopleView people;
  private final GroupsView groups;
  private final RolesView roles;
  private final MandatesView mandates;
  private final InitiativesView initiatives;
  private final DecisionsView decisions;
  private final RoundsView rounds;

  PersonPage(
      Frames frames,
      Names names,
      PeopleView people,
      GroupsView groups,
      RolesView roles,
      MandatesView mandates,
      InitiativesView initiatives,
      DecisionsView decisions,
      RoundsView rounds) {
    this.frames = frames;
    this.names = names;
    this.people = people;
    this.groups = groups;
    this.roles = roles;
    this.mandates = mandates;
    this.initiatives = initiatives;
    this.decisions = decisions;
    this.rounds = rounds;
  }

  /** A line that leads somewhere, with what is to be said of it. */
  public record Line(Said name, @Nullable String href, Said note, @Nullable Instant since) {}

  @GetMapping("/people/{person}")
  String person(
      @PathVariable PersonId person,
      AsOf asOf,
      @Nullable Actor actor,
      HttpServletRequest request,
      Model model) {
    if (people.find(asOf, person).isEmpty()) {
      throw new NotFound("person " + person);
    }
    Frame frame = frames.of(request, asOf, actor);
    Names.Spoken spoken = names.at(asOf, frame.lang());
    model.addAttribute("frame", frame);
    model.addAttribute("name", spoken.of(person));
    model.addAttribute("id", person.value());
    model.addAttribute("waiting", waiting(asOf, person, frame));
    model.addAttribute("memberships", memberships(asOf, person, spoken));
    model.addAttribute("functions", functions(asOf, person, spoken));
    model.addAttribute("mandates", mandates(asOf, person, spoken, frame));
    model.addAttribute("involvements", involvements(asOf, person, spoken));
    model.addAttribute("decisions", decisions(asOf, person, spoken, frame));
    return "person";
  }

  /** Rounds that are open and ask them, and that they have not answered. */
  private List<Line> waiting(AsOf asOf, PersonId person, Frame frame) {
    return rounds.unanswered(asOf, person).stream()
        .map(held ->
            new Line(
                frame.say(held.row().title()),
                "/rounds/" + held.row().round(),
                Said.NOTHING,
                held.row().deadline()))
        .toList();
  }

  private List<Line> memberships(AsOf asOf, PersonId person, Names.Spoken spoken) {
    return groups.membershipsOf(asOf, person, null, LINES_MAX).items().stream()
        .map(held ->
            new Line(
                spoken.of(Party.of(held.row().group())),
                "/groups/" + held.row().group(),
                spoken.word(held.row().capacity()),
                held.from()))
        .toList();
  }

  private List<Line> functions(AsOf asOf, PersonId person, Names.Spoken spoken) {
    return roles.heldBy(asOf, person).stream()
        .map(held ->
            new Line(
                spoken.of(Party.of(held.row().role())),
                null,
                roles
                    .find(asOf, held.row().role())
                    .map(role -> spoken.of(role.row().body()))
                    .orElse(Said.NOTHING),
                held.from()))
        .toList();
  }

  private List<MandateLine> mandates(AsOf asOf, PersonId person, Names.Spoken spoken, Frame frame) {
    Set<Party> parties = new LinkedHashSet<>(Set.of(Party.of(person)));
    roles.heldBy(asOf, person).forEach(held -> parties.add(Party.of(held.row().role())));
    List<MandateId> held = mandates.everHeldBy(asOf.position(), parties);
    var standings = mandates.standings(asOf, held.subList(0, Math.min(held.size(), LINES_MAX)));
    return standings.values().stream()
        .filter(Objects::nonNull)
        .map(standing -> MandateLine.of(standing, spoken, frame))
        .toList();
  }

  private List<Line> involvements(AsOf asOf, PersonId person, Names.Spoken spoken) {
    return initiatives.involvementsOf(asOf, person, null, LINES_MAX).items().stream()
        .map(held ->
            new Line(
                initiatives
                    .find(asOf, held.row().initiative())
                    .map(found -> spoken.say(found.row().title()))
                    .orElseGet(() -> Said.plain(held.row().initiative().value())),
                "/initiatives/" + held.row().initiative(),
                spoken.word(held.row().capacity()),
                held.from()))
        .toList();
  }

  private List<SinglePages.DecisionLine> decisions(
      AsOf asOf, PersonId person, Names.Spoken spoken, Frame frame) {
    DecisionsView.Filter theirs =
        new DecisionsView.Filter(null, person, null, null, null, null, null, null);
    return decisions.page(asOf, theirs, null, LINES_MAX).items().stream()
        .map(held -> SinglePages.decision(held, spoken, frame))
        .toList();
  }
}
