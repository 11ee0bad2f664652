package nl.korf.service.entities;

import java.util.Set;
import nl.korf.model.BodyId;
import nl.korf.model.GroupId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.RoleId;
import nl.korf.model.view.Row.AppointmentRow;
import nl.korf.model.view.Row.MembershipRow;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Boundary;
import org.jspecify.annotations.Nullable;

/**
 * Whom the actor of a command may act for, now, as sourced in its boundary. The table of who may do
 * what is in {@code docs/ARCHITECTURE.md}.
 */
public final class Standing {

  /** Capacities in which a member leads a group. */
  public static final Set<String> LEADING =
      Set.of("lead", "leads", "chair", "owner", "voorzitter", "trekker", "leider");

  private final Entities entities;

  private Standing(Entities entities) {
    this.entities = entities;
  }

  public static Standing in(Entities entities) {
    return new Standing(entities);
  }

  /** Whether the actor keeps the register: records what others decided or did. */
  public boolean registrar() {
    return actor().may(Actor.Right.REGISTER);
  }

  /**
   * The person who acts: whoever asks, or the one named, where a registrar records what another
   * did. Null, with a reason, where it is neither.
   */
  public @Nullable PersonId acting(@Nullable PersonId by, Reasons reasons) {
    PersonId asking = actor().person();
    PersonId acting = by == null ? asking : by;
    if (acting == null) {
      reasons.add(Refusal.VALUE_MISSING, "field", "by");
      return null;
    }
    reasons.when(
        !acting.equals(asking) && !registrar(),
        Refusal.ACTS_AS_ANOTHER,
        "actor",
        actor(),
        "person",
        acting);
    reasons.need(entities.person(acting), acting);
    return acting;
  }

  public boolean is(PersonId person) {
    return actor().boundPerson().filter(person::equals).isPresent();
  }

  public boolean memberOf(GroupId group) {
    return actor().boundPerson().stream()
        .anyMatch(person -> !entities.membershipsOf(person, group).isEmpty());
  }

  public boolean leads(GroupId group) {
    return actor().boundPerson().filter(person -> leads(person, group)).isPresent();
  }

  private boolean leads(PersonId person, GroupId group) {
    return entities.membershipsOf(person, group).stream()
        .map(MembershipRow::capacity)
        .anyMatch(LEADING::contains);
  }

  /** Leads the group, or the one it is nested in. */
  public boolean leadsOrLeadsParent(GroupId group) {
    return leads(group)
        || entities.group(group).map(row -> row.parent()).filter(this::leads).isPresent();
  }

  /**
   * Whether the actor acts for the party: is the person, holds the role, leads the group, or holds
   * a role that embodies the body (a minister).
   */
  public boolean actsFor(Party party) {
    return actor().boundPerson().filter(person -> actsFor(person, party)).isPresent();
  }

  /** As {@link #actsFor(Party)}, for a person whose act a registrar may be recording. */
  public boolean actsFor(PersonId person, Party party) {
    return switch (party.kind()) {
      case PERSON -> person.value().equals(party.id());
      case GROUP -> leads(person, new GroupId(party.id()));
      case ROLE -> holds(person, new RoleId(party.id()));
      case BODY -> embodies(person, new BodyId(party.id()));
    };
  }

  private boolean holds(PersonId person, RoleId role) {
    return entities.rolesOf(person).stream().map(AppointmentRow::role).anyMatch(role::equals);
  }

  private boolean embodies(PersonId person, BodyId body) {
    return entities.rolesOf(person).stream()
        .flatMap(appointment -> entities.role(appointment.role()).stream())
        .anyMatch(role -> body.equals(role.embodies()));
  }

  private Actor actor() {
    Boundary boundary = entities.boundary();
    return boundary.actor();
  }
}
