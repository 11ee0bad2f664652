package nl.korf.service.powers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.LegalReference;
import nl.korf.model.PowerId;
import nl.korf.model.facts.PowerEvent.PowerRegistered;
import nl.korf.model.view.Row.AttributionRow;
import nl.korf.model.view.Row.PowerRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Page;
import nl.korf.projections.powers.PowersView;
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

/** Addresses of powers. */
@RestController
@RequestMapping("/v1/powers")
@Tag(
    name = "powers",
    description = "The taxonomy of powers, and the bodies that hold them by attribution.")
class PowersApi {

  private final PowersView powers;

  PowersApi(PowersView powers) {
    this.powers = powers;
  }

  /** The body the law gives the power to. */
  record NewAttribution(BodyId body, @Nullable LegalReference legalBasis) {}

  @PostMapping
  @Example(Examples.POWER)
  @Operation(summary = "Register a power", description = "Who holds its parent holds it too.")
  @RecordsFacts
  ResponseEntity<Object> register(@RequestBody RegisterPower power, Submission submission) {
    return submission.created(power, receipt -> "/v1/powers/" + id(receipt));
  }

  private static PowerId id(Receipt receipt) {
    return ((PowerRegistered) receipt.facts().getFirst().fact()).power();
  }

  @PostMapping("/{power}/attributions")
  @Example(Examples.ATTRIBUTION)
  @Operation(summary = "Attribute a power to a body", description = "The root of every mandate.")
  @RecordsFacts
  ResponseEntity<Object> attribute(
      @PathVariable PowerId power, @RequestBody NewAttribution asked, Submission submission) {
    return submission.created(
        new AttributePower(power, asked.body(), asked.legalBasis()),
        receipt -> "/v1/powers/" + power + "/attributions");
  }

  @PostMapping("/{power}/attribution-endings")
  @Example(Examples.ATTRIBUTION)
  @Operation(summary = "End an attribution")
  @RecordsFacts
  ResponseEntity<Object> end(
      @PathVariable PowerId power, @RequestBody NewAttribution asked, Submission submission) {
    return submission.created(
        new EndAttribution(power, asked.body(), asked.legalBasis()),
        receipt -> "/v1/powers/" + power + "/attributions");
  }

  @GetMapping
  @Operation(summary = "Powers")
  Page<InForce<PowerRow>> list(
      @RequestParam(required = false) @Nullable PowerId parent,
      @RequestParam(required = false) @Nullable String category,
      AsOf asOf,
      PageQuery page) {
    PowersView.Filter filter = new PowersView.Filter(parent, category);
    return InForce.page(powers.page(asOf, filter, page.cursor(), page.limit()));
  }

  @GetMapping("/{power}")
  @Operation(summary = "A power")
  InForce<PowerRow> one(@PathVariable PowerId power, AsOf asOf) {
    return powers
        .find(asOf, power)
        .map(InForce::of)
        .orElseThrow(() -> new NotFound("power " + power));
  }

  @GetMapping("/{power}/attributions")
  @Operation(summary = "The bodies that hold a power by attribution")
  List<InForce<AttributionRow>> attributions(@PathVariable PowerId power, AsOf asOf) {
    return powers.attributions(asOf, power).stream().map(InForce::of).toList();
  }
}
