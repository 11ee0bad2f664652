package nl.korf.service.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.korf.model.view.Row;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.bodies.BodiesView;
import nl.korf.projections.groups.GroupsView;
import nl.korf.projections.initiatives.InitiativesView;
import nl.korf.projections.mandates.MandatesView;
import nl.korf.projections.people.PeopleView;
import nl.korf.projections.powers.PowersView;
import nl.korf.projections.roles.RolesView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The way from an empty ledger to the first initiative. What was done is read from the ledger, so
 * it makes no difference who did it, or by which way.
 */
@Component
final class FirstSteps {

  /** Roles, groups and powers that are looked at for a holder, a member or a body. */
  private static final int LOOKED_AT_MAX = 20;

  private final BodiesView bodies;
  private final PeopleView people;
  private final RolesView roles;
  private final GroupsView groups;
  private final PowersView powers;
  private final MandatesView mandates;
  private final InitiativesView initiatives;

  FirstSteps(
      BodiesView bodies,
      PeopleView people,
      RolesView roles,
      GroupsView groups,
      PowersView powers,
      MandatesView mandates,
      InitiativesView initiatives) {
    this.bodies = bodies;
    this.people = people;
    this.roles = roles;
    this.groups = groups;
    this.powers = powers;
    this.mandates = mandates;
    this.initiatives = initiatives;
  }

  /**
   * A step.
   *
   * @param key of its words
   * @param next whether it is the first that is not done
   * @param forms by which it is done, in order
   */
  public record Step(String key, boolean done, boolean next, List<Part> forms) {}

  /**
   * A form of a step.
   *
   * @param key of its name
   * @param href its page, or null while what it is about is not there yet
   */
  public record Part(String key, @Nullable String href, boolean done) {}

  /** All steps. */
  public record Guide(List<Step> steps) {

    public boolean finished() {
      return steps.stream().allMatch(Step::done);
    }

    public long done() {
      return steps.stream().filter(Step::done).count();
    }
  }

  /** The steps as the ledger stands, for whoever looks at the page. */
  Guide of(AsOf asOf, Frame frame) {
    List<List<Part>> parts = new ArrayList<>();
    parts.add(List.of(new Part("ui.signin", frame.signInLink(), frame.actor() != null)));
    parts.add(
        List.of(
            form(
                "bodies",
                frame,
                !bodies.page(asOf, BodiesView.Filter.ALL, null, 1).items().isEmpty())));
    parts.add(List.of(form("people", frame, !people.page(asOf, null, null, 1).items().isEmpty())));
    parts.add(roles(asOf, frame));
    parts.add(groups(asOf, frame));
    parts.add(powers(asOf, frame));
    parts.add(List.of(form("mandates", frame, some(mandates, asOf))));
    parts.add(List.of(form("initiatives", frame, some(initiatives, asOf))));
    return new Guide(steps(parts));
  }

  private static List<Step> steps(List<List<Part>> parts) {
    List<Step> steps = new ArrayList<>();
    boolean open = false;
    for (int i = 0; i < parts.size(); i++) {
      boolean done = parts.get(i).stream().allMatch(Part::done);
      steps.add(new Step("first.step." + (i + 1), done, !done && !open, parts.get(i)));
      open = open || !done;
    }
    return steps;
  }

  private List<Part> roles(AsOf asOf, Frame frame) {
    var found = roles.page(asOf, RolesView.Filter.ALL, null, LOOKED_AT_MAX).items();
    boolean held =
        found.stream().anyMatch(role -> !roles.holders(asOf, role.row().role()).isEmpty());
    return List.of(
        form("roles", frame, !found.isEmpty()),
        about("roles", first(found).map(row -> row.role().value()), "appointments", frame, held));
  }

  private List<Part> groups(AsOf asOf, Frame frame) {
    var found = groups.page(asOf, GroupsView.Filter.ALL, null, LOOKED_AT_MAX).items();
    boolean joined =
        found.stream()
            .anyMatch(
                group -> !groups.members(asOf, group.row().group(), null, 1).items().isEmpty());
    return List.of(
        form("groups", frame, !found.isEmpty()),
        about(
            "groups", first(found).map(row -> row.group().value()), "memberships", frame, joined));
  }

  private List<Part> powers(AsOf asOf, Frame frame) {
    var found = powers.page(asOf, PowersView.Filter.ALL, null, LOOKED_AT_MAX).items();
    boolean attributed =
        found.stream().anyMatch(power -> !powers.attributions(asOf, power.row().power()).isEmpty());
    return List.of(
        form("powers", frame, !found.isEmpty()),
        about(
            "powers",
            first(found).map(row -> row.power().value()),
            "attributions",
            frame,
            attributed));
  }

  private static boolean some(MandatesView mandates, AsOf asOf) {
    return !mandates.page(asOf, MandatesView.Filter.ALL, null, 1).items().isEmpty();
  }

  private static boolean some(InitiativesView initiatives, AsOf asOf) {
    return !initiatives.page(asOf, InitiativesView.Filter.ALL, null, 1).items().isEmpty();
  }

  private static <R extends Row> Optional<R> first(List<Held<R>> found) {
    return found.stream().findFirst().map(Held::row);
  }

  private static Part form(String route, Frame frame, boolean done) {
    return new Part("form." + route, frame.link("/forms/" + route), done);
  }

  private static Part about(
      String plural, Optional<String> id, String route, Frame frame, boolean done) {
    return new Part(
        "form." + plural + "." + route,
        id.map(one -> frame.link("/forms/" + plural + "/" + one + "/" + route)).orElse(null),
        done);
  }
}
