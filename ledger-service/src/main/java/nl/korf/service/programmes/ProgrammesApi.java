package nl.korf.service.programmes;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.ProgrammeId;
import nl.korf.model.facts.ProgrammeEvent.ProgrammeEstablished;
import nl.korf.model.view.ProgrammeRows.InclusionRow;
import nl.korf.model.view.ProgrammeRows.ProgrammeRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Page;
import nl.korf.projections.programmes.ProgrammesView;
import nl.korf.service.kernel.Receipt;
import nl.korf.service.web.Example;
import nl.korf.service.web.FactTexts;
import nl.korf.service.web.InForce;
import nl.korf.service.web.NotFound;
import nl.korf.service.web.PageQuery;
import nl.korf.service.web.ReasonGiven;
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

/** Addresses of programmes. */
@RestController
@RequestMapping("/v1/programmes")
@Tag(name = "programmes", description = "Initiatives of several organisations, for a year.")
class ProgrammesApi {

  private final ProgrammesView programmes;
  private final FactTexts texts;

  ProgrammesApi(ProgrammesView programmes, FactTexts texts) {
    this.programmes = programmes;
    this.texts = texts;
  }

  /** An initiative to take up. */
  record ProgrammeInclusion(InitiativeId initiative) {}

  /** An initiative to take out. */
  record ProgrammeExclusion(InitiativeId initiative, @Nullable String reason) {}

  @PostMapping
  @Operation(summary = "Set up a programme", description = "By who leads the group that keeps it.")
  @Example(Examples.ESTABLISH)
  @RecordsFacts
  ResponseEntity<Object> establish(@RequestBody EstablishProgramme asked, Submission submission) {
    return submission.created(asked, receipt -> "/v1/programmes/" + id(receipt));
  }

  private static ProgrammeId id(Receipt receipt) {
    return ((ProgrammeEstablished) receipt.facts().getFirst().fact()).programme();
  }

  @PostMapping("/{programme}/inclusions")
  @Operation(
      summary = "Take up an initiative",
      description = "An initiative is in one running programme of a year.")
  @Example(Examples.INCLUDE)
  @RecordsFacts
  ResponseEntity<Object> include(
      @PathVariable ProgrammeId programme,
      @RequestBody ProgrammeInclusion asked,
      Submission submission) {
    return submission.created(
        new IncludeInitiative(programme, asked.initiative()),
        receipt -> "/v1/programmes/" + programme + "/initiatives");
  }

  @PostMapping("/{programme}/exclusions")
  @Operation(summary = "Take an initiative out")
  @Example(Examples.EXCLUDE)
  @RecordsFacts
  ResponseEntity<Object> exclude(
      @PathVariable ProgrammeId programme,
      @RequestBody ProgrammeExclusion asked,
      Submission submission) {
    return submission.created(
        new ExcludeInitiative(programme, asked.initiative(), asked.reason()),
        receipt -> "/v1/programmes/" + programme + "/initiatives");
  }

  @PostMapping("/{programme}/closings")
  @Operation(summary = "Close a programme", description = "Its initiatives go on.")
  @Example(Examples.CLOSE)
  @RecordsFacts
  ResponseEntity<Object> close(
      @PathVariable ProgrammeId programme, @RequestBody ReasonGiven asked, Submission submission) {
    return submission.created(
        new CloseProgramme(programme, asked.reason()), receipt -> "/v1/programmes/" + programme);
  }

  @GetMapping
  @Operation(summary = "Programmes")
  Page<InForce<ProgrammeRow>> list(
      @RequestParam(required = false) @Nullable Integer year,
      @RequestParam(required = false) @Nullable GroupId group,
      @RequestParam(required = false) @Nullable Boolean closed,
      @RequestParam(required = false) @Nullable String title,
      AsOf asOf,
      PageQuery page) {
    ProgrammesView.Filter filter = new ProgrammesView.Filter(year, group, closed, title);
    return InForce.page(programmes.page(asOf, filter, page.cursor(), page.limit()));
  }

  @GetMapping("/{programme}")
  @Operation(summary = "A programme")
  InForce<ProgrammeRow> one(@PathVariable ProgrammeId programme, AsOf asOf) {
    return programmes
        .find(asOf, programme)
        .map(InForce::of)
        .orElseThrow(() -> new NotFound("programme " + programme));
  }

  @GetMapping("/{programme}/initiatives")
  @Operation(summary = "The initiatives in a programme")
  Page<InForce<InclusionRow>> initiatives(
      @PathVariable ProgrammeId programme, AsOf asOf, PageQuery page) {
    return InForce.page(programmes.initiatives(asOf, programme, page.cursor(), page.limit()));
  }

  @GetMapping("/{programme}/purpose")
  @Operation(summary = "What a programme is for, in its own words")
  ResponseEntity<FactTexts.Text> purpose(@PathVariable ProgrammeId programme, AsOf asOf) {
    Long purposeAt =
        programmes.find(asOf, programme).map(held -> held.row().purposeAt()).orElse(null);
    return texts.at(
        purposeAt,
        "purpose of programme " + programme,
        fact -> fact instanceof ProgrammeEstablished established ? established.purpose() : null);
  }
}
