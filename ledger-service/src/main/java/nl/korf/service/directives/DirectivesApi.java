package nl.korf.service.directives;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import nl.korf.model.DirectiveId;
import nl.korf.model.FreeText;
import nl.korf.model.GroupId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Subject;
import nl.korf.model.facts.DirectiveEvent.DirectiveAnswered;
import nl.korf.model.facts.DirectiveEvent.DirectiveIssued;
import nl.korf.model.facts.DirectiveEvent.DirectiveType;
import nl.korf.model.facts.Fact;
import nl.korf.model.view.DirectiveRows.DirectiveRow;
import nl.korf.model.view.DirectiveRows.ReplyRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Page;
import nl.korf.projections.Select;
import nl.korf.projections.directives.DirectivesView;
import nl.korf.service.kernel.Command;
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

/** Addresses of directives. */
@RestController
@RequestMapping("/v1/directives")
@Tag(name = "directives", description = "Stepping in from above, seen by all; with every reply.")
class DirectivesApi {

  private final DirectivesView directives;
  private final FactTexts texts;

  DirectivesApi(DirectivesView directives, FactTexts texts) {
    this.directives = directives;
    this.texts = texts;
  }

  /** A later end of a hold; null: the term of this ledger once more. */
  record HoldExtension(
      @Nullable Instant expiresAt, @Nullable String reason, @Nullable PersonId by) {}

  /** What somebody concerned says to it. */
  record DirectiveReply(@Nullable String text, @Nullable PersonId by) {}

  /** That it is taken back. */
  record DirectiveLifting(@Nullable String reason, @Nullable PersonId by) {}

  /** A directive with the latest replies to it. */
  record DirectiveWithReplies(
      @JsonUnwrapped InForce<DirectiveRow> directive, List<InForce<ReplyRow>> replies) {}

  @PostMapping
  @Operation(
      summary = "Issue a directive",
      description =
          "RECOMMEND binds nobody. INSTRUCT and HOLD ask for a place above the target, CALL_IN and"
              + " REPLACE for the power itself. A hold lapses by itself.")
  @Example(Examples.ISSUE)
  @RecordsFacts
  ResponseEntity<Object> issue(@RequestBody IssueDirective asked, Submission submission) {
    return submission.created(asked, DirectivesApi::location);
  }

  private static String location(Receipt receipt) {
    return "/v1/directives/" + ((DirectiveIssued) receipt.facts().getFirst().fact()).directive();
  }

  @PostMapping("/{directive}/extensions")
  @Operation(summary = "Extend a hold", description = "Once, while it is in force.")
  @Example(Examples.EXTEND)
  @RecordsFacts
  ResponseEntity<Object> extend(
      @PathVariable DirectiveId directive,
      @RequestBody HoldExtension asked,
      Submission submission) {
    return changed(
        directive,
        new ExtendDirective(directive, asked.expiresAt(), asked.reason(), asked.by()),
        submission);
  }

  @PostMapping("/{directive}/replies")
  @Operation(
      summary = "Reply to a directive",
      description = "By a member of the group concerned or the proposer, also after it ended.")
  @Example(Examples.ANSWER)
  @RecordsFacts
  ResponseEntity<Object> answer(
      @PathVariable DirectiveId directive,
      @RequestBody DirectiveReply asked,
      Submission submission) {
    return changed(directive, new AnswerDirective(directive, asked.text(), asked.by()), submission);
  }

  @PostMapping("/{directive}/liftings")
  @Operation(summary = "Lift a directive", description = "By its issuer or the principal.")
  @Example(Examples.LIFT)
  @RecordsFacts
  ResponseEntity<Object> lift(
      @PathVariable DirectiveId directive,
      @RequestBody DirectiveLifting asked,
      Submission submission) {
    return changed(directive, new LiftDirective(directive, asked.reason(), asked.by()), submission);
  }

  private static ResponseEntity<Object> changed(
      DirectiveId directive, Command command, Submission submission) {
    return submission.created(command, receipt -> "/v1/directives/" + directive);
  }

  @GetMapping
  @Operation(summary = "Directives", description = "The latest first, those that ended included.")
  Page<InForce<DirectiveRow>> list(
      @RequestParam(required = false) @Nullable Subject target,
      @RequestParam(required = false) @Nullable GroupId group,
      @RequestParam(required = false) @Nullable Party issuer,
      @RequestParam(required = false) @Nullable DirectiveType type,
      @RequestParam(required = false) @Nullable Boolean inForce,
      AsOf asOf,
      PageQuery page) {
    DirectivesView.Filter filter = new DirectivesView.Filter(target, group, issuer, type, inForce);
    return InForce.page(directives.page(asOf, filter, page.cursor(), page.limit()));
  }

  @GetMapping("/{directive}")
  @Operation(summary = "A directive, with the latest replies to it")
  DirectiveWithReplies one(@PathVariable DirectiveId directive, AsOf asOf) {
    Page<Held<ReplyRow>> replies =
        directives.repliesTo(asOf, directive, null, Select.PAGE_ROWS_MAX);
    return new DirectiveWithReplies(
        InForce.of(find(directive, asOf)), InForce.page(replies).items());
  }

  @GetMapping("/{directive}/replies")
  @Operation(summary = "The replies to a directive", description = "The latest first.")
  Page<InForce<ReplyRow>> replies(@PathVariable DirectiveId directive, AsOf asOf, PageQuery page) {
    return InForce.page(directives.repliesTo(asOf, directive, page.cursor(), page.limit()));
  }

  @GetMapping("/{directive}/replies/{position}/text")
  @Operation(summary = "What somebody replied")
  ResponseEntity<FactTexts.Text> reply(
      @PathVariable DirectiveId directive, @PathVariable long position, AsOf asOf) {
    Long givenAt =
        directives.reply(asOf, directive, position).map(held -> held.row().givenAt()).orElse(null);
    return texts.at(
        givenAt,
        "reply %d to directive %s".formatted(position, directive),
        fact -> fact instanceof DirectiveAnswered answered ? answered.text() : null);
  }

  @GetMapping("/{directive}/text")
  @Operation(
      summary = "A directive in words",
      description = "For REPLACE: the text that stands beside what the group decided.")
  ResponseEntity<FactTexts.Text> text(@PathVariable DirectiveId directive, AsOf asOf) {
    return texts.at(
        find(directive, asOf).row().issuedAt(), "text of directive " + directive, issued(false));
  }

  @GetMapping("/{directive}/reason")
  @Operation(summary = "Why a directive was issued")
  ResponseEntity<FactTexts.Text> reason(@PathVariable DirectiveId directive, AsOf asOf) {
    return texts.at(
        find(directive, asOf).row().issuedAt(), "reason of directive " + directive, issued(true));
  }

  private static Function<Fact, @Nullable FreeText> issued(boolean reason) {
    return fact ->
        fact instanceof DirectiveIssued issued ? (reason ? issued.reason() : issued.text()) : null;
  }

  private Held<DirectiveRow> find(DirectiveId directive, AsOf asOf) {
    return directives
        .find(asOf, directive)
        .orElseThrow(() -> new NotFound("directive " + directive));
  }
}
