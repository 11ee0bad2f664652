package nl.korf.service.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import nl.korf.eventstore.FactLog;
import nl.korf.model.DecisionId;
import nl.korf.model.FreeText;
import nl.korf.model.Party;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.DecisionEvent.DissentRecorded;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.decisions.DecisionStanding;
import nl.korf.projections.decisions.DecisionsView;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.LedgerFacts;
import nl.korf.service.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A decision with the chain it rests on: what is printed on one sheet. */
@Controller
class DecisionPage {

  private final Frames frames;
  private final Names names;
  private final DecisionsView decisions;
  private final FactLog log;

  DecisionPage(Frames frames, Names names, DecisionsView decisions, FactLog log) {
    this.frames = frames;
    this.names = names;
    this.decisions = decisions;
    this.log = log;
  }

  /**
   * A decision as its page shows it.
   *
   * @param state whether it works on the instant of the page
   * @param failed what stood in the way of its competence, or null
   */
  public record Shown(
      String id,
      Said title,
      @Nullable Said by,
      @Nullable Said decidedFor,
      @Nullable Said principal,
      @Nullable Said power,
      String state,
      boolean works,
      String verdict,
      @Nullable String failed,
      Instant taken,
      long position,
      Instant effectiveFrom,
      @Nullable Instant expiresAt,
      @Nullable Instant reviewAt,
      @Nullable String initiative,
      @Nullable Said about,
      @Nullable String round,
      @Nullable FreeText motivation) {}

  /**
   * A step of the chain.
   *
   * @param version position of the fact that gave the mandate its terms
   */
  public record Step(String mandate, long version, Said holder, Said through) {}

  /** Somebody who did not agree. */
  public record Dissent(Said person, @Nullable FreeText text) {}

  @GetMapping("/decisions/{decision}")
  String decision(
      @PathVariable DecisionId decision,
      AsOf asOf,
      @Nullable Actor actor,
      HttpServletRequest request,
      Model model) {
    DecisionStanding standing =
        decisions.standing(asOf, decision).orElseThrow(() -> new NotFound("decision " + decision));
    Frame frame = frames.of(request, asOf, actor);
    Names.Spoken spoken = names.at(asOf, frame.lang());
    DecisionRow row = standing.decision().row();
    model.addAttribute("frame", frame);
    model.addAttribute("decision", shown(standing, spoken, frame));
    model.addAttribute(
        "chain",
        row.competence().path().stream()
            .map(step ->
                new Step(
                    step.mandate().value(),
                    step.version(),
                    spoken.of(step.holder()),
                    spoken.of(step.through())))
            .toList());
    model.addAttribute(
        "supersededBy", standing.supersededBy().stream().map(one -> one.by().value()).toList());
    model.addAttribute(
        "supersedes",
        decisions.supersedes(asOf.position(), decision).stream()
            .map(one -> one.decision().value())
            .toList());
    model.addAttribute("dissents", dissents(decision, asOf, spoken));
    model.addAttribute("actions", actions(row, frame));
    model.addAttribute("shared", frame.say(row.title()).text());
    return "decision";
  }

  private Shown shown(DecisionStanding standing, Names.Spoken spoken, Frame frame) {
    DecisionRow row = standing.decision().row();
    Party decidedFor = row.decidedFor();
    return new Shown(
        row.decision().value(),
        frame.say(row.title()),
        row.decidedBy() == null ? null : spoken.of(row.decidedBy()),
        decidedFor == null ? null : spoken.of(decidedFor),
        row.principal() == null ? null : spoken.of(row.principal()),
        row.act() == null ? null : spoken.of(row.act().power()),
        standing.state().name(),
        standing.state().name().equals("IN_FORCE"),
        row.competence().verdict().name(),
        row.competence().failed(),
        log.recordedAt(row.takenAt()).orElse(row.effectiveFrom()),
        row.takenAt(),
        row.effectiveFrom(),
        row.expiresAt(),
        row.reviewAt(),
        row.initiative() == null ? null : row.initiative().value(),
        row.initiative() == null ? null : spoken.of(row.initiative()),
        row.round() == null ? null : row.round().value(),
        motivation(row));
  }

  private @Nullable FreeText motivation(DecisionRow row) {
    return log.at(row.takenAt())
        .map(stored -> LedgerFacts.recorded(stored).fact())
        .map(fact -> fact instanceof DecisionTaken taken ? taken.motivation() : null)
        .orElse(null);
  }

  private List<Dissent> dissents(DecisionId decision, AsOf asOf, Names.Spoken spoken) {
    return decisions.dissents(asOf, decision).stream()
        .map(row -> new Dissent(spoken.of(row.person()), words(row.position())))
        .toList();
  }

  private @Nullable FreeText words(long position) {
    return log.at(position)
        .map(stored -> LedgerFacts.recorded(stored).fact())
        .map(fact -> fact instanceof DissentRecorded dissent ? dissent.text() : null)
        .orElse(null);
  }

  private static List<Actions.Action> actions(DecisionRow row, Frame frame) {
    return Actions.about(
        frame,
        "/decisions/" + row.decision(),
        "reviews",
        "supersessions",
        "repeals",
        "ratifications",
        "dissents",
        "signatures");
  }
}
