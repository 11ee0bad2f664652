package nl.korf.service.imports;

import java.util.Set;
import java.util.stream.Collectors;
import nl.korf.model.facts.BodyEvent.BodyDissolved;
import nl.korf.model.facts.BodyEvent.BodyRegistered;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.FactTypes;
import nl.korf.model.facts.GroupEvent.GroupArchived;
import nl.korf.model.facts.GroupEvent.GroupDissolved;
import nl.korf.model.facts.GroupEvent.GroupFormed;
import nl.korf.model.facts.GroupEvent.GroupMoved;
import nl.korf.model.facts.GroupEvent.GroupReclassified;
import nl.korf.model.facts.GroupEvent.GroupRestored;
import nl.korf.model.facts.GroupEvent.MemberJoined;
import nl.korf.model.facts.GroupEvent.MemberLeft;
import nl.korf.model.facts.InitiativeEvent.GroupJoinedInitiative;
import nl.korf.model.facts.InitiativeEvent.GroupLeftInitiative;
import nl.korf.model.facts.InitiativeEvent.InitiativeLinked;
import nl.korf.model.facts.InitiativeEvent.InitiativeProposed;
import nl.korf.model.facts.InitiativeEvent.InitiativeRestored;
import nl.korf.model.facts.InitiativeEvent.InitiativeRevised;
import nl.korf.model.facts.InitiativeEvent.InitiativeTransferred;
import nl.korf.model.facts.InitiativeEvent.InitiativeUnlinked;
import nl.korf.model.facts.InitiativeEvent.InitiativeWithdrawn;
import nl.korf.model.facts.InitiativeEvent.MilestoneSet;
import nl.korf.model.facts.InitiativeEvent.PersonInvolved;
import nl.korf.model.facts.InitiativeEvent.PersonReleased;
import nl.korf.model.facts.InitiativeEvent.StageChanged;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.facts.MandateEvent.MandateNarrowed;
import nl.korf.model.facts.MandateEvent.MandateRevoked;
import nl.korf.model.facts.MandateEvent.MandateSuspended;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.facts.MandateEvent.SuspensionLifted;
import nl.korf.model.facts.PeopleEvent.PersonRegistered;
import nl.korf.model.facts.PowerEvent.AttributionEnded;
import nl.korf.model.facts.PowerEvent.PowerAttributed;
import nl.korf.model.facts.PowerEvent.PowerRegistered;
import nl.korf.model.facts.RoleEvent.RoleAbolished;
import nl.korf.model.facts.RoleEvent.RoleAssigned;
import nl.korf.model.facts.RoleEvent.RoleEnded;
import nl.korf.model.facts.RoleEvent.RoleRegistered;

/**
 * What history from elsewhere can tell: the facts a folder of tables leads to. Everything else (the
 * founding, a ballot, a signature, a directive) is an act of this ledger and only its own verb
 * records it.
 */
final class Importable {

  private static final Set<Class<? extends Fact>> FACTS =
      Set.of(
          BodyDissolved.class,
          BodyRegistered.class,
          DecisionTaken.class,
          GroupArchived.class,
          GroupDissolved.class,
          GroupFormed.class,
          GroupMoved.class,
          GroupReclassified.class,
          GroupRestored.class,
          MemberJoined.class,
          MemberLeft.class,
          GroupJoinedInitiative.class,
          GroupLeftInitiative.class,
          InitiativeLinked.class,
          InitiativeProposed.class,
          InitiativeRestored.class,
          InitiativeRevised.class,
          InitiativeTransferred.class,
          InitiativeUnlinked.class,
          InitiativeWithdrawn.class,
          MilestoneSet.class,
          PersonInvolved.class,
          PersonReleased.class,
          StageChanged.class,
          MandateGranted.class,
          MandateNarrowed.class,
          MandateRevoked.class,
          MandateSuspended.class,
          SubMandateGranted.class,
          SuspensionLifted.class,
          PersonRegistered.class,
          AttributionEnded.class,
          PowerAttributed.class,
          PowerRegistered.class,
          RoleAbolished.class,
          RoleAssigned.class,
          RoleEnded.class,
          RoleRegistered.class);

  /** Their stored names, in order, as a refusal lists them. */
  static final String NAMES =
      FACTS.stream().map(Importable::nameOf).sorted().collect(Collectors.joining(", "));

  private Importable() {}

  static boolean is(Fact fact) {
    return FACTS.contains(fact.getClass());
  }

  private static String nameOf(Class<? extends Fact> type) {
    return FactTypes.namesIn(type).iterator().next();
  }
}
