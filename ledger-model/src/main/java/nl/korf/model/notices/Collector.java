package nl.korf.model.notices;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.korf.model.BodyId;
import nl.korf.model.GroupId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.RoleId;
import nl.korf.model.knowledge.Capacities;
import org.jspecify.annotations.Nullable;

/** Gathers who is told and why, in one world; remembers what it looked up. */
final class Collector {

  private final Relations world;
  private final Set<Reason.Kind> unused;
  private final Map<PersonId, SortedSet<Reason>> reasons;
  private final Map<Recipients.Asked, Recipients.Asked> asked;
  private final Map<Party, Set<PersonId>> people = new LinkedHashMap<>();

  Collector(Relations world, Set<Reason.Kind> unused) {
    this(world, unused, new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  private Collector(
      Relations world,
      Set<Reason.Kind> unused,
      Map<PersonId, SortedSet<Reason>> reasons,
      Map<Recipients.Asked, Recipients.Asked> asked) {
    this.world = world;
    this.unused = unused;
    this.reasons = reasons;
    this.asked = asked;
  }

  Relations world() {
    return world;
  }

  /** Gathers into the same, from the world as it was before the fact. */
  Collector before() {
    return new Collector(world.before(), unused, reasons, asked);
  }

  /** Whoever acts for the party. */
  void party(Reason.Kind kind, String subject, @Nullable Party party) {
    if (party != null) {
      boolean themselves = party.kind() == Party.Kind.PERSON || party.toString().equals(subject);
      String via = themselves ? null : party.toString();
      people(kind, subject, via, people.computeIfAbsent(party, this::lookUp));
    }
  }

  void person(Reason.Kind kind, String subject, @Nullable PersonId person) {
    party(kind, subject, person == null ? null : Party.of(person));
  }

  void people(Reason.Kind kind, String subject, Collection<PersonId> those) {
    people(kind, subject, null, those);
  }

  private void people(
      Reason.Kind kind, String subject, @Nullable String via, Collection<PersonId> those) {
    if (unused.contains(kind)) {
      return;
    }
    Recipients.Asked question = new Recipients.Asked(kind, subject, via, those.size());
    asked.putIfAbsent(question, question);
    Reason reason = new Reason(kind, subject, via);
    for (PersonId person : those) {
      reasons.computeIfAbsent(person, _ -> new TreeSet<>()).add(reason);
    }
  }

  private Set<PersonId> lookUp(Party party) {
    return switch (party.kind()) {
      case PERSON -> Set.of(new PersonId(party.id()));
      case GROUP -> world.members(new GroupId(party.id()));
      case ROLE -> holders(new RoleId(party.id()));
      case BODY -> {
        Set<PersonId> all = new LinkedHashSet<>();
        world.embodying(new BodyId(party.id())).forEach(role -> all.addAll(holders(role)));
        yield all;
      }
    };
  }

  /** Who holds the role, or one that is a case of it, however far down. */
  private Set<PersonId> holders(RoleId role) {
    Set<RoleId> roles = new LinkedHashSet<>(Set.of(role));
    Set<RoleId> newest = roles;
    for (int depth = 0; depth < Capacities.SPECIALISES_MAX && !newest.isEmpty(); depth++) {
      Set<RoleId> next = new LinkedHashSet<>();
      newest.forEach(one -> next.addAll(world.casesOf(one)));
      next.removeAll(roles);
      roles.addAll(next);
      newest = next;
    }
    Set<PersonId> all = new LinkedHashSet<>();
    roles.forEach(one -> all.addAll(world.holders(one)));
    return all;
  }

  /** All that was gathered; the person who acted is told nothing by their place. */
  Recipients recipients(@Nullable PersonId actor) {
    boolean found = actor != null && reasons.remove(actor) != null;
    List<Recipients.Asked> questions = new ArrayList<>(asked.values());
    return new Recipients(reasons, questions, found ? actor : null);
  }
}
