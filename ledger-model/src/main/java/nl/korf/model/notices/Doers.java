package nl.korf.model.notices;

import nl.korf.model.PersonId;
import nl.korf.model.facts.BodyEvent;
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
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.GroupEvent;
import nl.korf.model.facts.InitiativeEvent;
import nl.korf.model.facts.LedgerEvent;
import nl.korf.model.facts.MandateEvent;
import nl.korf.model.facts.MandateEvent.MandateAccepted;
import nl.korf.model.facts.MandateEvent.MandateDeclined;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.facts.MandateEvent.MandateNarrowed;
import nl.korf.model.facts.MandateEvent.MandatePublished;
import nl.korf.model.facts.MandateEvent.MandateRevoked;
import nl.korf.model.facts.MandateEvent.MandateSuspended;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.facts.MandateEvent.SuspensionLifted;
import nl.korf.model.facts.PeopleEvent;
import nl.korf.model.facts.PowerEvent;
import nl.korf.model.facts.ProgrammeEvent;
import nl.korf.model.facts.RoleEvent;
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
import org.jspecify.annotations.Nullable;

/** Whose act a fact says it was, where it says so itself. */
final class Doers {

  private static final String PERSON = "person:";

  private Doers() {}

  /** The person in the name of an actor; null for a registrar and for the ledger itself. */
  static @Nullable PersonId actor(String actor) {
    return actor.startsWith(PERSON) ? new PersonId(actor.substring(PERSON.length())) : null;
  }

  static @Nullable PersonId of(Fact fact) {
    return switch (fact) {
      case LedgerEvent _,
          PeopleEvent _,
          BodyEvent _,
          RoleEvent _,
          GroupEvent _,
          PowerEvent _,
          InitiativeEvent _,
          RuleEvent _,
          ProgrammeEvent _ ->
          null;
      case MandateEvent event -> of(event);
      case DecisionEvent event -> of(event);
      case RoundEvent event -> of(event);
      case DirectiveEvent event -> of(event);
    };
  }

  private static @Nullable PersonId of(MandateEvent event) {
    return switch (event) {
      case MandateAccepted accepted -> accepted.by();
      case MandateDeclined declined -> declined.by();
      case MandateGranted _,
          SubMandateGranted _,
          MandateNarrowed _,
          MandateSuspended _,
          SuspensionLifted _,
          MandateRevoked _,
          MandatePublished _ ->
          null;
    };
  }

  private static @Nullable PersonId of(DecisionEvent event) {
    return switch (event) {
      case DecisionTaken taken -> taken.decidedBy();
      case DecisionRepealed repealed -> repealed.by();
      case DecisionReviewed reviewed -> reviewed.by();
      case DecisionRatified ratified -> ratified.by();
      case DissentRecorded dissent -> dissent.person();
      case DecisionSigned signed -> signed.by();
      case DecisionSuperseded _ -> null;
    };
  }

  private static @Nullable PersonId of(RoundEvent event) {
    return switch (event) {
      case BallotCast ballot -> ballot.person();
      case CastingVoteCast vote -> vote.person();
      case AdviceGiven advice -> advice.person();
      case AgreementGiven agreement -> agreement.person();
      case VetoCast veto -> veto.person();
      case InterestDeclared interest -> interest.person();
      case ObjectionRaised raised -> raised.person();
      case ObjectionSustained sustained -> sustained.by();
      case ObjectionDismissed dismissed -> dismissed.by();
      case ObjectionIntegrated integrated -> integrated.by();
      case ObjectionWithdrawn withdrawn -> withdrawn.by();
      case RoundWithdrawn withdrawn -> withdrawn.by();
      case RoundOpened _, RoundExtended _, RoundRestarted _, OutcomeComputed _ -> null;
    };
  }

  private static PersonId of(DirectiveEvent event) {
    return switch (event) {
      case DirectiveIssued issued -> issued.by();
      case DirectiveExtended extended -> extended.by();
      case DirectiveAnswered answered -> answered.person();
      case DirectiveLifted lifted -> lifted.by();
    };
  }
}
