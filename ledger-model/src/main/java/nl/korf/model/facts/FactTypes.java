package nl.korf.model.facts;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.korf.model.facts.BodyEvent.BodyDissolved;
import nl.korf.model.facts.BodyEvent.BodyRegistered;
import nl.korf.model.facts.BodyEvent.BodyRenamed;
import nl.korf.model.facts.DecisionEvent.DecisionRatified;
import nl.korf.model.facts.DecisionEvent.DecisionRepealed;
import nl.korf.model.facts.DecisionEvent.DecisionReviewed;
import nl.korf.model.facts.DecisionEvent.DecisionSigned;
import nl.korf.model.facts.DecisionEvent.DecisionSuperseded;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.DecisionEvent.DissentRecorded;
import nl.korf.model.facts.DirectiveEvent.DirectiveAnswered;
import nl.korf.model.facts.DirectiveEvent.DirectiveExtended;
import nl.korf.model.facts.DirectiveEvent.DirectiveIssued;
import nl.korf.model.facts.DirectiveEvent.DirectiveLifted;
import nl.korf.model.facts.GroupEvent.GroupArchived;
import nl.korf.model.facts.GroupEvent.GroupDissolved;
import nl.korf.model.facts.GroupEvent.GroupFormed;
import nl.korf.model.facts.GroupEvent.GroupMoved;
import nl.korf.model.facts.GroupEvent.GroupReclassified;
import nl.korf.model.facts.GroupEvent.GroupRenamed;
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
import nl.korf.model.facts.LedgerEvent.LedgerFounded;
import nl.korf.model.facts.LedgerEvent.PersonalDataErased;
import nl.korf.model.facts.MandateEvent.MandateAccepted;
import nl.korf.model.facts.MandateEvent.MandateDeclined;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.facts.MandateEvent.MandateNarrowed;
import nl.korf.model.facts.MandateEvent.MandatePublished;
import nl.korf.model.facts.MandateEvent.MandateRevoked;
import nl.korf.model.facts.MandateEvent.MandateSuspended;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.facts.MandateEvent.SuspensionLifted;
import nl.korf.model.facts.PeopleEvent.PersonRegistered;
import nl.korf.model.facts.PowerEvent.AttributionEnded;
import nl.korf.model.facts.PowerEvent.PowerAttributed;
import nl.korf.model.facts.PowerEvent.PowerRegistered;
import nl.korf.model.facts.ProgrammeEvent.InitiativeExcluded;
import nl.korf.model.facts.ProgrammeEvent.InitiativeIncluded;
import nl.korf.model.facts.ProgrammeEvent.ProgrammeClosed;
import nl.korf.model.facts.ProgrammeEvent.ProgrammeEstablished;
import nl.korf.model.facts.RoleEvent.RoleAbolished;
import nl.korf.model.facts.RoleEvent.RoleAssigned;
import nl.korf.model.facts.RoleEvent.RoleEnded;
import nl.korf.model.facts.RoleEvent.RoleRegistered;
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
import nl.korf.model.facts.RuleEvent.RuleDefined;
import nl.korf.model.facts.RuleEvent.RuleRetired;

/**
 * The stored name and version of every fact, and the record it is read into. A stored name never
 * changes, whatever becomes of the record.
 */
public final class FactTypes {

  /** The first version of every fact; a changed form gets the next one and an upgrade. */
  static final int FIRST_VERSION = 1;

  /** Facts whose form changed: the version they are written in now, see {@link FactUpgrades}. */
  private static final Map<Class<? extends Fact>, Integer> CHANGED =
      Map.of(
          DecisionTaken.class, 2,
          DecisionSuperseded.class, 2,
          DecisionRepealed.class, 2,
          MandateGranted.class, 2,
          SubMandateGranted.class, 2,
          MandateRevoked.class, 2);

