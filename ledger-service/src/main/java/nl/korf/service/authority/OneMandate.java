package nl.korf.service.authority;

import java.util.List;
import java.util.Set;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.knowledge.AlteredKnowledge;
import nl.korf.model.knowledge.Knowledge;

/** The world as it is, but of the mandates somebody holds only one, and what fixes its amounts. */
record OneMandate(Knowledge world, MandateId only) implements AlteredKnowledge {

  @Override
  public List<MandateId> mandatesHeldBy(Set<Party> holders) {
    return world.mandatesHeldBy(holders).stream().filter(this::counts).toList();
  }

  private boolean counts(MandateId held) {
    return held.equals(only)
        || world.mandate(held).filter(link -> link.row().terms().facetOf() != null).isPresent();
  }
}
