package nl.korf.service.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.korf.model.LegalReference;
import nl.korf.service.web.Example;
import nl.korf.service.web.RecordsFacts;
import nl.korf.service.web.Submission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Erasing personal parts. */
@RestController
@Tag(name = "audit")
class ErasureRoutes {

  private final Eraser eraser;

  ErasureRoutes(Eraser eraser) {
    this.eraser = eraser;
  }

  /** On what an erasure rests. */
  record Erasure(LegalReference legalBasis) {}

  @PostMapping("/v1/facts/{position}/erasures")
  @Example("{\"legalBasis\": {\"text\": \"AVG art. 17(1)(b)\"}}")
  @Operation(
      summary = "Erase the personal part of a fact",
      description =
          "Its text and salt are deleted; the fact, its header and every proof stay. Copies in"
              + " backups and exports last until they are thrown away.")
  @RecordsFacts
  ResponseEntity<Object> erase(
      @PathVariable long position, @RequestBody Erasure erasure, Submission submission) {
    ResponseEntity<Object> answer =
        submission.created(
            new ErasePersonalData(position, erasure.legalBasis()), _ -> "/v1/facts/" + position);
    if (!submission.preview()) {
      eraser.sweep();
    }
    return answer;
  }
}
