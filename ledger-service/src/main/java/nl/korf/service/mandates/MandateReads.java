package nl.korf.service.mandates;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import nl.korf.model.BodyId;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PowerId;
import nl.korf.model.Refused.Reason;
import nl.korf.model.invariants.OutOfBounds;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.MandateState;
import nl.korf.projections.AsOf;
import nl.korf.projections.Page;
import nl.korf.projections.Reads;
import nl.korf.projections.decisions.DecisionsView;
import nl.korf.projections.knowledge.ReadModelKnowledge;
import nl.korf.projections.mandates.MandatesView;
import nl.korf.projections.mandates.Standing;
import nl.korf.service.web.InForce;
import nl.korf.service.web.NotFound;
import nl.korf.service.web.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Addresses of mandates. */
@RestController
@RequestMapping("/v1/mandates")
@Tag(
    name = "mandates",
    description = "Mandates and sub-mandates (Awb title 10.1): who may act in whose name.")
class MandateReads {

  private final MandatesView mandates;
  private final DecisionsView decisions;
  private final Reads reads;

  MandateReads(MandatesView mandates, DecisionsView decisions, Reads reads) {
    this.reads = reads;
    this.mandates = mandates;
    this.decisions = decisions;
  }

  /**
   * A mandate with what counts about it: its own state, and what is above it.
   *
   * @param effective whether it counts: it and all above it are active (rule M8)
   * @param endedBy the lowest mandate, itself or above, that is not active
   */
  record MandateStanding(
      InForce<MandateRow> mandate,
      boolean effective,
      @Nullable MandateId endedBy,
      @Nullable MandateState endedAs,
      List<InForce<MandateRow>> above,
      @Nullable MandateId missing) {

    static MandateStanding of(Standing standing) {
      MandateRow end = standing.endedBy().map(held -> held.row()).orElse(null);
      return new MandateStanding(
          InForce.of(standing.mandate()),
          standing.effective(),
          end == null ? null : end.mandate(),
          end == null ? null : end.state(),
          standing.above().stream().map(InForce::of).toList(),
          standing.missing());
    }
  }

  @GetMapping
  @Operation(summary = "Mandates", description = "With their own state; see /chain for the whole.")
  Page<InForce<MandateRow>> list(
      @RequestParam(required = false) @Nullable Party holder,
      @RequestParam(required = false) @Nullable Party grantor,
      @RequestParam(required = false) @Nullable BodyId principal,
      @RequestParam(required = false) @Nullable PowerId power,
      @RequestParam(required = false) @Nullable MandateId parent,
      @RequestParam(required = false) @Nullable MandateState state,
      AsOf asOf,
      PageQuery page) {
    MandatesView.Filter filter =
        new MandatesView.Filter(holder, grantor, principal, power, parent, state);
    return InForce.page(mandates.page(asOf, filter, page.cursor(), page.limit()));
  }

  @GetMapping("/{mandate}")
  @Operation(summary = "A mandate", description = "Where it has yet to begin, as it will be first.")
  InForce<MandateRow> one(@PathVariable MandateId mandate, AsOf asOf) {
    return InForce.of(standing(mandate, asOf).mandate());
  }

  @GetMapping("/{mandate}/chain")
  @Operation(summary = "A mandate and all it hangs from, up to its root")
  MandateStanding chain(@PathVariable MandateId mandate, AsOf asOf) {
    return MandateStanding.of(standing(mandate, asOf));
  }

  @GetMapping("/{mandate}/descendants")
  @Operation(summary = "Everything that hangs from a mandate, parents before children")
  List<MandateStanding> descendants(@PathVariable MandateId mandate, AsOf asOf) {
    return mandates.below(asOf, mandate).stream()
        .filter(standing -> !standing.mandate().row().mandate().equals(mandate))
        .map(MandateStanding::of)
        .toList();
  }

  /**
   * A mandate that says more than those above it now allow.
   *
   * @param beyond what reaches beyond, each with the mandate above and both values
   */
  record Beyond(MandateId mandate, Party holder, List<BeyondPart> beyond) {}

  /**
   * A part of a mandate that has ended because something above was narrowed.
   *
   * @param code as a grant of the same would be refused, {@code limit-wider}
   */
  record BeyondPart(String code, Map<String, String> values, LocalizedText text) {

    static BeyondPart of(Reason reason) {
      return new BeyondPart(
          reason.refusal().code(),
          reason.values(),
          LocalizedText.of(reason.message("nl"), reason.message("en")));
    }
  }

  @GetMapping("/{mandate}/out-of-bounds")
  @Operation(
      summary = "What hangs from a mandate and says more than it now allows",
      description =
          "After a narrowing (rule M17): those parts have ended, whatever the sub-mandates say"
              + " themselves. To be granted anew within the narrower terms.")
  List<Beyond> outOfBounds(@PathVariable MandateId mandate, AsOf asOf) {
    Knowledge knowledge = new ReadModelKnowledge(reads, asOf);
    return mandates.below(asOf, mandate).stream()
        .filter(Standing::effective)
        .map(standing -> standing.mandate().row())
        .filter(row -> !row.mandate().equals(mandate))
        .map(row ->
            new Beyond(
                row.mandate(),
                row.terms().holder(),
                OutOfBounds.of(row, knowledge).stream().map(BeyondPart::of).toList()))
        .filter(beyond -> !beyond.beyond().isEmpty())
        .toList();
  }

  @GetMapping("/{mandate}/decisions")
  @Operation(summary = "The decisions taken under a mandate and its sub-mandates")
  Page<InForce<DecisionRow>> decisions(@PathVariable MandateId mandate, AsOf asOf, PageQuery page) {
    return InForce.page(decisions.underMandate(asOf, mandate, page.cursor(), page.limit()));
  }

  private Standing standing(MandateId mandate, AsOf asOf) {
    return mandates.standing(asOf, mandate).orElseThrow(() -> new NotFound("mandate " + mandate));
  }
}
