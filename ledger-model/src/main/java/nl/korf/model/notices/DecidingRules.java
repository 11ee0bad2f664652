package nl.korf.model.notices;

import nl.korf.model.DecisionId;
import nl.korf.model.DirectiveId;
import nl.korf.model.MandateId;
import nl.korf.model.RoundId;
import nl.korf.model.RuleId;
import nl.korf.model.facts.DecisionEvent;
import nl.korf.model.facts.DecisionEvent.DecisionRatified;
import nl.korf.model.facts.DecisionEvent.DecisionRepealed;
import nl.korf.model.facts.DecisionEvent.DecisionReviewed;
import nl.korf.model.facts.DecisionEvent.DecisionSigned;
import nl.korf.model.facts.DecisionEvent.DecisionSuperseded;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.DecisionEvent.DissentRecorded;
import nl.korf.model.facts.DirectiveEvent;
import nl.korf.model.facts.DirectiveEvent.DirectiveAnswered;
import nl.korf.model.facts.DirectiveEvent.DirectiveExtended;
import nl.korf.model.facts.DirectiveEvent.DirectiveIssued;
import nl.korf.model.facts.DirectiveEvent.DirectiveLifted;
import nl.korf.model.facts.RoundEvent;
import nl.korf.model.facts.RoundEvent.AdviceGiven;
import nl.korf.model.facts.RoundEvent.AgreementGiven;
import nl.korf.model.facts.RoundEvent.BallotCast;
import nl.korf.model.facts.RoundEvent.CastingVoteCast;
import nl.korf.model.facts.RoundEvent.InterestDeclared;
import nl.korf.model.facts.RoundEvent.ObjectionDismissed;
import nl.korf.model.facts.RoundEvent.ObjectionIntegrated;
import nl.korf.model.facts.RoundEvent.ObjectionRaised;
import nl.korf.model.facts.RoundEvent.ObjectionSustained;
import nl.korf.model.facts.RoundEvent.ObjectionWithdrawn;
import nl.korf.model.facts.RoundEvent.OutcomeComputed;
import nl.korf.model.facts.RoundEvent.RoundExtended;
import nl.korf.model.facts.RoundEvent.RoundOpened;
import nl.korf.model.facts.RoundEvent.RoundRestarted;
import nl.korf.model.facts.RoundEvent.RoundWithdrawn;
import nl.korf.model.facts.RoundEvent.VetoCast;
import nl.korf.model.facts.RuleEvent;
import nl.korf.model.facts.RuleEvent.RuleDefined;
import nl.korf.model.facts.RuleEvent.RuleRetired;
import nl.korf.model.notices.Reason.Kind;
import nl.korf.model.view.DirectiveRows.DirectiveRow;
import org.jspecify.annotations.Nullable;

/** Who is touched by rounds, what is said in them, decisions and directives. */
final class DecidingRules {

  private DecidingRules() {}

  static void affected(DecisionEvent event, Circles circles) {
    switch (event) {
      case DecisionTaken fact -> circles.decision(fact.decision());
      case DecisionSuperseded fact -> {
        circles.decision(fact.decision());
        circles.decision(fact.by());
      }
      case DecisionRepealed fact -> {
        circles.decision(fact.decision());
        fact.mandatesUsed().forEach(circles::used);
      }
      case DecisionReviewed fact -> circles.decision(fact.decision());
      case DecisionRatified fact -> {
        circles.decision(fact.decision());
        fact.mandatesUsed().forEach(circles::used);
      }
      case DissentRecorded fact -> circles.decision(fact.decision());
      case DecisionSigned fact -> signed(fact.decision(), fact.mandate(), circles);
    }
  }

  private static void signed(DecisionId decision, @Nullable MandateId mandate, Circles circles) {
    circles.decision(decision);
    if (mandate != null) {
      circles.chain(mandate);
    }
  }

  static void affected(RuleEvent event, Circles circles) {
    switch (event) {
      case RuleDefined fact -> circles.group(fact.group());
      case RuleRetired fact -> rule(fact.rule(), circles);
    }
  }

  private static void rule(RuleId rule, Circles circles) {
    circles.told().world().groupOfRule(rule).ifPresent(circles::group);
  }

  /** What opens, ends or changes a round reaches everybody around it; a ballot only who tests. */
  static void affected(RoundEvent event, Circles circles) {
    switch (event) {
      case RoundOpened fact -> circles.round(fact.round());
      case RoundExtended fact -> circles.round(fact.round());
      case RoundRestarted fact -> circles.round(fact.round());
      case RoundWithdrawn fact -> circles.round(fact.round());
      case OutcomeComputed fact -> circles.round(fact.round());
      case BallotCast fact -> circles.facilitator(fact.round());
      case CastingVoteCast fact -> circles.voices(fact.round());
      case AdviceGiven fact -> circles.voices(fact.round());
      case AgreementGiven fact -> circles.voices(fact.round());
      case VetoCast fact -> circles.voices(fact.round());
      case InterestDeclared fact -> circles.voices(fact.round());
      case ObjectionRaised fact -> objection(fact.round(), circles);
      case ObjectionSustained fact -> objection(fact.round(), circles);
      case ObjectionDismissed fact -> objection(fact.round(), circles);
      case ObjectionIntegrated fact -> objection(fact.round(), circles);
      case ObjectionWithdrawn fact -> objection(fact.round(), circles);
    }
  }

  private static void objection(RoundId round, Circles circles) {
    circles.voices(round);
    circles.told().people(Kind.OBJECTED, "round:" + round, circles.told().world().objectors(round));
  }

  static void affected(DirectiveEvent event, Circles circles) {
    switch (event) {
      case DirectiveIssued fact -> directive(fact.directive(), circles);
      case DirectiveExtended fact -> directive(fact.directive(), circles);
      case DirectiveAnswered fact -> directive(fact.directive(), circles);
      case DirectiveLifted fact -> directive(fact.directive(), circles);
    }
  }

  private static void directive(DirectiveId directive, Circles circles) {
    circles.told().world().directive(directive).ifPresent(row -> around(row, circles));
  }

  private static void around(DirectiveRow row, Circles circles) {
    circles.told().party(Kind.ISSUED, "directive:" + row.directive(), row.issuer());
    circles.body(row.principal());
    circles.group(row.group());
    circles.subject(row.target());
  }
}