  private static final Map<String, Class<? extends Fact>> RECORDS =
      Map.ofEntries(
          entry("LedgerFounded", LedgerFounded.class),
          entry("PersonalDataErased", PersonalDataErased.class),
          entry("PersonRegistered", PersonRegistered.class),
          entry("BodyRegistered", BodyRegistered.class),
          entry("BodyRenamed", BodyRenamed.class),
          entry("BodyDissolved", BodyDissolved.class),
          entry("RoleRegistered", RoleRegistered.class),
          entry("RoleAbolished", RoleAbolished.class),
          entry("RoleAssigned", RoleAssigned.class),
          entry("RoleEnded", RoleEnded.class),
          entry("GroupFormed", GroupFormed.class),
          entry("GroupRenamed", GroupRenamed.class),
          entry("GroupMoved", GroupMoved.class),
          entry("GroupReclassified", GroupReclassified.class),
          entry("GroupArchived", GroupArchived.class),
          entry("GroupRestored", GroupRestored.class),
          entry("GroupDissolved", GroupDissolved.class),
          entry("MemberJoined", MemberJoined.class),
          entry("MemberLeft", MemberLeft.class),
          entry("PowerRegistered", PowerRegistered.class),
          entry("PowerAttributed", PowerAttributed.class),
          entry("AttributionEnded", AttributionEnded.class),
          entry("MandateGranted", MandateGranted.class),
          entry("SubMandateGranted", SubMandateGranted.class),
          entry("MandateNarrowed", MandateNarrowed.class),
          entry("MandateSuspended", MandateSuspended.class),
          entry("SuspensionLifted", SuspensionLifted.class),
          entry("MandateRevoked", MandateRevoked.class),
          entry("MandateAccepted", MandateAccepted.class),
          entry("MandateDeclined", MandateDeclined.class),
          entry("MandatePublished", MandatePublished.class),
          entry("InitiativeProposed", InitiativeProposed.class),
          entry("InitiativeRevised", InitiativeRevised.class),
          entry("InitiativeTransferred", InitiativeTransferred.class),
          entry("GroupJoinedInitiative", GroupJoinedInitiative.class),
          entry("GroupLeftInitiative", GroupLeftInitiative.class),
          entry("PersonInvolved", PersonInvolved.class),
          entry("PersonReleased", PersonReleased.class),
          entry("MilestoneSet", MilestoneSet.class),
          entry("InitiativeLinked", InitiativeLinked.class),
          entry("InitiativeUnlinked", InitiativeUnlinked.class),
          entry("StageChanged", StageChanged.class),
          entry("InitiativeWithdrawn", InitiativeWithdrawn.class),
          entry("InitiativeRestored", InitiativeRestored.class),
          entry("DecisionTaken", DecisionTaken.class),
          entry("DecisionSuperseded", DecisionSuperseded.class),
          entry("DecisionRepealed", DecisionRepealed.class),
          entry("DecisionReviewed", DecisionReviewed.class),
          entry("DecisionRatified", DecisionRatified.class),
          entry("DissentRecorded", DissentRecorded.class),
          entry("DecisionSigned", DecisionSigned.class),
          entry("RuleDefined", RuleDefined.class),
          entry("RuleRetired", RuleRetired.class),
          entry("RoundOpened", RoundOpened.class),
          entry("BallotCast", BallotCast.class),
          entry("CastingVoteCast", CastingVoteCast.class),
          entry("AdviceGiven", AdviceGiven.class),
          entry("AgreementGiven", AgreementGiven.class),
          entry("VetoCast", VetoCast.class),
          entry("InterestDeclared", InterestDeclared.class),
          entry("ObjectionRaised", ObjectionRaised.class),
          entry("ObjectionSustained", ObjectionSustained.class),
          entry("ObjectionDismissed", ObjectionDismissed.class),
          entry("ObjectionIntegrated", ObjectionIntegrated.class),
          entry("ObjectionWithdrawn", ObjectionWithdrawn.class),
          entry("RoundExtended", RoundExtended.class),
          entry("RoundRestarted", RoundRestarted.class),
          entry("RoundWithdrawn", RoundWithdrawn.class),
          entry("OutcomeComputed", OutcomeComputed.class),
          entry("DirectiveIssued", DirectiveIssued.class),
          entry("DirectiveExtended", DirectiveExtended.class),
          entry("DirectiveAnswered", DirectiveAnswered.class),
          entry("DirectiveLifted", DirectiveLifted.class),
          entry("ProgrammeEstablished", ProgrammeEstablished.class),
          entry("InitiativeIncluded", InitiativeIncluded.class),
          entry("InitiativeExcluded", InitiativeExcluded.class),
          entry("ProgrammeClosed", ProgrammeClosed.class));

  private static final Map<Class<? extends Fact>, String> NAMES =
      RECORDS.keySet().stream().collect(Collectors.toMap(RECORDS::get, Function.identity()));

  private FactTypes() {}

  /** All stored names. */
  public static Set<String> names() {
    return RECORDS.keySet();
  }

  /** The stored names of one family of facts. */
  public static Set<String> namesIn(Class<? extends Fact> family) {
    return NAMES.entrySet().stream()
        .filter(entry -> family.isAssignableFrom(entry.getKey()))
        .map(Map.Entry::getValue)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The stored name of a fact. */
  public static String nameOf(Fact fact) {
    return nameOf(fact.getClass());
  }

  /**
   * The stored name of a sort of fact.
   *
   * @throws IllegalArgumentException when it was never given one
   */
  public static String nameOf(Class<? extends Fact> record) {
    String name = NAMES.get(record);
    if (name == null) {
      throw new IllegalArgumentException(record.getName() + " has no stored name");
    }
    return name;
  }

  /**
   * The version in which a sort of fact is written now.
   *
   * @throws IllegalArgumentException when the name is not known
   */
  public static String version(String name) {
    return String.valueOf(current(recordOf(name)));
  }

  /**
   * The record a stored fact is read into, whichever of its versions it was stored in.
   *
   * @throws IllegalArgumentException when name or version is not known
   */
  public static Class<? extends Fact> recordOf(String name, String version) {
    Class<? extends Fact> record = RECORDS.get(name);
    if (record == null || !versions(record).contains(version)) {
      throw new IllegalArgumentException(
          "no fact is stored as %s version %s".formatted(name, version));
    }
    return record;
  }

  /**
   * The record of a sort of fact.
   *
   * @throws IllegalArgumentException when the name is not known
   */
  public static Class<? extends Fact> recordOf(String name) {
    return recordOf(name, String.valueOf(FIRST_VERSION));
  }

  /** Every version a fact may be stored in, the first one first. */
  static List<String> versions(Class<? extends Fact> record) {
    return IntStream.rangeClosed(FIRST_VERSION, current(record)).mapToObj(String::valueOf).toList();
  }

  private static int current(Class<? extends Fact> record) {
    return CHANGED.getOrDefault(record, FIRST_VERSION);
  }
}
