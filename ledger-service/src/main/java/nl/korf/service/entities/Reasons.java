package nl.korf.service.entities;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.DirectiveId;
import nl.korf.model.GroupId;
import nl.korf.model.Identifier;
import nl.korf.model.InitiativeId;
import nl.korf.model.MandateId;
import nl.korf.model.ObjectionId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.ProgrammeId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.model.Refused.Reason;
import nl.korf.model.RoleId;
import nl.korf.model.RoundId;
import nl.korf.model.RuleId;
import nl.korf.model.facts.GroupEvent.GroupState;
import nl.korf.model.view.Row;
import nl.korf.model.view.Row.BodyRow;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.model.view.Row.RoleRow;
import nl.korf.service.entities.Entities.Origin;
import org.jspecify.annotations.Nullable;

/** All that is wrong with a command, said at once. Belongs to one decide. */
public final class Reasons {

  private final List<Reason> reasons = new ArrayList<>();

  /**
   * One more reason.
   *
   * @param namesAndValues what the message tells: name, value, name, value …
   */
  public Reasons add(Refusal refusal, Object... namesAndValues) {
    String[] written = new String[namesAndValues.length];
    for (int i = 0; i < written.length; i++) {
      written[i] = namesAndValues[i].toString();
    }
    reasons.add(Reason.of(refusal, written));
    return this;
  }

  public Reasons addAll(Collection<Reason> others) {
    reasons.addAll(others);
    return this;
  }

  public Reasons when(boolean wrong, Refusal refusal, Object... namesAndValues) {
    return wrong ? add(refusal, namesAndValues) : this;
  }

  /** Adds that the actor does not keep the register. */
  public Reasons registrar(Entities entities) {
    return when(
        !Standing.in(entities).registrar(),
        Refusal.NOT_REGISTRAR,
        "actor",
        entities.boundary().actor());
  }

  /** Adds that a thing the command refers to does not exist now. */
  public <T> Optional<T> need(Optional<T> found, Identifier id) {
    when(found.isEmpty(), unknown(id), kind(id), id);
    return found;
  }

  /** Adds that a body does not exist, or no longer. */
  public Optional<BodyRow> body(Entities entities, BodyId id) {
    Optional<BodyRow> found = need(entities.body(id), id);
    return found.filter(
        body -> !body.dissolved() || !ended(entities, body, Refusal.BODY_DISSOLVED, "body", id));
  }

  /** Adds that a role does not exist, or no longer. */
  public Optional<RoleRow> role(Entities entities, RoleId id) {
    Optional<RoleRow> found = need(entities.role(id), id);
    return found.filter(
        role -> !role.abolished() || !ended(entities, role, Refusal.ROLE_ABOLISHED, "role", id));
  }

  /** Adds that a group does not exist, or is not at work. */
  public Optional<GroupRow> activeGroup(Entities entities, GroupId id) {
    return need(entities.group(id), id).filter(group -> active(entities, group));
  }

  /** Adds that a party does not exist, or no longer. */
  public void party(Entities entities, Party party) {
    switch (party.kind()) {
      case PERSON -> {
        PersonId person = new PersonId(party.id());
        need(entities.person(person), person);
      }
      case ROLE -> role(entities, new RoleId(party.id()));
      case GROUP -> activeGroup(entities, new GroupId(party.id()));
      case BODY -> body(entities, new BodyId(party.id()));
    }
  }

  /** Adds that a group is not at work. */
  public boolean active(Entities entities, GroupRow group) {
    return group.state() == GroupState.ACTIVE
        || !ended(
            entities,
            group,
            Refusal.GROUP_NOT_ACTIVE,
            "group",
            group.group(),
            "state",
            word(group.state()));
  }

  /** Adds that the row says so, with the fact and the time since which it does. */
  public boolean ended(Entities entities, Row row, Refusal refusal, Object... namesAndValues) {
    Origin origin = entities.origin(row);
    List<Object> values = new ArrayList<>(Arrays.asList(namesAndValues));
    values.addAll(List.of("position", origin.position(), "since", origin.since()));
    add(refusal, values.toArray());
    return true;
  }

  /** A constant as a word in a sentence and in JSON. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Adds that the actor neither keeps the register nor leads the group or its parent. */
  public Reasons lead(Entities entities, @Nullable GroupId group) {
    Standing standing = Standing.in(entities);
    boolean may = standing.registrar() || (group != null && standing.leadsOrLeadsParent(group));
    return when(
        !may,
        Refusal.NOT_GROUP_LEAD,
        "actor",
        entities.boundary().actor(),
        "group",
        group == null ? "-" : group);
  }

