package nl.korf.service.bodies;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
import nl.korf.model.facts.BodyEvent.BodyRegistered;
import nl.korf.model.facts.BodyEvent.Register;
import nl.korf.model.view.Row.AttributionRow;
import nl.korf.model.view.Row.BodyRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Page;
import nl.korf.projections.bodies.BodiesView;
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

/** Addresses of bodies. */
@RestController
@RequestMapping("/v1/bodies")
@Tag(
    name = "bodies",
    description =
        "Organisations and administrative authorities, each with an identifier from a register.")
class BodiesApi {

  private final BodiesView bodies;
  private final PowersView powers;

  BodiesApi(BodiesView bodies, PowersView powers) {
    this.bodies = bodies;
    this.powers = powers;
  }

  /** The name a body goes by from now on. */
  record NewBodyName(LocalizedText name) {}

  /** On what the end of a body rests. */
  record BodyDissolution(@Nullable LegalReference legalBasis) {}

  @PostMapping
  @Example(Examples.BODY)
  @Operation(summary = "Register a body", description = "With its TOOI, OIN or KvK identifier.")
  @RecordsFacts
  ResponseEntity<Object> register(@RequestBody RegisterBody body, Submission submission) {
    return submission.created(body, receipt -> "/v1/bodies/" + id(receipt));
  }

  private static BodyId id(Receipt receipt) {
    return ((BodyRegistered) receipt.facts().getFirst().fact()).body();
  }

  @PostMapping("/{body}/names")
  @Example(Examples.NAME)
  @Operation(summary = "Rename a body", description = "Its identifier stays.")
  @RecordsFacts
  ResponseEntity<Object> rename(
      @PathVariable BodyId body, @RequestBody NewBodyName named, Submission submission) {
    return submission.created(new RenameBody(body, named.name()), receipt -> "/v1/bodies/" + body);
  }

  @PostMapping("/{body}/dissolutions")
  @Example(Examples.DISSOLUTION)
  @Operation(summary = "Dissolve a body")
  @RecordsFacts
  ResponseEntity<Object> dissolve(
      @PathVariable BodyId body, @RequestBody BodyDissolution end, Submission submission) {
    return submission.created(
        new DissolveBody(body, end.legalBasis()), receipt -> "/v1/bodies/" + body);
  }

  @GetMapping
  @Operation(summary = "Bodies")
  Page<InForce<BodyRow>> list(
      @RequestParam(required = false) @Nullable BodyId parent,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable Register register,
      @RequestParam(required = false) @Nullable String number,
      @RequestParam(required = false) @Nullable Boolean dissolved,
      AsOf asOf,
      PageQuery page) {
    BodiesView.Filter filter = new BodiesView.Filter(parent, kind, register, number, dissolved);
    return InForce.page(bodies.page(asOf, filter, page.cursor(), page.limit()));
  }

  @GetMapping("/{body}")
  @Operation(summary = "A body")
  InForce<BodyRow> one(@PathVariable BodyId body, AsOf asOf) {
    return bodies.find(asOf, body).map(InForce::of).orElseThrow(() -> new NotFound("body " + body));
  }

  @GetMapping("/{body}/attributions")
  @Operation(summary = "The powers a body holds by attribution")
  List<InForce<AttributionRow>> attributions(@PathVariable BodyId body, AsOf asOf) {
    return powers.attributedTo(asOf, body).stream().map(InForce::of).toList();
  }
}
