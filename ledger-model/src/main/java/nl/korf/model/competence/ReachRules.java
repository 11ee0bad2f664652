package nl.korf.model.competence;

import static nl.korf.model.competence.Outcome.HOLDS;

import java.util.List;
import java.util.Optional;
import nl.korf.model.DecisionId;
import nl.korf.model.authority.Act;
import nl.korf.model.competence.Outcome.Fails;
import nl.korf.model.competence.Outcome.Unclear;
import nl.korf.model.facts.PowerEvent.PowerFlag;
import nl.korf.model.knowledge.Taxonomy;
import nl.korf.model.mandates.Axis;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.PowerRow;

/** Whether the act lies where every link of the chain reaches (M4), and may pass at all (M10). */
final class ReachRules {

  private ReachRules() {}

  static Outcome powerCovered(Path path, Question question) {
    Act act = question.act();
    for (MandateRow link : path.links()) {
      if (!Taxonomy.within(act.power(), link.terms().power(), question.knowledge())) {
        return new Fails(
            Values.of(link, "power", act.power(), "mandatePower", link.terms().power()));
      }
    }
    return HOLDS;
  }

  static Outcome kindCovered(Path path, Question question) {
    for (MandateRow link : path.links()) {
      if (!link.terms().covers(question.act().kind())) {
        return new Fails(Values.of(link, "kind", question.act().kind()));
      }
    }
    return HOLDS;
  }

  /** A flag on the power, or on one above it, keeps it with the body itself (M3, M10). */
  static Outcome powerMayPass(Path path, Question question) {
    for (PowerRow row : question.powers()) {
      for (var flagged : row.flags()) {
        if (flagged.flag().neverPasses()) {
          return new Fails(
              Values.of(
                  "mandate", path.used(),
                  "flaggedPower", row.power(),
                  "flag", flagged.flag(),
                  "article", flagged.flag().article(),
                  "basis",
                      flagged.basis() == null
                          ? flagged.flag().article()
                          : flagged.basis().written(),
                  "principal", path.chain().root().terms().principal()));
        }
      }
    }
    return HOLDS;
  }

  /** Who took the decision under mandate does not decide on the objection (Awb 10:3(3)). */
  static Outcome notOwnDecision(Path path, Question question) {
    Optional<PowerRow> flagged = question.flagged(PowerFlag.OBJECTION);
    if (flagged.isEmpty()) {
      return HOLDS;
    }
    List<DecisionId> objected = question.act().linkedTo();
    if (objected.isEmpty()) {
      return new Unclear("the decision objected to (linkedTo)", Values.of("mandate", path.used()));
    }
    for (DecisionId decision : objected) {
      var decidedBy = question.knowledge().decision(decision).map(DecisionRow::decidedBy);
      if (decidedBy.isEmpty()) {
        return new Unclear("who took decision " + decision, Values.of("mandate", path.used()));
      }
      if (question.by(decidedBy.get())) {
        return new Fails(
            Values.of("mandate", path.used(), "linked", decision, "person", question.actor()));
      }
    }
    return HOLDS;
  }

  /** Separation of duties (M16). Where the proposer is not known, see {@link ConditionRules}. */
  static Outcome notOwnProposal(Path path, Question question) {
    Optional<PowerRow> flagged = question.flagged(PowerFlag.SEPARATE_PROPOSER);
    if (flagged.isEmpty() || !question.by(question.proposer())) {
      return HOLDS;
    }
    return new Fails(
        Values.of(
            "mandate", path.used(),
            "person", question.actor(),
            "flaggedPower", flagged.get().power()));
  }

  /** On each axis a link names, the act says something the link names too. */
  static Outcome withinScope(Path path, Question question) {
    Outcome outcome = HOLDS;
    for (MandateRow link : path.links()) {
      for (Axis axis : Axis.values()) {
        List<String> reaches = axis.of(link.terms().scope());
        String asked = question.act().on(axis);
        if (reaches.isEmpty() || (asked != null && reaches.contains(asked))) {
          continue;
        }
        var values =
            Values.of(
                link, "axis", axis.word(), "asked", asked, "reaches", String.join(", ", reaches));
        if (asked != null) {
          return new Fails(values);
        }
        outcome = new Unclear("the " + axis.word() + " of the act", values);
      }
    }
    return outcome;
  }
}
