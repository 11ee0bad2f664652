package nl.korf.service.decisions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.korf.model.DecisionId;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.decisions.DecisionsView;
import nl.korf.service.web.Example;
import nl.korf.service.web.NotFound;
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
import org.springframework.web.bind.annotation.RestController;

/** Addresses of the signature on a decision, and of the words under it. */
@RestController
@RequestMapping("/v1/decisions/{decision}")
@Tag(name = "decisions")
class SignaturesApi {

  static final String EXAMPLE =
      """
      {"mandate": "m-ondertekening"}\
      """;

  private final DecisionsView decisions;
  private final SignatureBlocks blocks;

  SignaturesApi(DecisionsView decisions, SignatureBlocks blocks) {
    this.decisions = decisions;
    this.blocks = blocks;
  }

  /** Under which signing mandate, and by whom; left out: the nearest, and who asks. */
  record NewSignature(@Nullable MandateId mandate, @Nullable PersonId by) {}

  @PostMapping("/signatures")
  @Operation(
      summary = "Sign what a body decided itself",
      description =
          "Under a signing mandate, or as the body (Awb 10:11). A signing mandate never lets anybody"
              + " decide.")
  @Example(SignaturesApi.EXAMPLE)
  @RecordsFacts
  ResponseEntity<Object> sign(
      @PathVariable DecisionId decision, @RequestBody NewSignature asked, Submission submission) {
    return submission.created(
        new SignDecision(decision, asked.mandate(), asked.by()),
        receipt -> "/v1/decisions/" + decision);
  }

  @GetMapping("/signature-block")
  @Operation(
      summary = "The words under a decision, in Dutch and English",
      description =
          "Always in the name of the original principal, also under a sub-mandate (Awb 10:10). Never"
              + " cached, as it holds a name.")
  ResponseEntity<SignatureBlocks.Words> signatureBlock(
      @PathVariable DecisionId decision, AsOf asOf) {
    DecisionRow row =
        decisions
            .find(asOf, decision)
            .map(held -> held.row())
            .orElseThrow(() -> new NotFound("decision " + decision));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(blocks.under(row, asOf));
  }
}
