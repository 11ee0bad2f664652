package nl.korf.service.people;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.model.view.Row.AppointmentRow;
import nl.korf.model.view.Row.MembershipRow;
import nl.korf.model.view.Row.PersonRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Page;
import nl.korf.projections.groups.GroupsView;
import nl.korf.projections.people.PeopleView;
import nl.korf.projections.roles.RolesView;
import nl.korf.service.identity.Directory;
import nl.korf.service.kernel.Actor;
import nl.korf.service.web.Example;
import nl.korf.service.web.InForce;
import nl.korf.service.web.NotFound;
import nl.korf.service.web.PageQuery;
import nl.korf.service.web.RecordsFacts;
import nl.korf.service.web.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Addresses of people. */
@RestController
@RequestMapping("/v1/people")
@Tag(
    name = "people",
    description =
        "People, as random identifiers; a name is a resource of its own, and can be erased.")
class PeopleApi {

  /** Stands for whoever would be registered: a preview adds nobody to the directory. */
  private static final PersonId NOBODY_YET = new PersonId("preview");

  private final PeopleView people;
  private final RolesView roles;
  private final GroupsView groups;
  private final Directory directory;

  PeopleApi(PeopleView people, RolesView roles, GroupsView groups, Directory directory) {
    this.people = people;
    this.roles = roles;
    this.groups = groups;
    this.directory = directory;
  }

  /**
   * Somebody to register.
   *
   * @param team true for a team that a source names as if it were a person
   */
  record NewPerson(String name, @Nullable Boolean team) {}

  /** The name behind an identifier. */
  record PersonName(PersonId person, String name) {}

  @PostMapping
  @Example("{\"name\": \"Voorbeeldpersoon 1\", \"team\": false}")
  @Operation(
      summary = "Register a person",
      description = "The name goes to the directory; the ledger keeps a random identifier.")
  @RecordsFacts
  ResponseEntity<Object> register(@RequestBody NewPerson person, Submission submission) {
    if (!submission.actor().may(Actor.Right.REGISTER)) {
      throw new Refused(Refusal.NOT_REGISTRAR, "actor", submission.actor().toString());
    }
    requireName(person.name());
    PersonId id =
        submission.preview()
            ? NOBODY_YET
            : directory.register(submission.commandId(), person.name(), null);
    boolean team = Boolean.TRUE.equals(person.team());
    return submission.created(new RegisterPerson(id, team), receipt -> "/v1/people/" + id);
  }

  private static void requireName(String name) {
    if (name.isBlank()) {
      throw new Refused(Refusal.VALUE_MISSING, "field", "name");
    }
    if (name.length() > Directory.NAME_CHARACTERS_MAX) {
      throw new Refused(
          Refusal.VALUE_MALFORMED,
          "field",
          "name",
          "value",
          name.substring(0, Directory.NAME_CHARACTERS_MAX) + "…",
          "problem",
          "≤ " + Directory.NAME_CHARACTERS_MAX);
    }
  }

  @GetMapping
  @Operation(summary = "People", description = "Identifiers only; see /people/{person}/name.")
  Page<InForce<PersonRow>> list(
      @RequestParam(required = false) @Nullable Boolean team, AsOf asOf, PageQuery page) {
    return InForce.page(people.page(asOf, team, page.cursor(), page.limit()));
  }

  @GetMapping("/{person}")
  @Operation(summary = "A person")
  InForce<PersonRow> one(@PathVariable PersonId person, AsOf asOf) {
    return people
        .find(asOf, person)
        .map(InForce::of)
        .orElseThrow(() -> new NotFound("person " + person));
  }

  @GetMapping("/{person}/name")
  @Operation(summary = "The name of a person", description = "Never cached: it can be erased.")
  ResponseEntity<PersonName> name(@PathVariable PersonId person) {
    return directory
        .find(person)
        .map(entry -> new PersonName(person, entry.displayName()))
        .map(name -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(name))
        .orElseThrow(() -> new NotFound("name of person " + person));
  }

  @GetMapping("/{person}/appointments")
  @Operation(summary = "The roles a person holds")
  List<InForce<AppointmentRow>> appointments(@PathVariable PersonId person, AsOf asOf) {
    return roles.heldBy(asOf, person).stream().map(InForce::of).toList();
  }

  @GetMapping("/{person}/memberships")
  @Operation(summary = "The groups a person is a member of")
  Page<InForce<MembershipRow>> memberships(
      @PathVariable PersonId person, AsOf asOf, PageQuery page) {
    return InForce.page(groups.membershipsOf(asOf, person, page.cursor(), page.limit()));
  }
}
