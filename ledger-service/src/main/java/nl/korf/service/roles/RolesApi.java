package nl.korf.service.roles;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.LegalReference;
import nl.korf.model.PersonId;
import nl.korf.model.RoleId;
import nl.korf.model.facts.RoleEvent.RoleRegistered;
import nl.korf.model.view.Row.AppointmentRow;
import nl.korf.model.view.Row.RoleRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Page;
import nl.korf.projections.roles.RolesView;
import nl.korf.service.kernel.Receipt;
import nl.korf.service.web.Example;
import nl.korf.service.web.InForce;
import nl.korf.service.web.NotFound;
import nl.korf.service.web.PageQuery;
import nl.korf.service.web.RecordsFacts;
import nl.korf.service.web.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Addresses of roles. */
@RestController
@RequestMapping("/v1/roles")
@Tag(name = "roles", description = "Functions, and who holds them when.")
class RolesApi {

  private final RolesView roles;

  RolesApi(RolesView roles) {
    this.roles = roles;
  }

  /** On what the end of a role rests. */
  record RoleAbolition(@Nullable LegalReference legalBasis) {}

  /**
   * Somebody to appoint.
   *
   * @param from start, inclusive; null: as soon as it is recorded
   * @param until end, exclusive; null: open
   */
  record NewAppointment(PersonId person, @Nullable Instant from, @Nullable Instant until) {}

  /**
   * An appointment to end.
   *
   * @param at when; null: as soon as it is recorded
   */
  record AppointmentEnding(PersonId person, @Nullable Instant at, @Nullable String reason) {}

  @PostMapping
  @Example(Examples.ROLE)
  @Operation(summary = "Register a role")
  @RecordsFacts
  ResponseEntity<Object> register(@RequestBody RegisterRole role, Submission submission) {
    return submission.created(role, receipt -> "/v1/roles/" + id(receipt));
  }

  private static RoleId id(Receipt receipt) {
    return ((RoleRegistered) receipt.facts().getFirst().fact()).role();
  }

  @PostMapping("/{role}/abolitions")
  @Example(Examples.ABOLITION)
  @Operation(summary = "Abolish a role", description = "Nobody can act by it any more.")
  @RecordsFacts
  ResponseEntity<Object> abolish(
      @PathVariable RoleId role, @RequestBody RoleAbolition end, Submission submission) {
    return submission.created(
        new AbolishRole(role, end.legalBasis()), receipt -> "/v1/roles/" + role);
  }

  @PostMapping("/{role}/appointments")
  @Example(Examples.APPOINTMENT)
  @Operation(summary = "Appoint a person to a role")
  @RecordsFacts
  ResponseEntity<Object> appoint(
      @PathVariable RoleId role, @RequestBody NewAppointment asked, Submission submission) {
    return submission.created(
        new AppointToRole(role, asked.person(), asked.from(), asked.until()),
        receipt -> "/v1/roles/" + role + "/appointments");
  }

  @PostMapping("/{role}/appointment-endings")
  @Example(Examples.APPOINTMENT_ENDING)
  @Operation(summary = "End an appointment")
  @RecordsFacts
  ResponseEntity<Object> end(
      @PathVariable RoleId role, @RequestBody AppointmentEnding asked, Submission submission) {
    return submission.created(
        new EndAppointment(role, asked.person(), asked.at(), asked.reason()),
        receipt -> "/v1/roles/" + role + "/appointments");
  }

  @GetMapping
  @Operation(summary = "Roles")
  Page<InForce<RoleRow>> list(
      @RequestParam(required = false) @Nullable BodyId body,
      @RequestParam(required = false) @Nullable RoleId specialises,
      @RequestParam(required = false) @Nullable Boolean abolished,
      AsOf asOf,
      PageQuery page) {
    RolesView.Filter filter = new RolesView.Filter(body, specialises, abolished);
    return InForce.page(roles.page(asOf, filter, page.cursor(), page.limit()));
  }

  @GetMapping("/{role}")
  @Operation(summary = "A role")
  InForce<RoleRow> one(@PathVariable RoleId role, AsOf asOf) {
    return roles.find(asOf, role).map(InForce::of).orElseThrow(() -> new NotFound("role " + role));
  }

  @GetMapping("/{role}/appointments")
  @Operation(summary = "Who holds a role")
  List<InForce<AppointmentRow>> appointments(@PathVariable RoleId role, AsOf asOf) {
    return roles.holders(asOf, role).stream().map(InForce::of).toList();
  }
}
