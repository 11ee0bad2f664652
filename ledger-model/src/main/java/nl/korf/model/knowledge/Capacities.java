package nl.korf.model.knowledge;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.korf.model.BodyId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.RoleId;
import nl.korf.model.view.Row.AppointmentRow;
import nl.korf.model.view.Row.RoleRow;
import org.jspecify.annotations.Nullable;

/**
 * As whom a person can act at an instant: as themselves, in each role they are appointed to and in
 * every wider role it is a case of, and as the body such an appointment embodies. Competence
 * follows the appointment (rule M13). Membership of a group gives no capacity: a group decides by a
 * round.
 *
 * @param actor whoever acts: a person, or a group that decided
 * @param through each capacity, with the party the actor has it by
 */
public record Capacities(Party actor, Map<Party, Party> through) {

  /** Longest chain of roles that are a case of another. */
  public static final int SPECIALISES_MAX = 16;

  public Capacities {
    through = Collections.unmodifiableMap(new LinkedHashMap<>(through));
  }

  public static Capacities of(PersonId person, Knowledge knowledge) {
    Map<Party, Party> through = new LinkedHashMap<>();
    through.put(Party.of(person), Party.of(person));
    Map<String, RoleId> appointments = new TreeMap<>();
    for (AppointmentRow appointment : knowledge.rolesOf(person)) {
      appointments.put(appointment.role().value(), appointment.role());
    }
    for (RoleId role : appointments.values()) {
      add(role, knowledge, through);
    }
    return new Capacities(Party.of(person), through);
  }

  /** As whom a party can act: a person in all their capacities, any other as itself. */
  public static Capacities of(Party actor, Knowledge knowledge) {
    return actor.kind() == Party.Kind.PERSON
        ? of(new PersonId(actor.id()), knowledge)
        : new Capacities(actor, Map.of(actor, actor));
  }

  private static void add(RoleId role, Knowledge knowledge, Map<Party, Party> through) {
    Optional<RoleRow> row = knowledge.role(role);
    if (row.isEmpty() || row.get().abolished()) {
      return;
    }
    for (RoleId wider : widening(role, knowledge)) {
      through.putIfAbsent(Party.of(wider), Party.of(role));
    }
    BodyId embodied = row.get().embodies();
    if (embodied != null) {
      through.putIfAbsent(Party.of(embodied), Party.of(role));
    }
  }

  /** The role and the wider roles it is a case of, narrowest first. */
  public static Set<RoleId> widening(RoleId role, Knowledge knowledge) {
    Set<RoleId> all = new LinkedHashSet<>();
    @Nullable RoleId next = role;
    while (next != null && all.size() < SPECIALISES_MAX && all.add(next)) {
      next = knowledge.role(next).map(RoleRow::specialises).orElse(null);
    }
    return all;
  }

  /** Whether {@code party} is {@code wider}, or a role that is a case of it. */
  public static boolean countsAs(Party party, Party wider, Knowledge knowledge) {
    if (party.equals(wider)) {
      return true;
    }
    return party.kind() == Party.Kind.ROLE
        && widening(new RoleId(party.id()), knowledge).stream()
            .anyMatch(role -> Party.of(role).equals(wider));
  }

  /** How a sentence names the actor: a person by the identifier alone. */
  public String named() {
    return actor.kind() == Party.Kind.PERSON ? actor.id() : actor.toString();
  }

  /** Everybody the actor can act as. */
  public Set<Party> parties() {
    return through.keySet();
  }

  /** Whether the actor can act as this party. */
  public boolean includes(Party party) {
    return through.containsKey(party);
  }

  /** The bodies the actor can act as. */
  public Set<BodyId> bodies() {
    Set<BodyId> bodies = new HashSet<>();
    for (Party party : parties()) {
      if (party.kind() == Party.Kind.BODY) {
        bodies.add(new BodyId(party.id()));
      }
    }
    return bodies;
  }
}
