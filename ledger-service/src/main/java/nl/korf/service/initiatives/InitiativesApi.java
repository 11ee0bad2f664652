package nl.korf.service.initiatives;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
import nl.korf.model.PersonId;
import nl.korf.model.facts.InitiativeEvent.InitiativeProposed;
import nl.korf.model.facts.InitiativeEvent.Relation;
import nl.korf.model.initiatives.Bloft;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Receipt;
import nl.korf.service.web.Example;
import nl.korf.service.web.ReasonGiven;
import nl.korf.service.web.RecordsFacts;
import nl.korf.service.web.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Addresses under which initiatives are changed; see {@link InitiativeReads} for the rest. */
@RestController
@RequestMapping("/v1/initiatives")
@Tag(name = "initiatives", description = "What groups want to bring about.")
class InitiativesApi {
  /** A group that takes part, or stops doing so. */
  record Participation(GroupId group) {}

  /** The group that takes over. */
  record OwnerTransfer(GroupId owner) {}

  /** A person and their part: author, reviewer, approver … */
  record Involvement(PersonId person, String capacity) {}

  /**
   * What it aims at.
   *
   * @param milestone null: at none any more
   */
  record NewMilestone(@Nullable String milestone) {}

  /** Another initiative, and how this one relates to it. */
  record InitiativeLink(Relation relation, InitiativeId target) {}

  /** The stage it moves to. */
  record StageChange(String stage, @Nullable String maturity) {}

  /**
   * What changes; what is left out stays as it is.
   *
   * @param basedOn the version that was read before revising
   */
  record InitiativeRevision(
      @Nullable Integer basedOn,
      @Nullable LocalizedText title,
      @Nullable Bloft context,
      @Nullable List<LegalReference> legalReferences,
      @Nullable String text) {}

  @PostMapping
  @Example(Examples.INITIATIVE)
  @Operation(summary = "Propose an initiative", description = "By a member of the owner group.")
  @RecordsFacts
  ResponseEntity<Object> propose(@RequestBody ProposeInitiative asked, Submission submission) {
    return submission.created(asked, receipt -> "/v1/initiatives/" + id(receipt));
  }

  private static InitiativeId id(Receipt receipt) {
    return ((InitiativeProposed) receipt.facts().getFirst().fact()).initiative();
  }

  private static ResponseEntity<Object> changed(
      InitiativeId initiative, Command command, Submission submission) {
    return submission.created(command, receipt -> "/v1/initiatives/" + initiative);
  }

  @PostMapping("/{initiative}/revisions")
  @Example(Examples.REVISION)
  @Operation(summary = "Revise an initiative", description = "A new version of its text.")
  @RecordsFacts
  ResponseEntity<Object> revise(
      @PathVariable InitiativeId initiative,
      @RequestBody InitiativeRevision asked,
      Submission submission) {
    ReviseInitiative command =
        new ReviseInitiative(
            initiative,
            asked.basedOn(),
            asked.title(),
            asked.context(),
            asked.legalReferences(),
            asked.text());
    return changed(initiative, command, submission);
  }

  @PostMapping("/{initiative}/owner-transfers")
  @Example(Examples.TRANSFER)
  @Operation(summary = "Transfer an initiative to another group")
  @RecordsFacts
  ResponseEntity<Object> transfer(
      @PathVariable InitiativeId initiative,
      @RequestBody OwnerTransfer asked,
      Submission submission) {
    return changed(initiative, new TransferInitiative(initiative, asked.owner()), submission);
  }

  @PostMapping("/{initiative}/participations")
  @Example(Examples.PARTICIPATION)
  @Operation(summary = "Let a group take part")
  @RecordsFacts
  ResponseEntity<Object> join(
      @PathVariable InitiativeId initiative,
      @RequestBody Participation asked,
      Submission submission) {
    return changed(initiative, new AddParticipant(initiative, asked.group()), submission);
  }

  @PostMapping("/{initiative}/participation-endings")
  @Example(Examples.PARTICIPATION)
  @Operation(summary = "End the part of a group")
  @RecordsFacts
  ResponseEntity<Object> leave(
      @PathVariable InitiativeId initiative,
      @RequestBody Participation asked,
      Submission submission) {
    return changed(initiative, new RemoveParticipant(initiative, asked.group()), submission);
  }

  @PostMapping("/{initiative}/involvements")
  @Example(Examples.INVOLVEMENT)
  @Operation(summary = "Involve a person")
  @RecordsFacts
  ResponseEntity<Object> involve(
      @PathVariable InitiativeId initiative,
      @RequestBody Involvement asked,
      Submission submission) {
    return changed(
        initiative, new InvolvePerson(initiative, asked.person(), asked.capacity()), submission);
  }

  @PostMapping("/{initiative}/involvement-endings")
  @Example(Examples.INVOLVEMENT)
  @Operation(summary = "Release a person")
  @RecordsFacts
  ResponseEntity<Object> release(
      @PathVariable InitiativeId initiative,
      @RequestBody Involvement asked,
      Submission submission) {
    return changed(
        initiative, new ReleasePerson(initiative, asked.person(), asked.capacity()), submission);
  }

  @PostMapping("/{initiative}/milestones")
  @Example(Examples.MILESTONE)
  @Operation(summary = "Set the milestone")
  @RecordsFacts
  ResponseEntity<Object> aim(
      @PathVariable InitiativeId initiative,
      @RequestBody NewMilestone asked,
      Submission submission) {
    return changed(initiative, new SetMilestone(initiative, asked.milestone()), submission);
  }

  @PostMapping("/{initiative}/links")
  @Example(Examples.LINK)
  @Operation(summary = "Link to another initiative")
  @RecordsFacts
  ResponseEntity<Object> link(
      @PathVariable InitiativeId initiative,
      @RequestBody InitiativeLink asked,
      Submission submission) {
    return changed(
        initiative, new LinkInitiatives(initiative, asked.relation(), asked.target()), submission);
  }

  @PostMapping("/{initiative}/link-endings")
  @Example(Examples.LINK)
  @Operation(summary = "Remove a link")
  @RecordsFacts
  ResponseEntity<Object> unlink(
      @PathVariable InitiativeId initiative,
      @RequestBody InitiativeLink asked,
      Submission submission) {
    return changed(
        initiative,
        new UnlinkInitiatives(initiative, asked.relation(), asked.target()),
        submission);
  }

  @PostMapping("/{initiative}/stage-changes")
  @Example(Examples.STAGE)
  @Operation(summary = "Move to another stage")
  @RecordsFacts
  ResponseEntity<Object> stage(
      @PathVariable InitiativeId initiative,
      @RequestBody StageChange asked,
      Submission submission) {
    return changed(
        initiative, new ChangeStage(initiative, asked.stage(), asked.maturity()), submission);
  }

  @PostMapping("/{initiative}/withdrawals")
  @Example(Examples.WITHDRAWAL)
  @Operation(summary = "Withdraw an initiative")
  @RecordsFacts
  ResponseEntity<Object> withdraw(
      @PathVariable InitiativeId initiative,
      @RequestBody ReasonGiven asked,
      Submission submission) {
    return changed(initiative, new WithdrawInitiative(initiative, asked.reason()), submission);
  }

  @PostMapping("/{initiative}/restorations")
  @Example(Examples.RESTORATION)
  @Operation(summary = "Take a withdrawn initiative up again")
  @RecordsFacts
  ResponseEntity<Object> restore(
      @PathVariable InitiativeId initiative,
      @RequestBody ReasonGiven asked,
      Submission submission) {
    return changed(initiative, new RestoreInitiative(initiative, asked.reason()), submission);
  }
}
