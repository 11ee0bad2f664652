package nl.korf.service.programmes;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.korf.model.InitiativeId;
import nl.korf.model.view.ProgrammeRows.InclusionRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Page;
import nl.korf.projections.programmes.ProgrammesView;
import nl.korf.service.web.InForce;
import nl.korf.service.web.PageQuery;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Programmes at the address of an initiative in them. */
@RestController
@Tag(name = "programmes")
class InitiativeProgrammes {

  private final ProgrammesView programmes;

  InitiativeProgrammes(ProgrammesView programmes) {
    this.programmes = programmes;
  }

  @GetMapping("/v1/initiatives/{initiative}/programmes")
  @Operation(summary = "The programmes an initiative is in", description = "Closed ones included.")
  Page<InForce<InclusionRow>> list(
      @PathVariable InitiativeId initiative, AsOf asOf, PageQuery page) {
    return InForce.page(programmes.programmesOf(asOf, initiative, page.cursor(), page.limit()));
  }
}
