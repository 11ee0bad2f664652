package nl.korf.projections.mandates;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.korf.model.BodyId;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.projections.Held;

/**
 * What some parties can reach: the mandates they hold, the delegations of the bodies in whose name
 * those are and of some more bodies, and what all of these hang from.
 *
 * @param held of every party that was asked about, ordered by id; empty where it holds nothing
 * @param delegations of every body concerned, ordered by id
 * @param links every mandate looked up, as it stands or in its first state; empty where it is not
 *     known, or over. Of very many, some are not among them
 */
public record Reach(
    Map<Party, List<MandateId>> held,
    Map<BodyId, List<MandateId>> delegations,
    Map<MandateId, Optional<Held<MandateRow>>> links) {

  public Reach {
    held = Map.copyOf(held);
    delegations = Map.copyOf(delegations);
    links = Map.copyOf(links);
  }
}
