package nl.korf.service.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.korf.model.MandateId;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.model.view.Row.InitiativeRow;

/** What can be done about what a page shows: each leads to its form. */
final class Actions {

  private Actions() {}

  /**
   * One of them.
   *
   * @param key of its name
   */
  public record Action(String href, String key) {}

  /**
   * Those of these routes of the API that record facts; none about the past, and none for whoever
   * is not signed in.
   *
   * @param about the address of what it is about, without {@code /v1}: {@code /groups/g-1}
   * @param routes what comes after it: {@code names}
   */
  static List<Action> about(Frame frame, String about, String... routes) {
    String plural = about.substring(1, about.indexOf('/', 1));
    return shown(
        frame,
        Stream.of(routes)
            .map(route ->
                new Action(
                    frame.link("/forms" + about + "/" + route), "form." + plural + "." + route)));
  }

  /** A form that stands by itself, filled in with what the page knows. */
  static List<Action> with(Frame frame, String route, String field, String value) {
    return shown(
        frame, Stream.of(new Action(frame.link("/forms/" + route, field, value), "form." + route)));
  }

  static List<Action> ofGroup(GroupRow row, Frame frame) {
    String id = row.group().value();
    List<Action> actions = new ArrayList<>();
    actions.addAll(with(frame, "initiatives", "owner", id));
    actions.addAll(with(frame, "rounds", "group", id));
    actions.addAll(with(frame, "rules", "group", id));
    actions.addAll(
        about(
            frame,
            "/groups/" + id,
            "memberships",
            "departures",
            "names",
            "moves",
            "kinds",
            "archivals",
            "restorations",
            "dissolutions"));
    return actions;
  }

  static List<Action> ofInitiative(InitiativeRow row, Frame frame) {
    String id = row.initiative().value();
    List<Action> actions = new ArrayList<>();
    actions.addAll(with(frame, "rounds", "initiative", id));
    actions.addAll(with(frame, "decisions", "initiative", id));
    actions.addAll(
        about(
            frame,
            "/initiatives/" + id,
            "revisions",
            "stage-changes",
            "links",
            "link-endings",
            "milestones",
            "participations",
            "participation-endings",
            "involvements",
            "involvement-endings",
            "owner-transfers",
            "withdrawals",
            "restorations"));
    return actions;
  }

  static List<Action> ofMandate(MandateId mandate, Frame frame) {
    return about(
        frame,
        "/mandates/" + mandate,
        "sub-mandates",
        "narrowings",
        "suspensions",
        "suspension-liftings",
        "revocations",
        "acceptances",
        "declinations",
        "publications");
  }

  private static List<Action> shown(Frame frame, Stream<Action> actions) {
    return frame.past() || frame.actor() == null ? List.of() : actions.toList();
  }
}
