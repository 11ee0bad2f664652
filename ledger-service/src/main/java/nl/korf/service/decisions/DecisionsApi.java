package nl.korf.service.decisions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.InitiativeId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Page;
import nl.korf.projections.decisions.DecisionsView;
import nl.korf.service.kernel.Receipt;
import nl.korf.service.web.FactTexts;
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

/** Addresses of decisions. */
@RestController
@RequestMapping("/v1/decisions")
@Tag(name = "decisions", description = "Decisions, each with its proof of competence.")
class DecisionsApi {

  private final DecisionsView decisions;
  private final FactTexts texts;

  DecisionsApi(DecisionsView decisions, FactTexts texts) {
    this.decisions = decisions;
    this.texts = texts;
  }

  @PostMapping
  @Operation(
      summary = "Take a decision",
      description =
          "Under a mandate (rule MANDATED). Accepted only if the whole chain of mandates stands"
              + " where the decision lands; refused with the nearest path and what failed there.")
  @RecordsFacts
  ResponseEntity<Object> take(@RequestBody TakeDecision asked, Submission submission) {
    return submission.created(asked, DecisionsApi::location);
  }

  static String location(Receipt receipt) {
    return "/v1/decisions/" + ((DecisionTaken) receipt.facts().getFirst().fact()).decision();
  }

  @GetMapping
  @Operation(summary = "Decisions", description = "The latest first.")
  Page<InForce<DecisionRow>> list(
      @RequestParam(required = false) @Nullable InitiativeId initiative,
      @RequestParam(required = false) @Nullable PersonId decidedBy,
      @RequestParam(required = false) @Nullable Party decidedFor,
      @RequestParam(required = false) @Nullable BodyId principal,
      @RequestParam(required = false) @Nullable String stage,
      @RequestParam(required = false) @Nullable String title,
      @RequestParam(required = false) @Nullable Boolean inForce,
      @RequestParam(required = false) @Nullable Instant reviewDueBefore,
      AsOf asOf,
      PageQuery page) {
    DecisionsView.Filter filter =
        new DecisionsView.Filter(
            initiative, decidedBy, decidedFor, principal, stage, title, inForce, reviewDueBefore);
    return InForce.page(decisions.page(asOf, filter, page.cursor(), page.limit()));
  }

  @GetMapping("/{decision}")
  @Operation(summary = "A decision, with its proof of competence")
  InForce<DecisionRow> one(@PathVariable DecisionId decision, AsOf asOf) {
    return decisions
        .find(asOf, decision)
        .map(InForce::of)
        .orElseThrow(() -> new NotFound("decision " + decision));
  }

  @GetMapping("/{decision}/motivation")
  @Operation(summary = "The motivation of a decision")
  ResponseEntity<FactTexts.Text> motivation(@PathVariable DecisionId decision, AsOf asOf) {
    Long takenAt = decisions.find(asOf, decision).map(held -> held.row().takenAt()).orElse(null);
    return texts.at(
        takenAt,
        "motivation of decision " + decision,
        fact -> fact instanceof DecisionTaken taken ? taken.motivation() : null);
  }
}
