package nl.korf.service.mandates;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.service.kernel.Command;
import nl.korf.service.web.Example;
import nl.korf.service.web.RecordsFacts;
import nl.korf.service.web.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Addresses of the answers to an offered mandate, and of its publication. */
@RestController
@RequestMapping("/v1/mandates/{mandate}")
@Tag(name = "mandates")
class ConsentsApi {

  /**
   * An answer to an offer.
   *
   * @param party whom it is for, {@code role:…} or {@code body:…}; left out: everybody awaited the
   *     person may answer for
   */
  record ConsentAnswer(@Nullable Party party, @Nullable String reason, @Nullable PersonId by) {}

  /**
   * Where a mandate was made known.
   *
   * @param reference address or identifier of the publication
   */
  record Publication(String reference, @Nullable PersonId by) {}

  @PostMapping("/acceptances")
  @Example(MandateExamples.ACCEPT)
  @Operation(
      summary = "Consent to a mandate",
      description =
          "By the holder, or by whoever acts as the body the holder works for (Awb 10:4(1), rule"
              + " M11). The mandate counts from the last consent it waits for.")
  @RecordsFacts
  ResponseEntity<Object> accept(
      @PathVariable MandateId mandate, @RequestBody ConsentAnswer asked, Submission submission) {
    return changed(
        mandate, new AcceptMandate(mandate, asked.party(), asked.reason(), asked.by()), submission);
  }

  @PostMapping("/declinations")
  @Example(MandateExamples.DECLINE)
  @Operation(
      summary = "Withhold consent from a mandate",
      description = "With a reason; it then never comes to count (Awb 10:4(1), rule M11).")
  @RecordsFacts
  ResponseEntity<Object> decline(
      @PathVariable MandateId mandate, @RequestBody ConsentAnswer asked, Submission submission) {
    return changed(
        mandate,
        new DeclineMandate(mandate, asked.party(), asked.reason(), asked.by()),
        submission);
  }

  @PostMapping("/publications")
  @Example(MandateExamples.PUBLISH)
  @Operation(
      summary = "Make a mandate known",
      description = "Records where it was published (Awb 3:42); whether it counts stays as it is.")
  @RecordsFacts
  ResponseEntity<Object> publish(
      @PathVariable MandateId mandate, @RequestBody Publication asked, Submission submission) {
    return changed(mandate, new PublishMandate(mandate, asked.reference(), asked.by()), submission);
  }

  private static ResponseEntity<Object> changed(
      MandateId mandate, Command command, Submission submission) {
    return submission.created(command, receipt -> "/v1/mandates/" + mandate);
  }
}
