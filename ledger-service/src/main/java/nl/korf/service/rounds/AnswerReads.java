package nl.korf.service.rounds;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.korf.model.RoundId;
import nl.korf.model.view.RoundRows.BallotRow;
import nl.korf.model.view.RoundRows.ElectorRow;
import nl.korf.model.view.RoundRows.ObjectionRow;
import nl.korf.model.view.RoundRows.ResponseKind;
import nl.korf.model.view.RoundRows.ResponseRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Page;
import nl.korf.projections.rounds.RoundsView;
import nl.korf.service.web.InForce;
import nl.korf.service.web.PageQuery;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was said in a round, for reading. */
@RestController
@RequestMapping("/v1/rounds/{round}")
@Tag(name = "rounds")
class AnswerReads {

  private final RoundsView rounds;

  AnswerReads(RoundsView rounds) {
    this.rounds = rounds;
  }

  @GetMapping("/electors")
  @Operation(summary = "Who may answer", description = "As frozen at opening, with weights.")
  Page<InForce<ElectorRow>> electors(@PathVariable RoundId round, AsOf asOf, PageQuery page) {
    return InForce.page(rounds.electors(asOf, round, page.cursor(), page.limit()));
  }

  @GetMapping("/ballots")
  @Operation(
      summary = "The answers",
      description = "The last one of each elector; with all=true those they replaced as well.")
  Page<InForce<BallotRow>> ballots(
      @PathVariable RoundId round,
      @RequestParam(defaultValue = "false") boolean all,
      AsOf asOf,
      PageQuery page) {
    return InForce.page(
        all
            ? rounds.ballotsEver(asOf.position(), round, page.cursor(), page.limit())
            : rounds.ballots(asOf, round, page.cursor(), page.limit()));
  }

  @GetMapping("/advice")
  @Operation(summary = "The advice given")
  Page<InForce<ResponseRow>> advice(@PathVariable RoundId round, AsOf asOf, PageQuery page) {
    return responses(round, ResponseKind.ADVICE, asOf, page);
  }

  @GetMapping("/agreements")
  @Operation(summary = "Who agreed, and who did not")
  Page<InForce<ResponseRow>> agreements(@PathVariable RoundId round, AsOf asOf, PageQuery page) {
    return responses(round, ResponseKind.AGREEMENT, asOf, page);
  }

  @GetMapping("/vetoes")
  @Operation(summary = "The vetoes cast")
  Page<InForce<ResponseRow>> vetoes(@PathVariable RoundId round, AsOf asOf, PageQuery page) {
    return responses(round, ResponseKind.VETO, asOf, page);
  }

  @GetMapping("/casting-votes")
  @Operation(summary = "How a tie is to be broken")
  Page<InForce<ResponseRow>> castingVotes(@PathVariable RoundId round, AsOf asOf, PageQuery page) {
    return responses(round, ResponseKind.CASTING_VOTE, asOf, page);
  }

  @GetMapping("/recusals")
  @Operation(summary = "Who stepped back because of an interest")
  Page<InForce<ResponseRow>> recusals(@PathVariable RoundId round, AsOf asOf, PageQuery page) {
    return responses(round, ResponseKind.RECUSAL, asOf, page);
  }

  @GetMapping("/objections")
  @Operation(summary = "The objections, with their states")
  Page<InForce<ObjectionRow>> objections(@PathVariable RoundId round, AsOf asOf, PageQuery page) {
    return InForce.page(rounds.objections(asOf, round, page.cursor(), page.limit()));
  }

  private Page<InForce<ResponseRow>> responses(
      RoundId round, ResponseKind kind, AsOf asOf, PageQuery page) {
    return InForce.page(rounds.responses(asOf, round, kind, page.cursor(), page.limit()));
  }
}
