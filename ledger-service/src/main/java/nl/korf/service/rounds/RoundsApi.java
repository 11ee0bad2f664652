package nl.korf.service.rounds;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.PersonId;
import nl.korf.model.RoundId;
import nl.korf.model.facts.RoundEvent.RoundOpened;
import nl.korf.model.view.RoundRows.RoundRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Page;
import nl.korf.projections.rounds.RoundsView;
import nl.korf.service.kernel.Receipt;
import nl.korf.service.web.Example;
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

/** Addresses of rounds. */
@RestController
@RequestMapping("/v1")
@Tag(name = "rounds", description = "Decision rounds: who may answer, what was said, the outcome.")
class RoundsApi {

  private final RoundsView rounds;
  private final FactTexts texts;

  RoundsApi(RoundsView rounds, FactTexts texts) {
    this.rounds = rounds;
    this.texts = texts;
  }

  /** Why a round is taken back; {@code by} is for a registrar. */
  record Withdrawal(String reason, @Nullable PersonId by) {}

  /** Nothing more to say. */
  record Closing() {}

  @PostMapping("/rounds")
  @Operation(
      summary = "Open a round",
      description =
          "By a member of the group. Electorate, weights, rule, text and deadline are frozen.")
  @Example(Examples.ROUND)
  @RecordsFacts
  ResponseEntity<Object> open(@RequestBody OpenRound round, Submission submission) {
    return submission.created(round, receipt -> "/v1/rounds/" + id(receipt));
  }

  private static RoundId id(Receipt receipt) {
    return ((RoundOpened) receipt.facts().getFirst().fact()).round();
  }

  @PostMapping("/rounds/{round}/closings")
  @Operation(
      summary = "Close a round",
      description =
          "When it can be closed; the ledger does so itself. Computes the outcome, and takes the"
              + " decision where the group is competent; otherwise the outcome waits for a holder.")
  @Example("{}")
  @RecordsFacts
  ResponseEntity<Object> close(
      @PathVariable RoundId round, @RequestBody Closing asked, Submission submission) {
    return submission.created(new CloseRound(round), receipt -> "/v1/rounds/" + round);
  }

  @PostMapping("/rounds/{round}/withdrawals")
  @Operation(
      summary = "Take a round back",
      description = "By who leads the group, or facilitates the round.")
  @Example(Examples.WITHDRAWAL)
  @RecordsFacts
  ResponseEntity<Object> withdraw(
      @PathVariable RoundId round, @RequestBody Withdrawal asked, Submission submission) {
    return submission.created(
        new WithdrawRound(round, asked.reason(), asked.by()), receipt -> "/v1/rounds/" + round);
  }

  @GetMapping("/rounds")
  @Operation(summary = "Rounds", description = "The latest first; state is OPEN or an outcome.")
  Page<InForce<RoundRow>> list(
      @RequestParam(required = false) @Nullable GroupId group,
      @RequestParam(required = false) @Nullable InitiativeId initiative,
      @RequestParam(required = false) @Nullable String state,
      AsOf asOf,
      PageQuery page) {
    return page(new RoundsView.Filter(group, initiative, state), asOf, page);
  }

  @GetMapping("/groups/{group}/rounds")
  @Operation(summary = "The rounds of a group", description = "The latest first.")
  Page<InForce<RoundRow>> ofGroup(@PathVariable GroupId group, AsOf asOf, PageQuery page) {
    return page(new RoundsView.Filter(group, null, null), asOf, page);
  }

  @GetMapping("/initiatives/{initiative}/rounds")
  @Operation(summary = "The rounds about an initiative", description = "The latest first.")
  Page<InForce<RoundRow>> ofInitiative(
      @PathVariable InitiativeId initiative, AsOf asOf, PageQuery page) {
    return page(new RoundsView.Filter(null, initiative, null), asOf, page);
  }

  private Page<InForce<RoundRow>> page(RoundsView.Filter filter, AsOf asOf, PageQuery page) {
    return InForce.page(rounds.page(asOf, filter, page.cursor(), page.limit()));
  }

  @GetMapping("/rounds/{round}")
  @Operation(summary = "A round, with its outcome once it is closed")
  InForce<RoundRow> one(@PathVariable RoundId round, AsOf asOf) {
    return rounds
        .find(asOf, round)
        .map(InForce::of)
        .orElseThrow(() -> new NotFound("round " + round));
  }

  @GetMapping("/rounds/{round}/proposal")
  @Operation(summary = "The question of a round, where it is put in words")
  ResponseEntity<FactTexts.Text> proposal(@PathVariable RoundId round, AsOf asOf) {
    Long proposalAt =
        rounds.find(asOf, round).map(Held::row).map(RoundRow::proposalAt).orElse(null);
    return texts.at(
        proposalAt,
        "proposal of round " + round,
        fact -> fact instanceof RoundOpened opened ? opened.proposal() : null);
  }
}
