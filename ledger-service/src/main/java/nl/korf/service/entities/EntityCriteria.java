package nl.korf.service.entities;

import java.util.List;
import java.util.Set;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.DirectiveId;
import nl.korf.model.GroupId;
import nl.korf.model.Identifier;
import nl.korf.model.InitiativeId;
import nl.korf.model.MandateId;
import nl.korf.model.ObjectionId;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.ProgrammeId;
import nl.korf.model.RoleId;
import nl.korf.model.RoundId;
import nl.korf.model.RuleId;
import nl.korf.model.facts.BodyEvent;
import nl.korf.model.facts.DecisionEvent.DecisionTaken;
import nl.korf.model.facts.DirectiveEvent;
import nl.korf.model.facts.GroupEvent;
import nl.korf.model.facts.GroupEvent.MemberJoined;
import nl.korf.model.facts.GroupEvent.MemberLeft;
import nl.korf.model.facts.InitiativeEvent;
import nl.korf.model.facts.MandateEvent;
import nl.korf.model.facts.PeopleEvent.PersonRegistered;
import nl.korf.model.facts.PowerEvent;
import nl.korf.model.facts.ProgrammeEvent;
import nl.korf.model.facts.RoleEvent;
import nl.korf.model.facts.RoundEvent;
import nl.korf.model.facts.RuleEvent;
import nl.korf.service.kernel.Criteria;
import nl.korf.service.kernel.Criteria.Selection;

/** Which facts say what an entity is: those that change it, never those that only use it. */
final class EntityCriteria {

  private EntityCriteria() {}

  /** The fact that gave an identifier out. */
  static Criteria givenOut(Identifier id) {
    return switch (id) {
      case PersonId person -> person(person);
      case BodyId body -> Criteria.tagged("body", body, BodyEvent.BodyRegistered.class);
      case RoleId role -> Criteria.tagged("role", role, RoleEvent.RoleRegistered.class);
      case GroupId group -> Criteria.tagged("group", group, GroupEvent.GroupFormed.class);
      case PowerId power -> power(power);
      case MandateId mandate -> mandateGrants(mandate);
      case InitiativeId initiative ->
          Criteria.tagged("initiative", initiative, InitiativeEvent.InitiativeProposed.class);
      case DecisionId decision -> Criteria.tagged("decision", decision, DecisionTaken.class);
      case RoundId round -> Criteria.tagged("round", round, RoundEvent.RoundOpened.class);
      case RuleId rule -> Criteria.tagged("rule", rule, RuleEvent.RuleDefined.class);
      case ObjectionId objection ->
          Criteria.tagged("objection", objection, RoundEvent.ObjectionRaised.class);
      case DirectiveId directive ->
          Criteria.tagged("directive", directive, DirectiveEvent.DirectiveIssued.class);
      case ProgrammeId programme ->
          Criteria.tagged("programme", programme, ProgrammeEvent.ProgrammeEstablished.class);
    };
  }

  static Criteria person(PersonId id) {
    return Criteria.tagged("person", id, PersonRegistered.class);
  }

  static Criteria body(BodyId id) {
    return Criteria.tagged("body", id, BodyEvent.class);
  }

  static Criteria role(RoleId id) {
    return Criteria.tagged(
        "role", id, RoleEvent.RoleRegistered.class, RoleEvent.RoleAbolished.class);
  }

  static Criteria group(GroupId id) {
    return Criteria.tagged(
        "group",
        id,
        GroupEvent.GroupFormed.class,
        GroupEvent.GroupRenamed.class,
        GroupEvent.GroupMoved.class,
        GroupEvent.GroupReclassified.class,
        GroupEvent.GroupArchived.class,
        GroupEvent.GroupRestored.class,
        GroupEvent.GroupDissolved.class);
  }

  static Criteria power(PowerId id) {
    return Criteria.tagged("power", id, PowerEvent.PowerRegistered.class);
  }

  /** Facts that change a mandate; decisions only use it and carry another tag. */
  static Criteria mandate(MandateId id) {
    return Criteria.tagged("mandate", id, MandateEvent.class);
  }

  static Criteria mandateGrants(MandateId id) {
    return Criteria.tagged(
        "mandate", id, MandateEvent.MandateGranted.class, MandateEvent.SubMandateGranted.class);
  }

  static Criteria initiative(InitiativeId id) {
    return Criteria.tagged(
        "initiative",
        id,
        InitiativeEvent.InitiativeProposed.class,
        InitiativeEvent.InitiativeRevised.class,
        InitiativeEvent.InitiativeTransferred.class,
        InitiativeEvent.GroupJoinedInitiative.class,
        InitiativeEvent.GroupLeftInitiative.class,
        InitiativeEvent.MilestoneSet.class,
        InitiativeEvent.StageChanged.class,
        InitiativeEvent.InitiativeWithdrawn.class,
        InitiativeEvent.InitiativeRestored.class);
  }

  static Criteria appointmentsOf(PersonId person) {
    return Criteria.tagged(
        "person", person, RoleEvent.RoleAssigned.class, RoleEvent.RoleEnded.class);
  }

  static Criteria appointmentsTo(RoleId role) {
    return Criteria.tagged("role", role, RoleEvent.RoleAssigned.class, RoleEvent.RoleEnded.class);
  }

  static Criteria appointmentsTo(RoleId role, PersonId person) {
    return new Criteria(
        List.of(
            new Selection(
                Set.of("role=" + role, "person=" + person),
                Set.of(RoleEvent.RoleAssigned.class, RoleEvent.RoleEnded.class))));
  }

  static Criteria memberships(PersonId person, GroupId group) {
    return new Criteria(
        List.of(
            new Selection(
                Set.of("group=" + group, "person=" + person),
                Set.of(MemberJoined.class, MemberLeft.class))));
  }

  static Criteria attribution(PowerId power, BodyId body) {
    return new Criteria(
        List.of(
            new Selection(
                Set.of("power=" + power, "body=" + body),
                Set.of(PowerEvent.PowerAttributed.class, PowerEvent.AttributionEnded.class))));
  }

  static Criteria involvements(InitiativeId initiative, PersonId person) {
    return new Criteria(
        List.of(
            new Selection(
                Set.of("initiative=" + initiative, "person=" + person),
                Set.of(
                    InitiativeEvent.PersonInvolved.class, InitiativeEvent.PersonReleased.class))));
  }

  static Criteria links(InitiativeId initiative) {
    return Criteria.tagged(
        "initiative",
        initiative,
        InitiativeEvent.InitiativeLinked.class,
        InitiativeEvent.InitiativeUnlinked.class);
  }
}
