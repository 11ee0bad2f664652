package nl.korf.service.initiatives;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.facts.InitiativeEvent.InitiativeProposed;
import nl.korf.model.facts.InitiativeEvent.InitiativeRevised;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.model.view.Row.InvolvementRow;
import nl.korf.model.view.Row.LinkRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Page;
import nl.korf.projections.initiatives.InitiativesView;
import nl.korf.service.web.FactTexts;
import nl.korf.service.web.InForce;
import nl.korf.service.web.NotFound;
import nl.korf.service.web.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Addresses of initiatives. */
@RestController
@RequestMapping("/v1/initiatives")
@Tag(name = "initiatives", description = "What groups want to bring about.")
class InitiativeReads {

  private final InitiativesView initiatives;
  private final FactTexts texts;

  InitiativeReads(InitiativesView initiatives, FactTexts texts) {
    this.initiatives = initiatives;
    this.texts = texts;
  }

  /** The relations of an initiative, in both directions. */
  record Links(List<InForce<LinkRow>> from, List<InForce<LinkRow>> to) {}

  @GetMapping
  @Operation(summary = "Initiatives")
  Page<InForce<InitiativeRow>> list(
      @RequestParam(required = false) @Nullable GroupId owner,
      @RequestParam(required = false) @Nullable String stage,
      @RequestParam(required = false) @Nullable String milestone,
      @RequestParam(required = false) @Nullable Boolean withdrawn,
      @RequestParam(required = false) @Nullable String title,
      AsOf asOf,
      PageQuery page) {
    InitiativesView.Filter filter =
        new InitiativesView.Filter(owner, stage, milestone, withdrawn, title);
    return InForce.page(initiatives.page(asOf, filter, page.cursor(), page.limit()));
  }

  @GetMapping("/{initiative}")
  @Operation(summary = "An initiative")
  InForce<InitiativeRow> one(@PathVariable InitiativeId initiative, AsOf asOf) {
    return initiatives
        .find(asOf, initiative)
        .map(InForce::of)
        .orElseThrow(() -> new NotFound("initiative " + initiative));
  }

  @GetMapping("/{initiative}/text")
  @Operation(summary = "The text of an initiative, as of the version asked for")
  ResponseEntity<FactTexts.Text> text(@PathVariable InitiativeId initiative, AsOf asOf) {
    Long textAt =
        initiatives.find(asOf, initiative).map(Held::row).map(InitiativeRow::textAt).orElse(null);
    return texts.at(
        textAt,
        "text of initiative " + initiative,
        fact ->
            switch (fact) {
              case InitiativeProposed proposed -> proposed.text();
              case InitiativeRevised revised -> revised.text();
              default -> null;
            });
  }

  @GetMapping("/{initiative}/links")
  @Operation(summary = "The relations of an initiative to others")
  Links links(@PathVariable InitiativeId initiative, AsOf asOf) {
    return new Links(
        initiatives.linksFrom(asOf, initiative).stream().map(InForce::of).toList(),
        initiatives.linksTo(asOf, initiative).stream().map(InForce::of).toList());
  }

  @GetMapping("/{initiative}/involvements")
  @Operation(summary = "The people in an initiative", description = "One row for each capacity.")
  List<InForce<InvolvementRow>> involvements(@PathVariable InitiativeId initiative, AsOf asOf) {
    return initiatives.involvements(asOf, initiative).stream().map(InForce::of).toList();
  }
}
