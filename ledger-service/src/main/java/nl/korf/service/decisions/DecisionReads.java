package nl.korf.service.decisions;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.FreeText;
import nl.korf.model.InitiativeId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.facts.DecisionEvent.DecisionRatified;
import nl.korf.model.facts.DecisionEvent.DecisionRepealed;
import nl.korf.model.facts.DecisionEvent.DecisionReviewed;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.DecisionEvent.DissentRecorded;
import nl.korf.model.facts.Fact;
import nl.korf.model.view.DecisionRows.DecisionState;
import nl.korf.model.view.DecisionRows.DissentRow;
import nl.korf.model.view.DecisionRows.SupersessionRow;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Page;
import nl.korf.projections.decisions.DecisionStanding;
import nl.korf.projections.decisions.DecisionsView;
import nl.korf.service.web.FactTexts;
import nl.korf.service.web.InForce;
import nl.korf.service.web.NotFound;
import nl.korf.service.web.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Addresses at which decisions are read. */
@RestController
@RequestMapping("/v1/decisions")
@Tag(name = "decisions")
class DecisionReads {

  private final DecisionsView decisions;
  private final Verdicts verdicts;
  private final FactTexts texts;

  DecisionReads(DecisionsView decisions, Verdicts verdicts, FactTexts texts) {
    this.decisions = decisions;
    this.verdicts = verdicts;
    this.texts = texts;
  }

  /**
   * A supersession.
   *
   * @param counts whether the later decision has the place of the earlier one on the instant
   */
  record Place(@JsonUnwrapped SupersessionRow supersession, boolean counts) {}

  /**
   * A decision with what became of it.
   *
   * @param standing whether it works on the instant of the answer, and if not, why
   * @param reviewDue whether it works and is to be reviewed by then
   * @param supersedes the decisions whose place it takes, sooner or later
   * @param supersededBy the decisions that take its place, sooner or later
   * @param dissents who differs; the text is at {@code /dissents/{person}}
   */
  record DecisionInFull(
      @JsonUnwrapped InForce<DecisionRow> decision,
      DecisionState standing,
      boolean reviewDue,
      Verdicts.Both verdicts,
      List<Place> supersedes,
      List<Place> supersededBy,
      List<DissentRow> dissents) {}

  @GetMapping
  @Operation(
      summary = "Decisions",
      description =
          "The one that works last first. inForce asks for those that work on the instant, or for"
              + " those that do not; reviewDueBefore for those that work and are to be reviewed"
              + " before then.")
  Page<DecisionItem> list(
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
    return DecisionItem.page(
        decisions, asOf, decisions.page(asOf, filter, page.cursor(), page.limit()));
  }

  @GetMapping("/{decision}")
  @Operation(
      summary = "A decision, with what became of it",
      description =
          "Whether it works, its review, the verdict of then beside the verdict by what is known"
              + " now, its ratification, what it replaces and what replaces it, and who differs.")
  DecisionInFull one(@PathVariable DecisionId decision, AsOf asOf) {
    DecisionStanding standing = standing(decision, asOf);
    List<SupersessionRow> counting = standing.supersededBy();
    return new DecisionInFull(
        InForce.of(standing.decision()),
        standing.state(),
        standing.reviewDue(),
        verdicts.of(standing.decision().row(), asOf.position()),
        decisions.supersedes(asOf.position(), decision).stream()
            .map(one -> new Place(one, counts(one, asOf)))
            .toList(),
        decisions.supersededBy(asOf.position(), decision).stream()
            .map(one -> new Place(one, counting.contains(one)))
            .toList(),
        decisions.dissents(asOf, decision));
  }

  private boolean counts(SupersessionRow one, AsOf asOf) {
    return decisions
        .standing(asOf, one.decision())
        .filter(old -> old.supersededBy().contains(one))
        .isPresent();
  }

  private DecisionStanding standing(DecisionId decision, AsOf asOf) {
    return decisions
        .standing(asOf, decision)
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

  @GetMapping("/{decision}/reasons/{position}")
  @Operation(
      summary = "The reason of a repeal, a review or a ratification",
      description = "By the position that the decision names for it.")
  ResponseEntity<FactTexts.Text> reason(
      @PathVariable DecisionId decision, @PathVariable long position, AsOf asOf) {
    return texts.at(
        position > asOf.position() ? null : position,
        "reason at " + position,
        fact -> reason(fact, decision));
  }

  private static @Nullable FreeText reason(Fact fact, DecisionId decision) {
    return switch (fact) {
      case DecisionRepealed one when one.decision().equals(decision) -> one.reason();
      case DecisionReviewed one when one.decision().equals(decision) -> one.reason();
      case DecisionRatified one when one.decision().equals(decision) -> one.reason();
      default -> null;
    };
  }

  @GetMapping("/{decision}/dissents")
  @Operation(summary = "Who differs from a decision", description = "It blocks nothing.")
  List<DissentRow> dissents(@PathVariable DecisionId decision, AsOf asOf) {
    return decisions.dissents(asOf, standing(decision, asOf).decision().row().decision());
  }

  @GetMapping("/{decision}/dissents/{person}")
  @Operation(summary = "In what somebody differs from a decision")
  ResponseEntity<FactTexts.Text> dissent(
      @PathVariable DecisionId decision, @PathVariable PersonId person, AsOf asOf) {
    Long position =
        decisions.dissents(asOf, decision).stream()
            .filter(row -> row.person().equals(person))
            .map(DissentRow::position)
            .findFirst()
            .orElse(null);
    return texts.at(
        position,
        "dissent of " + person,
        fact -> fact instanceof DissentRecorded one ? one.text() : null);
  }
}
