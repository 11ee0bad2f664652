package nl.korf.model.directives;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import nl.korf.model.Party;
import nl.korf.model.RoleId;
import nl.korf.model.knowledge.Capacities;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.view.Row.RoleRow;

/**
 * A role or a body that steps in.
 *
 * @param party as the directive names it
 * @param counts as whom it counts: itself first, the wider roles it is a case of, and the body it
 *     embodies
 */
public record Issuer(Party party, Set<Party> counts) {

  public Issuer {
    counts = Collections.unmodifiableSet(new LinkedHashSet<>(counts));
  }

  /** Whether directives can come from such a party: never from a person or a group as such. */
  public static boolean canBe(Party party) {
    return party.kind() == Party.Kind.ROLE || party.kind() == Party.Kind.BODY;
  }

  public static Issuer of(Party party, Knowledge knowledge) {
    Set<Party> counts = new LinkedHashSet<>();
    counts.add(party);
    if (party.kind() == Party.Kind.ROLE) {
      RoleId role = new RoleId(party.id());
      Capacities.widening(role, knowledge).forEach(wider -> counts.add(Party.of(wider)));
      knowledge.role(role).map(RoleRow::embodies).ifPresent(body -> counts.add(Party.of(body)));
    }
    return new Issuer(party, counts);
  }

  boolean is(Party other) {
    return counts.contains(other);
  }
}
