package nl.korf.auditor.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.knowledge.AlteredKnowledge;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Obligation;
import nl.korf.model.view.Row.DecisionRow;

/**
 * The worlds in which a recorded verdict may have been given. A gate does not look at every mandate
 * somebody holds, but at the one whose path looks best, or that was asked for, and at what fixes
 * its amounts; a proof names that one. To leave mandates out can only make an answer stricter.
 */
final class Worlds {

  /** Of the mandates somebody holds only some. */
  private record Some(Knowledge world, Collection<MandateId> only, boolean facets)
      implements AlteredKnowledge {

    @Override
    public List<MandateId> mandatesHeldBy(Set<Party> holders) {
      return world.mandatesHeldBy(holders).stream().filter(this::counts).toList();
    }

    private boolean counts(MandateId held) {
      return only.contains(held)
          || (facets
              && world
                  .mandate(held)
                  .filter(link -> link.row().terms().facetOf() != null)
                  .isPresent());
    }
  }

  /** All but what one decision spends: asked about that again, it must not count twice (M5). */
  private record Unspent(Knowledge world, DecisionRow decision, Instant spentFrom)
      implements AlteredKnowledge {

    @Override
    public List<Amount> used(MandateId mandate, String category) {
      List<Amount> all = world.used(mandate, category);
      Act act = decision.act();
      Obligation own = act == null ? null : act.value();
      if (own == null
          || !own.category().equals(category)
          || !decision.mandatesUsed().contains(mandate)
          || spentFrom.isAfter(world.on())) {
        return all;
      }
      return all.stream().map(one -> less(one, own.total())).toList();
    }

    private static Amount less(Amount all, Amount spent) {
      return all.comparableWith(spent) && all.minor() >= spent.minor()
          ? new Amount(all.minor() - spent.minor(), all.currency(), all.vat())
          : all;
    }
  }

  private Worlds() {}

  /** Those a verdict of the ledger itself may have been given in, the likeliest first. */
  static List<Knowledge> of(Knowledge whole, CompetenceProof proof) {
    List<Knowledge> worlds = new ArrayList<>();
    if (!proof.path().isEmpty()) {
      worlds.add(new Some(whole, List.of(proof.path().getFirst().mandate()), true));
    }
    worlds.add(whole);
    return worlds;
  }

  /**
   * Those a verdict on imported history may have been given in: by the mandates the source names.
   */
  static List<Knowledge> imported(
      Knowledge whole, CompetenceProof proof, Collection<MandateId> named) {
    List<Knowledge> worlds = new ArrayList<>();
    if (!proof.path().isEmpty()) {
      worlds.add(new Some(whole, List.of(proof.path().getFirst().mandate()), false));
    }
    worlds.add(new Some(whole, List.copyOf(named), false));
    worlds.addAll(of(whole, proof));
    return worlds;
  }

  /** The world without what a decision spent. */
  static Knowledge unspent(Knowledge whole, DecisionRow decision, Instant spentFrom) {
    return new Unspent(whole, decision, spentFrom);
  }
}