  /** Adds that the actor neither keeps the register nor is a member of the owner group. */
  public Reasons owner(Entities entities, GroupId owner, InitiativeId initiative) {
    Standing standing = Standing.in(entities);
    return when(
        !standing.registrar() && !standing.memberOf(owner),
        Refusal.NOT_IN_OWNER_GROUP,
        "person",
        entities.boundary().actor(),
        "group",
        owner,
        "initiative",
        initiative);
  }

  /** Adds that an identifier was given out before. */
  public Reasons free(Entities entities, Identifier id) {
    entities.taken(id).ifPresent(position -> add(taken(id), kind(id), id, "position", position));
    return this;
  }

  /** What the command is about; without it nothing else can be judged. */
  public static <T> T subject(Optional<T> found, Identifier id) {
    return found.orElseThrow(() -> new Refused(unknown(id), kind(id), id.value()));
  }

  /** Adds that what is asked for is so already. */
  public Reasons same(boolean same, Identifier id, Object state) {
    return when(same, Refusal.ALREADY_SO, "entity", kind(id) + " " + id, "state", state);
  }

  /** The refusal with all reasons so far; there is at least one. */
  public Refused refusal() {
    return new Refused(reasons);
  }

  /** Refuses when there is any reason. */
  public void refuseIfAny() {
    Refused.unlessEmpty(reasons);
  }

  private static String kind(Identifier id) {
    return switch (id) {
      case PersonId _ -> "person";
      case BodyId _ -> "body";
      case RoleId _ -> "role";
      case GroupId _ -> "group";
      case PowerId _ -> "power";
      case MandateId _ -> "mandate";
      case InitiativeId _ -> "initiative";
      case DecisionId _ -> "decision";
      case RoundId _ -> "round";
      case RuleId _ -> "rule";
      case ObjectionId _ -> "objection";
      case DirectiveId _ -> "directive";
      case ProgrammeId _ -> "programme";
    };
  }

  private static Refusal unknown(Identifier id) {
    return switch (id) {
      case PersonId _ -> Refusal.PERSON_UNKNOWN;
      case BodyId _ -> Refusal.BODY_UNKNOWN;
      case RoleId _ -> Refusal.ROLE_UNKNOWN;
      case GroupId _ -> Refusal.GROUP_UNKNOWN;
      case PowerId _ -> Refusal.POWER_UNKNOWN;
      case MandateId _ -> Refusal.MANDATE_UNKNOWN;
      case InitiativeId _ -> Refusal.INITIATIVE_UNKNOWN;
      case DecisionId _ -> Refusal.DECISION_UNKNOWN;
      case RoundId _ -> Refusal.ROUND_UNKNOWN;
      case RuleId _ -> Refusal.RULE_UNKNOWN;
      case ObjectionId _ -> Refusal.OBJECTION_UNKNOWN;
      case DirectiveId _ -> Refusal.DIRECTIVE_UNKNOWN;
      case ProgrammeId _ -> Refusal.PROGRAMME_UNKNOWN;
    };
  }

  private static Refusal taken(Identifier id) {
    return switch (id) {
      case PersonId _ -> Refusal.PERSON_ID_TAKEN;
      case BodyId _ -> Refusal.BODY_ID_TAKEN;
      case RoleId _ -> Refusal.ROLE_ID_TAKEN;
      case GroupId _ -> Refusal.GROUP_ID_TAKEN;
      case PowerId _ -> Refusal.POWER_ID_TAKEN;
      case MandateId _ -> Refusal.MANDATE_ID_TAKEN;
      case InitiativeId _ -> Refusal.INITIATIVE_ID_TAKEN;
      case DecisionId _ -> Refusal.DECISION_ID_TAKEN;
      case RoundId _ -> Refusal.ROUND_ID_TAKEN;
      case RuleId _ -> Refusal.RULE_ID_TAKEN;
      case ObjectionId _ -> Refusal.OBJECTION_ID_TAKEN;
      case DirectiveId _ -> Refusal.DIRECTIVE_ID_TAKEN;
      case ProgrammeId _ -> Refusal.PROGRAMME_ID_TAKEN;
    };
  }
}
