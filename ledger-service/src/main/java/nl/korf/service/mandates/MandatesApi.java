package nl.korf.service.mandates;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import nl.korf.model.DecisionId;
import nl.korf.model.LegalReference;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.mandates.Exclusion;
import nl.korf.model.mandates.Scope;
import nl.korf.model.mandates.WrittenRecord;
import nl.korf.model.money.Limit;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Receipt;
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

/** Addresses under which mandates are granted and changed; {@link MandateReads} has the rest. */
@RestController
@RequestMapping("/v1/mandates")
@Tag(
    name = "mandates",
    description = "Mandates and sub-mandates (Awb title 10.1): who may act in whose name.")
class MandatesApi {
  /**
   * What becomes narrower; what is left out stays as it is.
   *
   * @param limits the new limits, in the place of all earlier ones
   */
  record Narrowing(
      @Nullable Scope scope,
      @Nullable List<Limit> limits,
      @Nullable List<Exclusion> addedExclusions,
      @Nullable Instant until,
      @Nullable Boolean noFurtherSubMandates,
      String reason,
      @Nullable PersonId by) {}

  /**
   * A part of a mandate to pass on.
   *
   * @param record the document it is granted by (Awb 10:5)
   * @param consentByStatute the statute that provides for it (Awb 10:4(2))
   * @param groupDecision where a group holds the mandate: the decision by which it passes it on
   */
  record NewSubMandate(
      @Nullable MandateId mandate,
      AskedTerms terms,
      @Nullable WrittenRecord record,
      @Nullable LegalReference consentByStatute,
      @Nullable DecisionId groupDecision,
      @Nullable PersonId by) {}

  /** Why, and by whom; left out: by who asks. */
  record MandateChange(@Nullable String reason, @Nullable PersonId by) {}

  /**
   * Why a mandate ends, on what that rests, and by whom.
   *
   * @param record the document it is revoked by: of a general mandate (Awb 10:8(2))
   */
  record Revocation(
      String reason,
      @Nullable String legalBasis,
      @Nullable WrittenRecord record,
      @Nullable PersonId by) {}

  @PostMapping
  @Example(MandateExamples.GRANT)
  @Operation(
      summary = "Grant a mandate",
      description = "From the body that holds the power by attribution (Awb 10:1, rule M1).")
  @RecordsFacts
  ResponseEntity<Object> grant(@RequestBody GrantMandate asked, Submission submission) {
    return submission.created(asked, receipt -> "/v1/mandates/" + id(receipt));
  }

  private static MandateId id(Receipt receipt) {
    return switch (receipt.facts().getFirst().fact()) {
      case MandateGranted granted -> granted.mandate();
      case SubMandateGranted granted -> granted.mandate();
      default -> throw new IllegalStateException("no grant at " + receipt.firstPosition());
    };
  }

  @PostMapping("/{mandate}/sub-mandates")
  @Example(MandateExamples.PASS_ON)
  @Operation(
      summary = "Grant a sub-mandate",
      description = "Part of a mandate, passed on by its holder (ondermandaat, Awb 10:9).")
  @RecordsFacts
  ResponseEntity<Object> passOn(
      @PathVariable MandateId mandate, @RequestBody NewSubMandate asked, Submission submission) {
    return submission.created(
        new SubMandate(
            asked.mandate(),
            mandate,
            asked.terms(),
            asked.record(),
            asked.consentByStatute(),
            asked.groupDecision(),
            asked.by()),
        receipt -> "/v1/mandates/" + id(receipt));
  }

  @PostMapping("/{mandate}/narrowings")
  @Example(MandateExamples.NARROW)
  @Operation(summary = "Narrow a mandate", description = "It never widens (rule M17).")
  @RecordsFacts
  ResponseEntity<Object> narrow(
      @PathVariable MandateId mandate, @RequestBody Narrowing asked, Submission submission) {
    NarrowMandate command =
        new NarrowMandate(
            mandate,
            asked.scope(),
            asked.limits(),
            asked.addedExclusions(),
            asked.until(),
            asked.noFurtherSubMandates(),
            asked.reason(),
            asked.by());
    return changed(mandate, command, submission);
  }

  @PostMapping("/{mandate}/suspensions")
  @Example(MandateExamples.SUSPEND)
  @Operation(summary = "Suspend a mandate", description = "With a reason.")
  @RecordsFacts
  ResponseEntity<Object> suspend(
      @PathVariable MandateId mandate, @RequestBody MandateChange asked, Submission submission) {
    return changed(mandate, new SuspendMandate(mandate, asked.reason(), asked.by()), submission);
  }

  @PostMapping("/{mandate}/suspension-liftings")
  @Example(MandateExamples.LIFT)
  @Operation(summary = "Lift a suspension")
  @RecordsFacts
  ResponseEntity<Object> lift(
      @PathVariable MandateId mandate, @RequestBody MandateChange asked, Submission submission) {
    return changed(mandate, new LiftSuspension(mandate, asked.reason(), asked.by()), submission);
  }

  @PostMapping("/{mandate}/revocations")
  @Example(MandateExamples.REVOKE)
  @Operation(
      summary = "Revoke a mandate",
      description = "For good, with a reason (Awb 10:8); all below it end with it.")
  @RecordsFacts
  ResponseEntity<Object> revoke(
      @PathVariable MandateId mandate, @RequestBody Revocation asked, Submission submission) {
    return changed(
        mandate,
        new RevokeMandate(mandate, asked.reason(), asked.legalBasis(), asked.record(), asked.by()),
        submission);
  }

  private static ResponseEntity<Object> changed(
      MandateId mandate, Command command, Submission submission) {
    return submission.created(command, receipt -> "/v1/mandates/" + mandate);
  }
}
