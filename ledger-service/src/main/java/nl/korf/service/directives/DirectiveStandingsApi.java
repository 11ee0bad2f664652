package nl.korf.service.directives;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import nl.korf.model.DirectiveId;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.Subject;
import nl.korf.model.facts.DirectiveEvent.DirectiveType;
import nl.korf.model.view.DirectiveRows.DirectiveRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.directives.DirectivesView;
import nl.korf.projections.initiatives.InitiativesView;
import nl.korf.service.web.InForce;
import nl.korf.service.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What directives add up to: for one subject, and for a group over the months. */
@RestController
@Tag(name = "directives")
class DirectiveStandingsApi {

  private final DirectivesView directives;
  private final InitiativesView initiatives;

  DirectiveStandingsApi(DirectivesView directives, InitiativesView initiatives) {
    this.directives = directives;
    this.initiatives = initiatives;
  }

  /**
   * A text, where it is, and whose it is.
   *
   * @param directive absent: the group's own
   */
  record BesideText(@Nullable DirectiveId directive, String address) {}

  /**
   * What directives in force mean for a subject.
   *
   * @param aimedAt the subject and, for an initiative, the group that owns it
   * @param held nothing is decided on it
   * @param calledIn the issuer decides instead
   * @param instructed an instruction is to be heeded; a decision against it is a breach, and stands
   * @param replaced another text stands beside the group's
   * @param texts side by side: the group's first; only where one stands beside it
   */
  record DirectiveStanding(
      Subject subject,
      List<Subject> aimedAt,
      boolean held,
      boolean calledIn,
      boolean instructed,
      boolean replaced,
      List<InForce<DirectiveRow>> directives,
      List<BesideText> texts) {}

  /** How many directives were issued, by group, month and type. */
  record DirectiveCounts(List<DirectivesView.Count> items) {}

  @GetMapping("/v1/directive-standings/{subject}")
  @Operation(
      summary = "What directives in force mean for a subject",
      description =
          "The subject is written initiative:ID, round:ID, decision:ID or group:ID. For an"
              + " initiative those on the group that owns it count too.")
  DirectiveStanding standing(@PathVariable Subject subject, AsOf asOf) {
    List<Subject> aimedAt = aimedAt(subject, asOf);
    List<Held<DirectiveRow>> inForce = directives.inForceOn(asOf, aimedAt);
    return new DirectiveStanding(
        subject,
        aimedAt,
        any(inForce, DirectiveType.HOLD),
        any(inForce, DirectiveType.CALL_IN),
        any(inForce, DirectiveType.INSTRUCT),
        any(inForce, DirectiveType.REPLACE),
        inForce.stream().map(InForce::of).toList(),
        texts(subject, inForce));
  }

  private List<Subject> aimedAt(Subject subject, AsOf asOf) {
    if (subject.kind() != Subject.Kind.INITIATIVE) {
      return List.of(subject);
    }
    InitiativeId initiative = new InitiativeId(subject.id());
    GroupId owner =
        initiatives
            .find(asOf, initiative)
            .map(held -> held.row().owner())
            .orElseThrow(() -> new NotFound("initiative " + initiative));
    return List.of(subject, Subject.of(owner));
  }

  private static boolean any(List<Held<DirectiveRow>> inForce, DirectiveType type) {
    return inForce.stream().anyMatch(held -> held.row().type() == type);
  }

  private static List<BesideText> texts(Subject subject, List<Held<DirectiveRow>> inForce) {
    List<BesideText> texts = new ArrayList<>();
    for (Held<DirectiveRow> held : inForce) {
      if (held.row().type() == DirectiveType.REPLACE) {
        DirectiveId directive = held.row().directive();
        texts.add(new BesideText(directive, "/v1/directives/" + directive + "/text"));
      }
    }
    if (!texts.isEmpty()) {
      texts.addFirst(new BesideText(null, own(subject)));
    }
    return texts;
  }

  /** Where the group's own words are; what was decided stays as it was. */
  private static String own(Subject subject) {
    return switch (subject.kind()) {
      case INITIATIVE -> "/v1/initiatives/" + subject.id() + "/text";
      case DECISION -> "/v1/decisions/" + subject.id() + "/motivation";
      case ROUND -> "/v1/rounds/" + subject.id();
      case GROUP -> "/v1/groups/" + subject.id() + "/purpose";
    };
  }

  @GetMapping("/v1/directive-counts")
  @Operation(
      summary = "How often a group was stepped into",
      description = "Directives issued, by group, month (UTC) and type; lifted ones count.")
  DirectiveCounts counts(@RequestParam(required = false) @Nullable GroupId group, AsOf asOf) {
    return new DirectiveCounts(directives.counts(asOf, group));
  }
}
