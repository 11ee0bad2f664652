package nl.korf.service.decisions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import nl.korf.model.DecisionId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.RoundId;
import nl.korf.projections.AsOf;
import nl.korf.projections.Page;
import nl.korf.projections.decisions.DecisionsView;
import nl.korf.service.authority.AskedAct;
import nl.korf.service.web.Example;
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
import org.springframework.web.bind.annotation.RestController;

/** Decisions at the address of the initiative they are about. */
@RestController
@RequestMapping("/v1/initiatives/{initiative}/decisions")
@Tag(name = "decisions")
class InitiativeDecisions {

  private final DecisionsView decisions;

  InitiativeDecisions(DecisionsView decisions) {
    this.decisions = decisions;
  }

  /** A decision about the initiative of the address. */
  record NewDecision(
      @Nullable DecisionId decision,
      LocalizedText title,
      AskedAct act,
      @Nullable Party decidedFor,
      @Nullable MandateId mandate,
      @Nullable String stage,
      @Nullable Instant effectiveFrom,
      @Nullable String motivation,
      @Nullable PersonId by,
      @Nullable RoundId round,
      @Nullable Instant expiresAt,
      @Nullable Instant reviewAt,
      List<TakeDecision.Supersedes> supersedes) {}

  @PostMapping
  @Operation(summary = "Take a decision about an initiative")
  @Example(Examples.OF_INITIATIVE)
  @RecordsFacts
  ResponseEntity<Object> take(
      @PathVariable InitiativeId initiative,
      @RequestBody NewDecision asked,
      Submission submission) {
    TakeDecision command =
        new TakeDecision(
            asked.decision(),
            initiative,
            asked.title(),
            asked.act(),
            asked.decidedFor(),
            asked.mandate(),
            asked.stage(),
            asked.effectiveFrom(),
            asked.motivation(),
            asked.by(),
            asked.round(),
            asked.expiresAt(),
            asked.reviewAt(),
            asked.supersedes());
    return submission.created(command, DecisionsApi::location);
  }

  @GetMapping
  @Operation(summary = "The decisions about an initiative", description = "The latest first.")
  Page<DecisionItem> list(@PathVariable InitiativeId initiative, AsOf asOf, PageQuery page) {
    return DecisionItem.page(
        decisions, asOf, decisions.ofInitiative(asOf, initiative, page.cursor(), page.limit()));
  }
}
